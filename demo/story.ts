import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Show } from './show.ts';
import type { Tail } from './tail.ts';
import { openTail } from './tail.ts';

/** What has happened so far, by the product's own journal and the client's own record of the session. */
export interface Story {
  /** Tells what is new. Cheap: call it often. */
  readonly tell: () => void;
  readonly close: () => void;
  taskId: string | null;
  /** How the task ended, null while it has not. */
  status: string | null;
  /** The folder of the ended task, relative to the project. */
  results: string | null;
  /** True once the journal says that the session surely knows of the end. */
  heard: boolean;
  /** Texts of the model in the session, in order. */
  readonly answers: string[];
  /** True once a line of the monitor has reached the session. */
  woken: boolean;
  /** True once the model has answered after that. */
  answeredWakeUp: boolean;
}

/** Where the story is read: the project, and the folder in which the client keeps the records of its sessions. */
export interface StoryPlace {
  readonly dir: string;
  readonly configDir: string;
  readonly sessionId: string;
}

type Loose = Readonly<Record<string, unknown>>;

/** Follows the journal, the worker's progress and the session, and shows each thing as it comes. */
export function followStory(place: StoryPlace, show: Show): Story {
  const journal = openTail(() => join(place.dir, 'reports/coordination.jsonl'));
  const session = openTail(() => findTranscript(place));
  const progress = openTail(() => findOutputLog(place.dir, story.taskId));
  const story: Story = {
    tell: () => {
      for (const line of progress.read()) tellProgress(line, show);
      for (const line of objects(journal)) tellRecord(line, story, show);
      for (const line of objects(session)) tellSession(line, story, show);
    },
    close: () => {
      for (const tail of [journal, session, progress]) tail.close();
    },
    taskId: null,
    status: null,
    results: null,
    heard: false,
    answers: [],
    woken: false,
    answeredWakeUp: false,
  };
  return story;
}

function tellProgress(line: string, show: Show): void {
  const text = /^\[PROGRESS\] (.*)/.exec(line)?.[1];
  if (text !== undefined) show.line('worker', text);
}

function tellRecord(record: Loose, story: Story, show: Show): void {
  switch (record.event) {
    case 'task.submitted':
      story.taskId = String(record.task_id);
      show.line('outloop', `accepted as ${story.taskId}`);
      break;
    case 'attempt.started':
      show.line('outloop', 'worker started: a claude -p of its own, with its own context');
      break;
    case 'task.ended': {
      story.status = String(record.status);
      story.results = String(record.results_location);
      const seconds = (Number(record.duration_ms) / 1000).toFixed(1);
      show.line('outloop', `task ${story.status} after ${seconds} s: ${String(record.summary)}`);
      break;
    }
    case 'notice.heard':
      story.heard = true;
      show.line('outloop', `the session has heard it (${HEARD_BY[String(record.by)] ?? String(record.by)})`);
      break;
    case 'gate.told':
      show.line('outloop', 'told the stopping session, once, that its task is still open');
      break;
    default:
  }
}

const HEARD_BY: Readonly<Record<string, string>> = {
  monitor: 'woken by its monitor',
  prompt: 'with a prompt',
  stop: 'held at its stop until now',
};

function tellSession(line: Loose, story: Story, show: Show): void {
  if (line.isSidechain === true) return;
  const message = line.message as { content?: unknown } | undefined;
  if (line.type === 'user' && typeof message?.content === 'string') {
    const event = /<event>([\s\S]*?)<\/event>/.exec(message.content)?.[1];
    if (event !== undefined) {
      story.woken = true;
      show.line('wake-up', unescapeXml(event));
    }
  }
  if (line.type !== 'assistant' || !Array.isArray(message?.content)) return;
  for (const block of message.content as readonly Loose[]) {
    if (block.type === 'text' && typeof block.text === 'string') {
      story.answers.push(block.text);
      story.answeredWakeUp ||= story.woken;
      show.line('session', block.text);
    } else if (block.type === 'tool_use') show.line('session', `(uses ${String(block.name)})`);
  }
}

// The client escapes a monitor's line before it hands it on.
function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function objects(tail: Tail): Loose[] {
  return tail.read().flatMap((line) => {
    try {
      return [JSON.parse(line) as Loose];
    } catch {
      return [];
    }
  });
}

function findTranscript({ configDir, sessionId }: StoryPlace): string | undefined {
  const projects = join(configDir, 'projects');
  if (!existsSync(projects)) return undefined;
  return readdirSync(projects)
    .map((name) => join(projects, name, `${sessionId}.jsonl`))
    .find((path) => existsSync(path));
}

function findOutputLog(dir: string, taskId: string | null): string | undefined {
  if (taskId === null) return undefined;
  return ['active', 'completed']
    .map((state) => join(dir, 'reports/background', state, taskId, 'output.log'))
    .find((path) => existsSync(path));
}
