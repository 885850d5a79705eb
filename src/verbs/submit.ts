import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { staticPrimeOf } from '../context/prime-of.ts';
import { submittedEvent } from '../context/submitted-event.ts';
import { waitersOf } from '../domain/dependencies.ts';
import type { Failure } from '../domain/failure.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, TaskFacts } from '../domain/state.ts';
import { makeTaskId } from '../domain/task-id.ts';
import type { Answer, TaskOptions } from '../domain/task-options.ts';
import { credentialNames } from '../ipc/environment.ts';
import { transact } from '../journal/transact.ts';
import { policyHash } from '../policy/policy-hash.ts';
import { createWorkspace } from '../workspace/create.ts';
import type { CheckedWork } from './check-work.ts';
import { checkWork } from './check-work.ts';
import type { VerbContext } from './context.ts';
import { fillOptions } from './fill-options.ts';
import { handoffOf } from './handoff.ts';
import { checkInSession, claimObstacle } from './in-session.ts';
import type { WantedAfter } from './resolve-after.ts';
import { findAfter, settleAfter } from './resolve-after.ts';
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

/** What a new task has to do with one that has ended. */
export interface Succession {
  readonly retryOf: string;
  /** Whether those that wait for the ended one, and have not started, wait for the new one instead. */
  readonly takeOver: boolean;
  readonly answer?: Answer;
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
  const inSession = checkInSession(context, request);
  if (!inSession.ok) return inSession;
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const work = await checkWork(context, request, config.value);
  if (!work.ok) return work;
  const options = fillOptions(context, request, work.value.agent, config.value);
  if (!options.ok) return options;
  const after = await findAfter(context, request.after ?? []);
  if (!after.ok) return after;
  const answer = succession?.answer;
  const wanted: Wanted = {
    work: work.value,
    options: answer === undefined ? options.value : { ...options.value, answer },
    after: after.value,
    policyHash: policyHash(config.value.policy),
    succession,
    isInSession: request.inSession === true,
  };
  const accepted = await accept(context, wanted);
  if (!accepted.ok) return accepted;
  const { task, takenOver } = accepted.value;
  return ok({
    task,
    takenOver,
    routedBy: work.value.by,
    problem: await launch(context, task, config.value),
  });
}

/** A task that has passed all checks which need no look at the journal. */
interface Wanted {
  readonly work: CheckedWork;
  readonly options: TaskOptions;
  readonly after: readonly WantedAfter[];
  readonly policyHash: string;
  readonly succession: Succession | undefined;
  readonly isInSession: boolean;
}

interface Accepted {
  readonly task: TaskFacts;
  readonly takenOver: readonly string[];
}

async function accept(context: VerbContext, wanted: Wanted): Promise<Result<Accepted>> {
  const { work, options, succession } = wanted;
  // A subagent has its session's login, and a command needs none.
  const hasOwnWorker = work.command === undefined && !wanted.isInSession;
  const credentials = hasOwnWorker ? credentialNames(context.env) : [];
  return transact(context.journal, context, (state) => {
    const taken = reportTaken(state, options);
    if (taken !== null) return fail(taken);
    const submittedAt = context.now();
    let id = makeTaskId(submittedAt, work.agent, context.random(4));
    while (state.open.has(id) || state.ended.has(id)) {
      id = makeTaskId(submittedAt, work.agent, context.random(4));
    }
    const moved = succession?.takeOver === true ? waitersOf(state, succession.retryOf) : [];
    const after = settleAfter(state, id, wanted.after, { from: succession?.retryOf ?? '', moved });
    if (!after.ok) return after;
    const task: TaskFacts = {
      id,
      agent: work.agent,
      description: work.description,
      ...(work.command === undefined ? {} : { command: work.command }),
      ...(wanted.isInSession ? { runner: 'subagent' as const } : {}),
      sessionId: context.asker.sessionId,
      owner: context.asker.owner,
      options: after.value.length === 0 ? options : { ...options, after: after.value },
      ...(work.by === null ? {} : { routedBy: work.by }),
      ...(succession === undefined ? {} : { retryOf: succession.retryOf }),
      credentials,
      submittedAt,
    };
    const obstacle = wanted.isInSession ? claimObstacle(state, task) : null;
    if (obstacle !== null) return fail(obstacle);
    const moves = moved.map((waiting) => ({
      event: 'dependency.moved' as const,
      task_id: waiting.id,
      from: succession?.retryOf ?? '',
      to: id,
      session_id: context.asker.sessionId,
    }));
    const events = [submittedEvent(task, wanted.policyHash), ...moves];
    return ok({ events, value: { task, takenOver: moved.map((waiting) => waiting.id) } });
  });
}

function reportTaken(state: JournalState, { report }: TaskOptions): Failure | null {
  if (report === undefined) return null;
  const taken = [...state.open.values()].find((open) => open.options.report === report);
  if (taken === undefined) return null;
  return failure(
    'usage',
    `The report of ${taken.id} is kept at ${report} already.`,
    'Choose another path for --report.',
  );
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
