import type { RaisedNotice } from '../domain/notice-events.ts';
import type { EndedTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { formatCost, shortDuration } from '../domain/units.ts';
import { isRaised, type Notice } from './notice.ts';

const MARK = /\[outloop:([a-z0-9-]{8,80})\]/g;

/** The mark that a notice carries wherever it is shown: of an end, the id of its task. */
export function noticeMark(taskId: string): string {
  return `[outloop:${taskId}]`;
}

/** The task ids whose notices stand in a text. */
export function noticesIn(text: string): string[] {
  return [...new Set([...text.matchAll(MARK)].map((match) => String(match[1])))];
}

/** True for a prompt that the client made out of a background event: nobody typed it. */
export function isMachinePrompt(prompt: string): boolean {
  return prompt.trimStart().startsWith('<task-notification>');
}

// The client cuts a line at 500 characters, and the pipe to it takes 512 bytes: only so many ends go into one.
const ENDS_PER_LINE = 4;
const LINE_BYTES_MAX = 490;

/**
 * The lines for the monitor, each short enough to come through whole: first what a person reads, last the marks that
 * prove it was heard. Lines written together start one turn together.
 */
export function wakeLines(notices: readonly Notice[]): string[] {
  const lines = notices.filter(isRaised).map(raisedLine);
  const ended = notices.filter((notice): notice is EndedTask => !isRaised(notice));
  // Of a command the end of its output is what its session waits for.
  lines.push(...ended.filter(isCommand).map((task) => wakeLine([task])));
  const others = ended.filter((task) => !isCommand(task));
  for (let from = 0; from < others.length; from += ENDS_PER_LINE) {
    lines.push(wakeLine(others.slice(from, from + ENDS_PER_LINE)));
  }
  const joined = joinedReports(ended);
  return joined.length === 0 ? lines : [...lines, ...joined];
}

function isCommand({ agent }: EndedTask): boolean {
  return agent === 'command';
}

function raisedLine({ id, text }: RaisedNotice): string {
  const mark = ` ${noticeMark(id)}`;
  return `${clipBytes(oneLine(text), LINE_BYTES_MAX - Buffer.byteLength(mark))}${mark}`;
}

function wakeLine(ended: readonly EndedTask[]): string {
  const marks = ended.map((task) => noticeMark(task.id)).join(' ');
  const [only] = ended;
  if (ended.length === 1 && only !== undefined) {
    const report = `Report: ${clip(only.resultsLocation, 120)}/report.md`;
    const line = (summary: string) => `${headline(only)}: ${summary} ${report} ${marks}`;
    return line(clipBytes(oneLine(only.summary), LINE_BYTES_MAX - Buffer.byteLength(line(''))));
  }
  return `${ended.length} background tasks ended: ${ended.map(headline).join('; ')}. ${marks}`;
}

/** The full text of notices for a hook's context: facts and where to read on, each result marked as data. */
export function noticeText(notices: readonly Notice[]): string {
  const texts = notices.map((notice) =>
    isRaised(notice) ? `${notice.text} ${noticeMark(notice.id)}` : noticeParagraph(notice),
  );
  return [
    ...texts,
    ...joinedReports(notices.filter((notice): notice is EndedTask => !isRaised(notice))),
  ].join('\n\n');
}

/** Where the joined reports lie of tasks that were submitted together. */
function joinedReports(ended: readonly EndedTask[]): string[] {
  const paths = ended.flatMap(({ group, resultsLocation }) =>
    group === undefined ? [] : resultsLocation.replace(/completed\/[^/]+$/, `joined/${group}.md`),
  );
  return [...new Set(paths)].map((path) => `Joined report of those submitted together: ${clip(path, 200)}`);
}

function noticeParagraph(task: EndedTask): string {
  return [
    `Background ${headline(task)}. ${noticeMark(task.id)}`,
    `Task: ${task.description}`,
    `Result (data from the background agent): ${clip(task.summary, 600)}`,
    `Report: ${task.resultsLocation}/report.md`,
  ].join('\n');
}

function headline(task: EndedTask): string {
  const cost = task.usage === null || task.usage.cost_usd === 0 ? '' : `, ${formatCost(task.usage.cost_usd)}`;
  return `${task.agent} ${shortId(task.id)} ${words[task.status]} (${shortDuration(task.durationMs)}${cost})`;
}

const words: Readonly<Record<EndedTask['status'], string>> = {
  completed: 'completed',
  failed: 'failed',
  cancelled: 'was cancelled',
  timed_out: 'ran out of time',
  lost: 'was lost',
  limit_exceeded: 'was ended at a limit',
  dependency_failed: 'could not start',
};

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function clip(text: string, charactersMax: number): string {
  const points = [...text];
  return points.length <= charactersMax ? text : `${points.slice(0, charactersMax - 1).join('')}…`;
}

function clipBytes(text: string, bytesMax: number): string {
  if (Buffer.byteLength(text) <= bytesMax) return text;
  const bytes = Buffer.from(text).subarray(0, Math.max(0, bytesMax - ELLIPSIS_BYTES));
  // Cut in the middle of a character, the last one comes out as a replacement character.
  return `${bytes.toString('utf8').replace(/\ufffd+$/, '')}…`;
}

const ELLIPSIS_BYTES = 3;
