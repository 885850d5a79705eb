import { submittedEvent } from '../context/submitted-event.ts';
import { waitersOf } from '../domain/dependencies.ts';
import type { JournalEvent } from '../domain/events.ts';
import type { Failure } from '../domain/failure.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, TaskFacts } from '../domain/state.ts';
import { makeTaskId } from '../domain/task-id.ts';
import type { Answer, TaskOptions } from '../domain/task-options.ts';
import { credentialNames } from '../ipc/environment.ts';
import { transact } from '../journal/transact.ts';
import type { CheckedWork } from './check-work.ts';
import type { VerbContext } from './context.ts';
import { claimObstacle } from './in-session.ts';
import type { WantedAfter } from './resolve-after.ts';
import { settleAfter } from './resolve-after.ts';

/** What a new task has to do with one that has ended. */
export interface Succession {
  readonly retryOf: string;
  /** Whether those that wait for the ended one, and have not started, wait for the new one instead. */
  readonly takeOver: boolean;
  readonly answer?: Answer;
}

/** A task that has passed all checks which need no look at the journal. */
export interface Wanted {
  readonly work: CheckedWork;
  readonly options: TaskOptions;
  readonly after: readonly WantedAfter[];
  readonly policyHash: string;
  readonly succession: Succession | undefined;
  readonly isInSession: boolean;
}

/** A task that is in the journal. */
export interface Accepted {
  readonly task: TaskFacts;
  readonly takenOver: readonly string[];
}

/** Puts tasks into the journal in one transaction: all of them, or none with the first that cannot be accepted. */
export function accept(context: VerbContext, wanted: readonly Wanted[]): Promise<Result<Accepted[]>> {
  return transact(context.journal, context, (state) => {
    const events: JournalEvent[] = [];
    const accepted: Accepted[] = [];
    // Each is decided in the state that those before it leave.
    let now: JournalState = state;
    for (const [at, one] of wanted.entries()) {
      const decided = decide(context, now, one);
      if (!decided.ok) return ofTask(at, wanted.length, decided);
      const { task } = decided.value.accepted;
      events.push(...decided.value.events);
      accepted.push(decided.value.accepted);
      if (wanted.length > 1)
        now = { ...now, open: new Map(now.open).set(task.id, { ...task, phase: 'queued' }) };
    }
    return ok({ events, value: accepted });
  });
}

/** A refusal of one of several tasks says which one it is. */
export function ofTask(
  at: number,
  count: number,
  refused: { readonly ok: false; readonly failure: Failure },
): Result<never> {
  if (count === 1) return refused;
  const { code, message, hint, details } = refused.failure;
  return fail(failure(code, `Task ${at + 1} of ${count}: ${message}`, hint, details));
}

function decide(
  context: VerbContext,
  state: JournalState,
  wanted: Wanted,
): Result<{ readonly events: readonly JournalEvent[]; readonly accepted: Accepted }> {
  const { work, options, succession } = wanted;
  // A subagent has its session's login, and a command needs none.
  const hasOwnWorker = work.command === undefined && !wanted.isInSession;
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
    credentials: hasOwnWorker ? credentialNames(context.env) : [],
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
  return ok({ events, accepted: { task, takenOver: moved.map((waiting) => waiting.id) } });
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
