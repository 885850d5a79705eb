import type { ProcessIdentity } from '../domain/events.ts';
import { activityOfStream } from '../observe/activity.ts';
import { foldLine } from '../observe/fold-line.ts';
import { appendProgress } from '../workspace/progress.ts';
import { appendTranscript } from '../workspace/transcript.ts';
import { attemptCard, writeAttemptCard } from './attempt-card.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { LOOK_BOUNDS, readLines, takeRest } from './stream-reader.ts';
import { takeCommandLines } from './take-command-lines.ts';
import { passTime, sampleTree, watchLimits } from './watch-limits.ts';

const HEARTBEAT_EVERY_MS = 2_000;

/**
 * Takes in what a worker has written since the last look, as much as fits into one: each line goes redacted into the
 * transcript, and what a person wants to know becomes a progress line.
 * @returns whether there is more to take in at once
 */
export function pumpStream(context: SupervisorContext, attempt: WatchedAttempt): boolean {
  const { lines, more } = readLines(attempt.reader, LOOK_BOUNDS);
  takeLinesIn(context, attempt, lines);
  return more;
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
  if (rest !== '') takeLinesIn(context, attempt, [rest]);
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

/** Looks at the worker's process: learns an end, remembers its descendants, and compares it with its limits. */
export function checkWorker(context: SupervisorContext, attempt: WatchedAttempt): void {
  const now = context.now();
  if (attempt.child === null && attempt.exit === null && !leaderLives(context, attempt)) {
    attempt.exit = { code: null, signal: null };
  }
  passTime(context, attempt);
  // A wall clock that was set back must not silence the heartbeat.
  const sinceBeat = Math.abs(now - attempt.heartbeatAt);
  if (attempt.exit === null && attempt.leader !== null && sinceBeat >= HEARTBEAT_EVERY_MS) {
    attempt.heartbeatAt = now;
    const seen = context.processes.walkDescendants(attempt.leader.pid);
    remember(context, attempt, seen);
    sampleTree(context, attempt, treeMembers(attempt.leader, attempt.remembered));
  }
  watchLimits(context, attempt);
}

function leaderLives({ processes }: SupervisorContext, { leader }: WatchedAttempt): boolean {
  return leader !== null && processes.isAlive(leader);
}

// A later supervisor must know them too: a descendant that left the group is found by nothing else.
function remember(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  seen: readonly ProcessIdentity[],
): void {
  for (const identity of seen) attempt.remembered.set(identity.pid, identity);
  const card = attemptCard(attempt);
  if (card !== null) writeAttemptCard(context.paths.internal, card);
}

function treeMembers(
  leader: ProcessIdentity,
  remembered: ReadonlyMap<number, ProcessIdentity>,
): readonly ProcessIdentity[] {
  return [leader, ...remembered.values()];
}
