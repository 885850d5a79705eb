import { submittedEvent } from '../context/submitted-event.ts';
import { isAgentName } from '../domain/agents.ts';
import { waitersOf } from '../domain/dependencies.ts';
import type { EndStatus, JournalEvent } from '../domain/events.ts';
import type { JournalState, OpenTask, TaskFacts } from '../domain/state.ts';
import { makeTaskId } from '../domain/task-id.ts';
import { readState } from '../journal/journal.ts';
import type { Verdict } from '../observe/verdict.ts';
import type { SupervisorContext } from './context.ts';
import type { Heir } from './judge-heir.ts';

/** Who takes over from a task with this outcome; null where nobody does. */
export async function findHeir(
  context: SupervisorContext,
  task: OpenTask,
  verdict: Verdict,
): Promise<Heir | null> {
  const agent = task.options.on_failure?.replace(/^agent:/, '') ?? '';
  if (!isAgentName(agent) || !isForHeir(verdict)) return null;
  const { judgeHeir } = await import('./judge-heir.ts');
  const judged = await judgeHeir(context, agent, task.description);
  if (judged.ok) return judged.value;
  context.log(`${task.id}: the ${agent} does not take over: ${judged.failure.message}`);
  return null;
}

// What was refused or has used up its limits would come out the same from anybody.
function isForHeir({ status, failureClass }: Verdict): boolean {
  const failed: readonly EndStatus[] = ['failed', 'lost'];
  return failed.includes(status) && failureClass !== 'policy' && failureClass !== 'limit';
}

/**
 * The lines by which the heir takes over. They stand before the end of the old task, so that nobody who waits for that
 * one ends with it. None where nobody takes over, or somebody wants the task ended.
 */
export function successionLines(
  context: SupervisorContext,
  state: JournalState,
  task: OpenTask,
  heir: Heir | null,
): JournalEvent[] {
  if (heir === null || state.open.get(task.id)?.cancelRequestedAt !== undefined) return [];
  const successor = successorOf(context, state, task, heir);
  const moves = waitersOf(state, task.id).map((waiting) => ({
    event: 'dependency.moved' as const,
    task_id: waiting.id,
    from: task.id,
    to: successor.id,
    session_id: task.sessionId,
  }));
  return [submittedEvent(successor, heir.policyHash), ...moves];
}

/** Lets the heir have the environment that the session gave for the task. */
export function passOnEnvironment(context: SupervisorContext, taskId: string): void {
  const read = readState(context.journal);
  const environment = context.handoffs.get(taskId);
  if (!read.ok || environment === undefined) return;
  for (const { id, retryOf } of read.value.open.values()) {
    if (retryOf === taskId) context.handoffs.set(id, environment);
  }
}

function successorOf(
  context: SupervisorContext,
  state: JournalState,
  task: OpenTask,
  { agent }: Heir,
): TaskFacts {
  const submittedAt = context.now();
  let id = makeTaskId(submittedAt, agent, context.random(4));
  while (state.open.has(id) || state.ended.has(id)) id = makeTaskId(submittedAt, agent, context.random(4));
  const { on_failure: _, after = [], ...options } = task.options;
  // What ended so long ago that the state does not know it any more would be waited for in vain.
  const known = after.filter(({ task_id }) => state.open.has(task_id) || state.ended.has(task_id));
  return {
    id,
    agent,
    description: task.description,
    sessionId: task.sessionId,
    owner: task.owner,
    options: known.length === 0 ? options : { ...options, after: known },
    credentials: task.credentials,
    submittedAt,
    retryOf: task.id,
    routedBy: 'because the agent before it failed',
  };
}
