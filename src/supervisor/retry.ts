import { existsSync, renameSync } from 'node:fs';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { formatDuration } from '../domain/units.ts';
import { transact } from '../journal/transact.ts';
import type { Verdict } from '../observe/verdict.ts';
import { attemptsMax, decideRetry } from '../scheduler/retry-policy.ts';
import { appendProgress } from '../workspace/progress.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/**
 * Puts a task whose attempt failed back into the queue, where its failure may pass. Its tree must be gone.
 * @returns true when it will be tried again, false when the task is to end; a failure where it cannot be journalled
 */
export async function retryLater(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  verdict: Verdict,
): Promise<Result<boolean>> {
  const { task } = attempt;
  const { failureClass } = verdict;
  const chance = (context.random(1)[0] ?? 0) / 255;
  const now = context.now();
  const decision = decideRetry({ failureClass, attempt: task.attempt }, task.options, now, chance);
  if (decision.kind === 'end' || failureClass === undefined) return ok(false);
  const journalled = await transact<boolean>(context.journal, context, (state) => {
    const open = state.open.get(task.id);
    if (state.supervisor?.epoch !== context.epoch) {
      return fail(failure('superseded', 'Another supervisor has taken over.'));
    }
    if (open?.phase !== 'running' || open.attempt !== task.attempt) {
      return fail(failure('task_ended', `Attempt ${task.attempt} of ${task.id} is over already.`));
    }
    if (open.cancelRequestedAt !== undefined) return ok({ events: [], value: false });
    const event = {
      event: 'attempt.failed' as const,
      task_id: task.id,
      status: 'queued' as const,
      attempt: task.attempt,
      epoch: context.epoch,
      failure_class: failureClass,
      reason: verdict.summary,
      retry_at: new Date(decision.at).toISOString(),
    };
    return ok({ events: [event], value: true });
  });
  if (!journalled.ok || !journalled.value) return journalled;
  keepTranscript(attempt);
  const wait = formatDuration(decision.at - now);
  const count = `attempt ${task.attempt} of ${attemptsMax(task.options)}`;
  appendProgress(attempt.files, `${count} failed: ${verdict.summary} Again in ${wait}.`, now, attempt.redact);
  context.log(`${task.id}: ${count} failed (${failureClass}), again in ${wait}`);
  return journalled;
}

// A transcript has one line for each line of one stream: the next attempt begins its own.
function keepTranscript({ files, task }: WatchedAttempt): void {
  if (!existsSync(files.transcript)) return;
  try {
    renameSync(files.transcript, files.transcript.replace(/(\.[a-z]+)$/, `.${task.attempt}$1`));
  } catch {
    // Then the next attempt writes behind it, and only an adoption reads less of its stream into the fold.
  }
}
