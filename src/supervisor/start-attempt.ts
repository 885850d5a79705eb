import { leaveChanges } from '../context/changes.ts';
import { realPrimeOf } from '../context/prime-of.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import { uuidFrom } from '../domain/uuid.ts';
import { readState } from '../journal/journal.ts';
import { createWorkspace } from '../workspace/create.ts';
import { isEmergency } from '../workspace/emergency-file.ts';
import type { WorkspaceFiles } from '../workspace/paths.ts';
import { commitTogether } from './commit-together.ts';
import type { RunningTask, SupervisorContext, WatchedAttempt } from './context.ts';
import { spawnWorker } from './spawn-worker.ts';

/** An attempt that is ready to start, and waits for its place in the journal. */
export interface PreparedAttempt {
  readonly files: WorkspaceFiles;
  /** The task as it runs; a failure when it is no longer to be started (cancelled, ended, or the queue paused). */
  readonly started: Promise<Result<RunningTask>>;
}

/**
 * Prepares the next attempt of a queued task: workspace, real prime, and its line for the journal, which goes there
 * with the next flush. The journal comes before the worker, so that a supervisor that dies in between leaves a task to
 * adopt and never one that runs twice.
 */
export function prepareAttempt(
  context: SupervisorContext,
  task: OpenTask,
  open: JournalState['open'],
): Result<PreparedAttempt> {
  const { paths } = context;
  const env = context.handoffs.get(task.id) ?? context.env;
  const { changes } = task.options;
  // What is to be reviewed lies in the workspace, and the prime says where.
  const before = changes === undefined ? null : createWorkspace(paths, task, '');
  if (before?.ok === false) return before;
  const prime = realPrimeOf(task, {
    paths,
    open,
    env,
    now: context.now(),
    changes:
      changes === undefined || before === null ? undefined : leaveChanges(paths, before.value, changes, env),
  });
  const created = createWorkspace(paths, task, prime, { isRealPrime: true });
  if (!created.ok) return created;
  return ok({ files: created.value, started: commitStart(context, task.id, prime.length) });
}

/**
 * Starts the worker of a prepared attempt.
 * @returns the attempt under watch, also when its worker could not be started
 */
export async function startAttempt(
  context: SupervisorContext,
  { files, started }: PreparedAttempt,
  clientPath: string | undefined,
): Promise<Result<WatchedAttempt>> {
  const task = await started;
  if (!task.ok) return task;
  // Who stood still since then is too late: the successor has taken the attempt over and found no worker.
  const now = readState(context.journal);
  if (!now.ok || now.value.supervisor?.epoch !== context.epoch) {
    return fail(failure('superseded', 'Another supervisor has taken over.'));
  }
  return ok(spawnWorker(context, task.value, files, clientPath));
}

function commitStart(
  context: SupervisorContext,
  taskId: string,
  primeLength: number,
): Promise<Result<RunningTask>> {
  const workerSessionId = uuidFrom(context.random(16));
  return commitTogether(context, (state) => {
    const task = state.open.get(taskId);
    if (state.supervisor?.epoch !== context.epoch) {
      return fail(failure('superseded', 'Another supervisor has taken over.'));
    }
    if (task?.phase !== 'queued' || task.cancelRequestedAt !== undefined) {
      return fail(failure('task_ended', `Task ${taskId} is no longer waiting to start.`));
    }
    // Somebody may have paused everything since this task was picked.
    if (isEmergency(context.paths) || state.pauses.emergency !== null || state.pauses.queue !== null) {
      return fail(failure('superseded', 'The queue was paused.'));
    }
    const startedAt = context.now();
    const attempt = (task.lastFailure?.attempt ?? 0) + 1;
    return ok({
      events: [
        {
          event: 'attempt.started' as const,
          task_id: taskId,
          status: 'running' as const,
          attempt,
          epoch: context.epoch,
          worker_session_id: workerSessionId,
          context_prime_length: primeLength,
        },
      ],
      value: {
        ...task,
        phase: 'running' as const,
        attempt,
        epoch: context.epoch,
        startedAt,
        workerSessionId,
      },
    });
  });
}
