import { activityOfStream } from '../observe/activity.ts';
import { foldLine } from '../observe/fold-line.ts';
import { appendProgress } from '../workspace/progress.ts';
import { appendTranscript } from '../workspace/transcript.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { LOOK_BOUNDS, readLines, takeRest } from './stream-reader.ts';
import { takeCommandLines } from './take-command-lines.ts';
import { passTime, watchLimits } from './watch-limits.ts';
import { watchOutput } from './watch-output.ts';

const WORD_WAIT_MS = 3_000;

/**
 * Takes in what a worker has written since the last look, as much as fits into one: each line goes redacted into the
 * transcript, and what a person wants to know becomes a progress line.
 * @returns whether there is more to take in at once
 */
export function pumpStream(context: SupervisorContext, attempt: WatchedAttempt): boolean {
  // What is looked at line by line is not read faster than it is looked at.
  if ((attempt.watch?.pending.length ?? 0) > 0 && watchOutput(context, attempt, [])) return true;
  const { lines, more } = readLines(attempt.reader, LOOK_BOUNDS);
  takeLinesIn(context, attempt, lines);
  return watchOutput(context, attempt, lines) || more;
}

/**
 * Takes in all that is left of the stream of a worker that is gone, up to what it was allowed to write. Other workers
 * are looked at in between.
 */
export async function pumpRest(context: SupervisorContext, attempt: WatchedAttempt): Promise<void> {
  const allowed = attempt.task.options.limits?.output_bytes ?? Number.POSITIVE_INFINITY;
  while (pumpStream(context, attempt)) {
    if (attempt.reader.offset > allowed) {
      takeLinesIn(context, attempt, ['[the rest of the output is left out: it is more than was allowed]']);
      return;
    }
    await context.timers.sleep(0);
  }
  const rest = takeRest(attempt.reader);
  if (rest === '') return;
  takeLinesIn(context, attempt, [rest]);
  watchOutput(context, attempt, [rest]);
}

function takeLinesIn(context: SupervisorContext, attempt: WatchedAttempt, lines: readonly string[]): void {
  const { command } = attempt.fold;
  if (command !== null) takeCommandLines(context, attempt, command, lines);
  else for (const line of lines) takeLine(context, attempt, line);
}

/** Takes in one line of the stream. */
function takeLine(context: SupervisorContext, attempt: WatchedAttempt, line: string): void {
  const progress = foldLine(attempt.fold, line, (parsed) => {
    const { id, workerSessionId } = attempt.task;
    const worker = { task_id: id, session_id: workerSessionId, cwd: attempt.fold.cwd };
    const timestamp = new Date(context.now()).toISOString();
    context.record(activityOfStream(parsed, worker, { timestamp, redactText: attempt.redact }));
  });
  appendTranscript(attempt.files, [attempt.redact(line)]);
  if (progress !== null) appendProgress(attempt.files, progress, context.now(), attempt.redact);
}

/** Looks at the worker's process: learns an end, and compares what it has used with its limits. */
export function checkWorker(context: SupervisorContext, attempt: WatchedAttempt): void {
  const isGone = attempt.exit === null && !leaderLives(context, attempt);
  if (isGone) noticeEnd(context, attempt);
  passTime(context, attempt);
  // One that has ended by itself, while this supervisor stood still, is not ended at a limit: how it ended is on its way.
  if (!isGone) watchLimits(context, attempt);
}

// Of its own child a supervisor is told the end, and how; should that word never come, what it sees is enough. One that
// stood still between two looks has to wait anew: the word may have come meanwhile.
function noticeEnd(context: SupervisorContext, attempt: WatchedAttempt): void {
  const now = context.clock().monotonic;
  const { since, seenAt } = attempt.gone ?? { since: now, seenAt: now };
  attempt.gone = { since: now - seenAt > WORD_WAIT_MS ? now : since, seenAt: now };
  const isOverdue = attempt.leader !== null && now - attempt.gone.since >= WORD_WAIT_MS;
  if (attempt.child === null || isOverdue) attempt.exit = { code: null, signal: null };
}

function leaderLives({ processes }: SupervisorContext, { leader }: WatchedAttempt): boolean {
  return leader !== null && processes.isAlive(leader);
}
