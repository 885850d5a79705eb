import { setTimeout as sleep } from 'node:timers/promises';
import { parseDuration } from '../config/duration.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask, JournalState } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { hasNews, readState } from '../journal/journal.ts';
import { cleanLine } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { exitCodeOfEnd } from './exit-code.ts';
import { findTask } from './find-task.ts';
import { revive } from './revive.ts';
import { softWrap } from './wrap.ts';

const LOOK_EVERY_MS = 100;
const REVIVE_EVERY_MS = 5_000;

/** What to wait for. */
export interface WaitOptions {
  /** How long at most, in milliseconds; null waits for ever. */
  readonly timeoutMs: number | null;
  /** Whether the first end is enough. */
  readonly any: boolean;
  /** Called at each look with the ids that are still open. */
  readonly onLook?: (open: readonly string[], state: JournalState) => void;
}

/**
 * Waits until tasks have ended: all of them, or any. A supervisor that is gone is started again, because without one
 * nothing ends.
 * @returns those that have ended, in the order in which they were named
 */
export async function wait(
  context: VerbContext,
  parts: readonly string[],
  { timeoutMs, any, onLook }: WaitOptions,
): Promise<Result<readonly EndedTask[]>> {
  const ends = new Map<string, EndedTask | null>();
  for (const part of parts) {
    const found = await findTask(context, part);
    if (!found.ok) return found;
    ends.set(found.value.task.id, found.value.kind === 'ended' ? found.value.task : null);
  }
  const until = timeoutMs === null ? Number.POSITIVE_INFINITY : context.now() + timeoutMs;
  let reviveAt = context.now();
  for (;;) {
    const read = readState(context.journal);
    if (!read.ok) return read;
    for (const id of ends.keys()) ends.set(id, ends.get(id) ?? read.value.ended.get(id) ?? null);
    const open = [...ends.keys()].filter((id) => ends.get(id) === null);
    const ended = [...ends.values()].filter((end) => end !== null);
    if (open.length === 0 || (any && ended.length > 0)) return ok(ended);
    onLook?.(open, read.value);
    if (context.now() >= until) return outOfTime(open);
    if (context.now() >= reviveAt) {
      const problem = await revive(context, read.value);
      if (problem !== null) {
        return fail(
          failure('supervisor_unreachable', `Nothing watches ${open.map(shortId).join(', ')}: ${problem}.`),
        );
      }
      reviveAt = context.now() + REVIVE_EVERY_MS;
    }
    await untilNews(context, Math.min(until, reviveAt));
  }
}

/** Returns when the journal has grown, or at `until` (milliseconds since the epoch). */
export async function untilNews(context: VerbContext, until: number): Promise<void> {
  while (!hasNews(context.journal) && context.now() < until) await sleep(LOOK_EVERY_MS);
}

function outOfTime(open: readonly string[]): Result<never> {
  const [one = '', ...others] = open;
  const words =
    others.length === 0
      ? `${one} has not ended in time; it goes on.`
      : `${open.length} tasks have not ended in time; they go on: ${open.map(shortId).join(', ')}`;
  return fail(failure('timed_out', words, 'Wait longer, or look: outloop status', { open }));
}

/** The flags of `wait`, as typed, and where to say that it goes on. */
export interface WaitFlags {
  readonly timeout?: string;
  readonly any?: boolean;
}

/**
 * `outloop wait ID… [--any] [--timeout 20m]`: the exit code tells how they ended: 0 where all completed, else that of
 * the first one named that did not.
 */
export async function waitCommand(
  context: VerbContext,
  parts: readonly string[],
  { timeout, any = false }: WaitFlags,
  onLook?: WaitOptions['onLook'],
): Promise<Result<CommandOutput>> {
  const timeoutMs = timeout === undefined ? ok(null) : parseDuration(timeout);
  if (!timeoutMs.ok) return timeoutMs;
  const waited = await wait(context, parts, {
    timeoutMs: timeoutMs.value,
    any,
    ...(onLook === undefined ? {} : { onLook }),
  });
  if (!waited.ok) return waited;
  const tasks = waited.value.map(endPayload);
  const bad = waited.value.find(({ status }) => status !== 'completed');
  return ok({
    // One task that was named alone is given alone.
    payload: parts.length === 1 ? tasks[0] : { tasks },
    text: waited.value.map(endText).join('\n'),
    exitCode: bad === undefined ? 0 : exitCodeOfEnd(bad.status),
  });
}

/** How a task ended, for scripts. */
export function endPayload({ id, status, summary, resultsLocation }: EndedTask) {
  return { id, status, summary, results_location: resultsLocation };
}

/** How a task ended, for people. */
export function endText({ id, status, summary, resultsLocation }: EndedTask): string {
  const how = status.replace('_', ' ');
  return softWrap(`${id} ${how}: ${cleanLine(summary)}\nReport: ${resultsLocation}/report.md`);
}
