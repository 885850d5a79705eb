import { dependencyState } from '../domain/dependencies.ts';
import type { EndStatus } from '../domain/events.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';

/** A task that can never start, because one that had to complete did not. */
export interface FailedDependent {
  readonly task: OpenTask;
  readonly because: { readonly taskId: string; readonly status: EndStatus };
}

/**
 * The queued tasks to end as `dependency_failed`, each before those that wait for it in turn. Whoever waits only for
 * the end of one of them is not among them.
 */
export function failedDependents(state: Pick<JournalState, 'open' | 'dependents'>): FailedDependent[] {
  const failed: FailedDependent[] = [];
  const seen = new Set<string>();
  const add = (task: OpenTask, because: FailedDependent['because']) => {
    seen.add(task.id);
    failed.push({ task, because });
  };
  for (const task of state.open.values()) {
    if (task.phase !== 'queued' || task.options.after === undefined || seen.has(task.id)) continue;
    const own = dependencyState(task);
    if (own.kind === 'failed') add(task, { taskId: own.taskId, status: own.status });
  }
  // The list grows while it is walked: each one that fails takes its own dependents with it.
  for (const { task } of failed) {
    for (const id of state.dependents.get(task.id) ?? []) {
      const dependent = state.open.get(id);
      if (dependent?.phase !== 'queued' || seen.has(id)) continue;
      const needsIt = dependent.options.after?.some((one) => one.task_id === task.id && one.on === 'success');
      if (needsIt === true) add(dependent, { taskId: task.id, status: 'dependency_failed' });
    }
  }
  return failed;
}
