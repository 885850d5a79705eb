import type { EndedTask, JournalState } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { failedDependents } from '../scheduler/failed-dependents.ts';
import type { SupervisorContext } from './context.ts';
import { deliver } from './deliver.ts';
import { endUnstarted } from './end-attempt.ts';

/** Ends the waiting tasks that somebody asked to cancel. */
export async function endCancelled(context: SupervisorContext, state: JournalState): Promise<void> {
  const ended: EndedTask[] = [];
  for (const task of [...state.open.values()]) {
    if (task.phase !== 'queued' || task.cancelRequestedAt === undefined) continue;
    const done = await endUnstarted(context, task);
    if (done.ok) ended.push(done.value);
  }
  deliver(context, ended);
}

/** Ends the waiting tasks that can never start, because one that had to complete did not; and those behind them. */
export async function endFailedDependents(context: SupervisorContext, state: JournalState): Promise<void> {
  const ended: EndedTask[] = [];
  for (const { task, because } of failedDependents(state)) {
    const how = because.status.replace('_', ' ');
    const done = await endUnstarted(context, task, {
      status: 'dependency_failed',
      summary: `Never started: it waited for ${shortId(because.taskId)}, which ended as ${how}.`,
      why: `It was to start when ${because.taskId} had completed. See why that did not (outloop result ${shortId(because.taskId)}), then submit both again.`,
    });
    if (done.ok) ended.push(done.value);
    else context.log(`${task.id}: cannot be ended yet: ${done.failure.message}`);
  }
  deliver(context, ended);
}
