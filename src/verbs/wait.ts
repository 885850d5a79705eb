import { setTimeout as sleep } from 'node:timers/promises';
import { parseDuration } from '../config/duration.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask } from '../domain/state.ts';
import { hasNews, readState } from '../journal/journal.ts';
import { cleanLine } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { exitCodeOfEnd } from './exit-code.ts';
import { findTask } from './find-task.ts';
import { revive } from './revive.ts';

const LOOK_EVERY_MS = 100;
const REVIVE_EVERY_MS = 5_000;

/**
 * Waits until a task has ended. A supervisor that is gone is started again, because without one nothing ends.
 * @param timeoutMs how long at most; null waits for ever
 */
export async function wait(
  context: VerbContext,
  part: string,
  timeoutMs: number | null,
): Promise<Result<EndedTask>> {
  const found = await findTask(context, part);
  if (!found.ok) return found;
  if (found.value.kind === 'ended') return ok(found.value.task);
  const { id } = found.value.task;
  const until = timeoutMs === null ? Number.POSITIVE_INFINITY : context.now() + timeoutMs;
  let reviveAt = context.now();
  for (;;) {
    const read = readState(context.journal);
    if (!read.ok) return read;
    const ended = read.value.ended.get(id);
    if (ended !== undefined) return ok(ended);
    if (context.now() >= until) {
      return fail(
        failure(
          'timed_out',
          `${id} has not ended in time; it goes on.`,
          'Wait longer, or look: outloop status',
        ),
      );
    }
    if (context.now() >= reviveAt) {
      const problem = await revive(context, read.value);
      if (problem !== null)
        return fail(failure('supervisor_unreachable', `Nothing watches ${id}: ${problem}.`));
      reviveAt = context.now() + REVIVE_EVERY_MS;
    }
    while (!hasNews(context.journal) && context.now() < Math.min(until, reviveAt)) await sleep(LOOK_EVERY_MS);
  }
}

/** `outloop wait ID [--timeout 20m]`: the exit code tells how the task ended. */
export async function waitCommand(
  context: VerbContext,
  part: string,
  timeout: string | undefined,
): Promise<Result<CommandOutput>> {
  const timeoutMs = timeout === undefined ? ok(null) : parseDuration(timeout);
  if (!timeoutMs.ok) return timeoutMs;
  const ended = await wait(context, part, timeoutMs.value);
  if (!ended.ok) return ended;
  const { id, status, summary, resultsLocation } = ended.value;
  return ok({
    payload: { id, status, summary, results_location: resultsLocation },
    text: `${id} ${status}: ${cleanLine(summary)}\nReport: ${resultsLocation}/report.md`,
    exitCode: exitCodeOfEnd(status),
  });
}
