import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { staticPrimeOf } from '../context/prime-of.ts';
import { failure } from '../domain/failure.ts';
import { invariant } from '../domain/invariant.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { TaskFacts } from '../domain/state.ts';
import { policyHash } from '../policy/policy-hash.ts';
import { createWorkspace } from '../workspace/create.ts';
import type { Succession, Wanted } from './accept.ts';
import { accept, ofTask } from './accept.ts';
import { checkWork } from './check-work.ts';
import type { VerbContext } from './context.ts';
import { fillOptions } from './fill-options.ts';
import { handoffOf } from './handoff.ts';
import { checkInSession } from './in-session.ts';
import { findAfter } from './resolve-after.ts';
import type { SubmitRequest } from './submit-request.ts';

/** An accepted task. From here on it will reach exactly one end. */
export interface Submitted {
  readonly task: TaskFacts;
  /** Tasks that wait for this one instead of the one that it tries again. */
  readonly takenOver: readonly string[];
  /** Why this agent, when none was named. */
  readonly routedBy: string | null;
  /** What went wrong after the task was accepted; it waits for the next hook then. Null when all is well. */
  readonly problem: string | null;
}

/**
 * Checks a task against the policy and accepts it: one journal transaction, then the workspace, then the supervisor
 * is woken. A refusal leaves nothing behind.
 */
export async function submit(
  context: VerbContext,
  request: SubmitRequest,
  succession?: Succession,
): Promise<Result<Submitted>> {
  const all = await submitAll(context, [request], succession);
  if (!all.ok) return all;
  const [only] = all.value;
  invariant(only !== undefined, 'a request that was accepted gave no task');
  return ok(only);
}

/** Submits several tasks in one transaction: all of them or, with the first refusal, none. */
export async function submitAll(
  context: VerbContext,
  requests: readonly SubmitRequest[],
  succession?: Succession,
): Promise<Result<Submitted[]>> {
  if ((context.env.OUTLOOP_TASK_ID ?? '') !== '') {
    return fail(
      failure(
        'policy_refused',
        'A background worker does not delegate.',
        'Say in its result what should be delegated; a person or their session decides.',
        { rule: 'recursion', category: 'recursion' },
      ),
    );
  }
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const wanted: Wanted[] = [];
  for (const [at, request] of requests.entries()) {
    const one = await check(context, request, config.value, succession);
    if (!one.ok) return ofTask(at, requests.length, one);
    wanted.push(one.value);
  }
  const accepted = await accept(context, wanted);
  if (!accepted.ok) return accepted;
  const submitted: Submitted[] = [];
  for (const [at, { task, takenOver }] of accepted.value.entries()) {
    const routedBy = wanted[at]?.work.by ?? null;
    submitted.push({ task, takenOver, routedBy, problem: await launch(context, task, config.value) });
  }
  return ok(submitted);
}

async function check(
  context: VerbContext,
  request: SubmitRequest,
  config: Config,
  succession: Succession | undefined,
): Promise<Result<Wanted>> {
  const inSession = checkInSession(context, request);
  if (!inSession.ok) return inSession;
  const work = await checkWork(context, request, config);
  if (!work.ok) return work;
  const options = fillOptions(context, request, work.value.agent, config);
  if (!options.ok) return options;
  const after = await findAfter(context, request.after ?? []);
  if (!after.ok) return after;
  const answer = succession?.answer;
  return ok({
    work: work.value,
    options: answer === undefined ? options.value : { ...options.value, answer },
    after: after.value,
    policyHash: policyHash(config.policy),
    succession,
    isInSession: request.inSession === true,
  });
}

// The task is accepted by now, so what fails here is said but takes nothing back: the supervisor makes a missing
// workspace, and the next hook starts a missing supervisor.
async function launch(context: VerbContext, task: TaskFacts, config: Config): Promise<string | null> {
  const created = createWorkspace(context.paths, task, staticPrimeOf(task), {
    gitignore: config.gitignore_reports,
  });
  try {
    await context.wake(task.runner === 'subagent' ? [] : [handoffOf(context, task.id)]);
  } catch (error) {
    return `The supervisor could not be started: ${(error as Error).message}`;
  }
  return created.ok ? null : created.failure.message;
}
