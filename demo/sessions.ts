import { startPrint } from '../test/harness/print-client.ts';
import { pollUntil } from '../test/harness/processes.ts';
import { startTmuxClient } from '../test/harness/tmux-client.ts';
import { MEANWHILE } from './part.ts';
import type { DemoPlace } from './place.ts';
import { pluginRoot } from './place.ts';
import type { Show } from './show.ts';
import type { Story } from './story.ts';

/** What a session of the demo is started with. */
export interface SessionOptions {
  readonly client: string;
  readonly place: DemoPlace;
  readonly sessionId: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly show: Show;
  readonly story: Story;
}

const LIMIT_MS = 90_000;
// Somebody's own account answers in its own time.
const LIVE_LIMIT_MS = 300_000;

/**
 * An interactive session in a terminal of its own: it goes on working, falls idle and is woken.
 * @returns null, or what went wrong
 */
export async function runInTerminal(options: SessionOptions): Promise<string | null> {
  const { client, place, show, story } = options;
  await using terminal = await startTmuxClient({
    client,
    project: place.project,
    pluginDirs: [pluginRoot],
    args: ['--session-id', options.sessionId, ...options.args],
  });
  show.startClock();
  show.line('you', options.command);
  await terminal.submit(options.command);
  const answered = await pollUntil(() => story.answers.length > 0, LIMIT_MS);
  if (!answered) return `The session did not answer:\n${await terminal.screen()}`;
  await terminal.waitIdle();
  show.line('you', MEANWHILE);
  await terminal.submit(MEANWHILE);
  const woken = await pollUntil(() => story.answeredWakeUp, LIMIT_MS);
  if (!woken) return `The session was not woken:\n${await terminal.screen()}`;
  await terminal.waitIdle();
  await terminal.submit('/exit');
  await terminal.waitForEnd();
  return null;
}

/**
 * A one-shot session: it is held at its stop until its task has ended, and goes on with the result.
 * @returns null, or what went wrong
 */
export async function runInPrint(options: SessionOptions, live: boolean): Promise<string | null> {
  const { client, place, show, story } = options;
  show.startClock();
  show.line('you', options.command);
  const { done } = startPrint({
    client,
    project: place.project,
    pluginDirs: [pluginRoot],
    prompt: options.command,
    args: ['--session-id', options.sessionId, ...options.args],
    limitMs: live ? LIVE_LIMIT_MS : LIMIT_MS,
  });
  const outcome = await done;
  if (outcome.timedOut) return 'The session took too long and was ended.';
  story.tell();
  if (outcome.exitCode === 0 && story.taskId !== null) return null;
  const said = String(outcome.result?.result ?? outcome.stderr.trim());
  return `The session ended with exit code ${outcome.exitCode} and said: ${said}`;
}
