import { realPrimeOf } from '../context/prime-of.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { OpenTask } from '../domain/state.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { readAttention } from '../journal/attention.ts';
import { transact } from '../journal/transact.ts';
import { noticeMark } from '../notices/notice-text.ts';
import { isOwn } from '../notices/unheard.ts';
import type { VerbContext } from '../verbs/context.ts';
import { createWorkspace } from '../workspace/create.ts';

/** The task of the session's own that an Agent call starts, and what its subagent is given instead of the marker. */
export interface SubagentStart {
  readonly task: OpenTask;
  readonly prime: string;
}

/**
 * Starts a task that waits for its Agent call: the real prime is written, then the start is journalled. A failure says
 * why the call must not go on; nothing was started then.
 */
export async function startSubagent(
  context: VerbContext,
  input: HookInput,
  taskId: string,
): Promise<Result<SubagentStart>> {
  const read = await readAttention(context.journal);
  if (!read.ok) return read;
  const task = read.value.open.get(taskId);
  if (task?.runner !== 'subagent' || !isOwn(task, context.asker)) return noSuchTask(taskId);
  const rendered = realPrimeOf(task, {
    paths: context.paths,
    open: read.value.open,
    env: context.env,
    now: context.now(),
  });
  // The mark stands first: by it the subagent's transcript says whose it is.
  const prime = `${noticeMark(taskId)}\n${rendered}`;
  const created = createWorkspace(context.paths, task, prime, { isRealPrime: true });
  if (!created.ok) return created;
  const started = await journalStart(context, input, taskId, prime.length);
  return started.ok ? ok({ task: started.value, prime }) : started;
}

function noSuchTask(taskId: string): Result<never> {
  return fail(
    failure(
      'task_not_found',
      `No task ${taskId} of this session waits for an Agent call.`,
      'Only the call that Outloop asked for starts it, once.',
    ),
  );
}

function journalStart(
  context: VerbContext,
  input: HookInput,
  taskId: string,
  primeLength: number,
): Promise<Result<OpenTask>> {
  return transact(context.journal, context, (state) => {
    const task = state.open.get(taskId);
    if (task === undefined) return noSuchTask(taskId);
    if (task.phase !== 'queued') return fail(failure('usage', `Task ${taskId} has been started already.`));
    if (task.cancelRequestedAt !== undefined) {
      return fail(failure('usage', `Task ${taskId} is being cancelled.`));
    }
    const paused = state.pauses.emergency ?? state.pauses.queue;
    if (paused !== null) {
      return fail(failure('usage', `Nothing starts now: the queue is paused (${paused}).`, 'outloop resume'));
    }
    const event = {
      event: 'attempt.started' as const,
      task_id: taskId,
      status: 'running' as const,
      attempt: 1,
      epoch: state.supervisor?.epoch ?? 1,
      worker_session_id: input.session_id ?? context.asker.sessionId,
      context_prime_length: primeLength,
    };
    return ok({ events: [event], value: task });
  });
}
