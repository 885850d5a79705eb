import type { ProcessIdentity } from '../domain/events.ts';
import { foldLine } from '../observe/fold-line.ts';
import { isAlive } from '../process/identity.ts';
import { walkDescendants } from '../process/process-table.ts';
import { appendProgress } from '../workspace/progress.ts';
import { appendTranscript } from '../workspace/transcript.ts';
import { writeAttemptCard } from './attempt-card.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { pumpCommand } from './pump-command.ts';
import { readNewLines } from './stream-reader.ts';

const HEARTBEAT_EVERY_MS = 2_000;

/**
 * Takes in what a worker has written since the last look: each line goes redacted into the transcript, and what a
 * person wants to know becomes a progress line.
 */
export function pumpStream(context: SupervisorContext, attempt: WatchedAttempt): void {
  if (attempt.fold.command !== null) pumpCommand(context, attempt, attempt.fold.command);
  else for (const line of readNewLines(attempt.reader)) takeLine(context, attempt, line);
}

/** Takes in one line of the stream. */
export function takeLine(context: SupervisorContext, attempt: WatchedAttempt, line: string): void {
  const progress = foldLine(attempt.fold, line);
  appendTranscript(attempt.files, [attempt.redact(line)]);
  if (progress !== null) appendProgress(attempt.files, progress, context.now(), attempt.redact);
}

/** Looks at the worker's process: learns an end, remembers its descendants, and notices that its time is up. */
export function checkWorker(context: SupervisorContext, attempt: WatchedAttempt): void {
  const now = context.now();
  if (attempt.child === null && attempt.exit === null && !leaderLives(attempt)) {
    attempt.exit = { code: null, signal: null };
  }
  if (attempt.exit === null && attempt.leader !== null && now - attempt.heartbeatAt >= HEARTBEAT_EVERY_MS) {
    attempt.heartbeatAt = now;
    remember(context, attempt, walkDescendants(attempt.leader.pid));
  }
  if (now - attempt.task.startedAt >= attempt.task.options.timeout_ms) attempt.endReason ??= 'timed_out';
}

function leaderLives(attempt: WatchedAttempt): boolean {
  return attempt.leader !== null && isAlive(attempt.leader);
}

// A later supervisor must know them too: a descendant that left the group is found by nothing else.
function remember(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  seen: readonly ProcessIdentity[],
): void {
  const before = attempt.remembered.size;
  for (const identity of seen) attempt.remembered.set(identity.pid, identity);
  if (attempt.remembered.size === before || attempt.leader === null) return;
  writeAttemptCard(context.paths.internal, {
    task_id: attempt.task.id,
    attempt: attempt.task.attempt,
    leader: attempt.leader,
    remembered: [...attempt.remembered.values()],
    stream: attempt.streamPath,
    stderr: attempt.stderrPath,
  });
}
