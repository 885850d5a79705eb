import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ensureClient } from '../test/harness/ensure-client.ts';
import type { ModelServer } from '../test/harness/model-server.ts';
import { startModelServer } from '../test/harness/model-server.ts';
import { tmuxAvailable } from '../test/harness/tmux-client.ts';
import { playPart, TASK } from './part.ts';
import type { DemoPlace } from './place.ts';
import { createPlace, pluginRoot } from './place.ts';
import { runInPrint, runInTerminal } from './sessions.ts';
import { createShow } from './show.ts';
import type { Story } from './story.ts';
import { followStory } from './story.ts';
import { drawTree } from './tree.ts';

/*
 * The main job, once, for real: a session delegates a task, a worker does it, the session hears of its end.
 */
const THINK_MS = 1_100;
const TELL_EVERY_MS = 100;

let interrupted = false;
const live = process.argv.includes('--live');
const inTerminal = !live && tmuxAvailable && !process.argv.includes('--print');
const show = createShow(() => performance.now());

const SCRIPTED_MODEL =
  'scripted, on this machine: no account, no network, no cost. What the model says is written in demo/part.ts; ' +
  'everything else is real.';
const LIVE_MODEL =
  'your own account, model haiku: a few cents, at most $0.50 (a limit of $0.25 each for the session and the task).';
const TERMINAL_SESSION = 'interactive, in a terminal of its own (tmux): it goes on working and is woken.';
const PRINT_SESSION = 'one-shot (claude -p): it is held at its stop until its task has ended.';

process.exitCode = await runDemo().then(
  () => 0,
  (error: unknown) => {
    if (interrupted) return 130;
    show.say(`\nThe demo failed. ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  },
);

async function runDemo(): Promise<void> {
  if (!existsSync(join(pluginRoot, 'dist/hooks/expand.cjs')))
    throw new Error('dist/ is missing: npm run build');
  const client = await ensureClient();
  show.say('Outloop demo: the main job, once, for real, in a throw-away project\n');
  show.fact('client', `Claude Code ${client.version}${live ? '' : ', with an empty home of its own'}`);
  show.fact('model', live ? LIVE_MODEL : SCRIPTED_MODEL);
  show.fact('session', inTerminal ? TERMINAL_SESSION : PRINT_SESSION);
  show.say('');

  const story = await runStory(client.path);
  show.say(`\n${drawTree(join(story.kept, 'reports'), 'reports').join('\n')}\n`);
  show.say('Open next:');
  show.say(`  cd ${story.kept}`);
  show.say(`  less ${story.results}/report.md`);
  show.say(`  ${join(dirname(pluginRoot), 'bin/outloop')} status --all`);
  show.say('The project is kept so that you can. Remove it with:');
  show.say(`  rm -rf ${story.kept}`);
  if (!live) show.say('The same with your own account, for a few cents: npm run demo -- --live');
}

/** Runs the session to its end and checks that all of it happened. Nothing of it runs any more afterwards. */
async function runStory(client: string): Promise<{ readonly kept: string; readonly results: string }> {
  await using server: ModelServer | null = live ? null : await startModelServer();
  const place = await createPlace(server?.url, client);
  server?.setScript((request) => playPart(request, place.project.dir, THINK_MS));
  const sessionId = randomUUID();
  const story = followStory({ dir: place.project.dir, configDir: place.configDir, sessionId }, show);
  const leave = endOnInterrupt(place);
  place.cancelAtEnd(() => (story.status === null ? story.taskId : null));
  const telling = setInterval(() => interrupted || story.tell(), TELL_EVERY_MS);
  try {
    const problem = await runSession(client, place, sessionId, story);
    story.tell();
    const missing = problem ?? whatIsMissing(story, place.project.dir);
    if (missing !== null) {
      throw new Error(`${missing}\n${supervisorLog(place.project.dir)}The project is kept: ${place.kept}`);
    }
    return { kept: place.kept, results: story.results ?? '' };
  } finally {
    clearInterval(telling);
    story.close();
    await place[Symbol.asyncDispose]();
    leave();
  }
}

function runSession(
  client: string,
  place: DemoPlace,
  sessionId: string,
  story: Story,
): Promise<string | null> {
  const task = `/outloop:background researcher "${TASK}"`;
  const options = {
    client,
    place,
    sessionId,
    show,
    story,
    command: live ? `${task} --model haiku --budget 0.25` : task,
    args: live ? ['--model', 'haiku', '--max-budget-usd', '0.25', '--strict-mcp-config'] : [],
  };
  return inTerminal ? runInTerminal(options) : runInPrint(options, live);
}

function whatIsMissing(story: Story, dir: string): string | null {
  if (story.taskId === null) return 'The task was not accepted.';
  if (story.status !== 'completed') return `The task ended as ${story.status ?? 'nothing yet'}.`;
  if (!story.heard) return 'The session did not hear of the end.';
  if (story.answers.length < 2) return 'The session did not go on after it had heard.';
  if (!existsSync(join(dir, story.results ?? '', 'report.md'))) return 'There is no report.';
  return null;
}

function supervisorLog(dir: string): string {
  try {
    return `The supervisor's log:\n${readFileSync(join(dir, 'reports/.outloop/supervisor.log'), 'utf8')}`;
  } catch {
    return '';
  }
}

/** Ctrl-C ends the task and the supervisor too, and leaves nothing behind. The returned function takes that back. */
function endOnInterrupt(place: DemoPlace): () => void {
  const end = () => {
    interrupted = true;
    show.say('\nInterrupted: ending what runs …');
    const exit = () => {
      rmSync(place.kept, { recursive: true, force: true });
      process.exit(130);
    };
    place[Symbol.asyncDispose]().then(exit, exit);
  };
  process.once('SIGINT', end);
  return () => void process.off('SIGINT', end);
}
