import { loadConfig } from '../config/load-config.ts';
import { staticPrimeOf } from '../context/prime-of.ts';
import { submittedEvent } from '../context/submitted-event.ts';
import { isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, TaskFacts } from '../domain/state.ts';
import { makeTaskId } from '../domain/task-id.ts';
import { transact } from '../journal/transact.ts';
import { checkTask } from '../policy/check-task.ts';
import type { Policy } from '../policy/policy.ts';
import { policyHash } from '../policy/policy-hash.ts';
import type { Due } from '../schedules/due.ts';
import { due, nextWakeUp } from '../schedules/due.ts';
import { createWorkspace } from '../workspace/create.ts';
import type { SupervisorContext } from './context.ts';

/** Submits the occurrences of schedules whose time has come, or notes why one was passed over. */
export async function submitDue(context: SupervisorContext, state: JournalState): Promise<void> {
  if (state.schedules.size === 0) return;
  const now = due(state, context.now());
  if (now.length === 0) return;
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) {
    context.log(`nothing that is due is submitted: ${config.failure.message}`);
    return;
  }
  for (const one of now) await submitOccurrence(context, one, config.value.policy);
}

/** How long nothing needs to be looked at while only schedules are left, in milliseconds. */
export function sleepMs(state: JournalState, now: number): number {
  const next = nextWakeUp(state, now);
  return Math.max(0, Math.min(SLEEP_MS_MAX, (next ?? Number.POSITIVE_INFINITY) - now));
}

/** A machine that was suspended, or whose clock was set, is noticed within this time. */
const SLEEP_MS_MAX = 20_000;

async function submitOccurrence(context: SupervisorContext, wanted: Due, policy: Policy): Promise<void> {
  const { schedule_id: scheduleId } = wanted.schedule.spec;
  const done = await transact<TaskFacts | null>(context.journal, context, (state) => {
    if (state.supervisor?.epoch !== context.epoch) {
      return fail(failure('superseded', 'Another supervisor has taken over.'));
    }
    // Decided anew in the state that the line enters: a planned time is used up once, whoever came first.
    const still = due(state, context.now()).find(({ schedule }) => schedule.spec.schedule_id === scheduleId);
    if (still?.plannedAt !== wanted.plannedAt) return ok({ events: [], value: null });
    const reason = still.skip ?? obstacle(state, still, policy);
    if (reason !== null) return ok({ events: [skippedEvent(still, reason)], value: null });
    const task = occurrenceTask(context, state, still);
    return ok({ events: [submittedEvent(task, policyHash(policy))], value: task });
  });
  if (!done.ok) {
    context.log(`schedule ${scheduleId}: ${done.failure.message}`);
  } else if (done.value === null) {
    context.log(`schedule ${scheduleId}: passed over`);
  } else {
    context.log(`schedule ${scheduleId}: submitted ${done.value.id}`);
    const made = createWorkspace(context.paths, done.value, staticPrimeOf(done.value));
    if (!made.ok) context.log(`${done.value.id}: ${made.failure.message}`);
  }
}

// The policy may have changed since the schedule was accepted: what it refuses now does not run.
function obstacle(state: JournalState, { schedule }: Due, policy: Policy): string | null {
  const { spec } = schedule;
  const { report } = spec.options;
  for (const task of state.open.values()) {
    if (report !== undefined && task.options.report === report)
      return `${task.id} keeps its report at ${report}`;
  }
  if (!isAgentName(spec.agent)) return null;
  const verdict = checkTask({ agent: spec.agent, text: spec.task_description }, policy);
  return verdict.ok ? null : verdict.failure.message;
}

function skippedEvent({ schedule, plannedAt }: Due, reason: string) {
  return {
    event: 'schedule.skipped' as const,
    session_id: schedule.sessionId,
    schedule_id: schedule.spec.schedule_id,
    planned_at: new Date(plannedAt).toISOString(),
    reason,
  };
}

function occurrenceTask(
  context: SupervisorContext,
  state: JournalState,
  { schedule, plannedAt }: Due,
): TaskFacts {
  const { spec } = schedule;
  const submittedAt = context.now();
  let id = makeTaskId(submittedAt, spec.agent, context.random(4));
  while (state.open.has(id) || state.ended.has(id))
    id = makeTaskId(submittedAt, spec.agent, context.random(4));
  return {
    id,
    agent: spec.agent,
    description: spec.task_description,
    ...(spec.command === undefined ? {} : { command: spec.command }),
    sessionId: schedule.sessionId,
    owner: null,
    options: spec.options,
    credentials: [],
    submittedAt,
    occurrenceOf: { scheduleId: spec.schedule_id, plannedAt },
  };
}
