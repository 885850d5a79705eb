import type { EndStatus } from './events.ts';
import type { JournalState, OpenTask } from './state.ts';
import type { Dependency } from './task-options.ts';

/** Where a waiting task stands with the tasks that it waits for. */
export type DependencyState =
  | { readonly kind: 'met' }
  | { readonly kind: 'waiting'; readonly for: readonly string[] }
  /** A task that had to complete did not: this one can never start. */
  | { readonly kind: 'failed'; readonly taskId: string; readonly status: EndStatus };

/** Tells whether a task may start as far as its dependencies go. A dependency that is not known to have ended counts as open. */
export function dependencyState(task: OpenTask): DependencyState {
  const waitingFor: string[] = [];
  for (const { task_id, on } of task.options.after ?? []) {
    const status = task.settled?.[task_id];
    if (status === undefined) waitingFor.push(task_id);
    else if (on === 'success' && status !== 'completed') return { kind: 'failed', taskId: task_id, status };
  }
  return waitingFor.length === 0 ? { kind: 'met' } : { kind: 'waiting', for: waitingFor };
}

/** Remembers whom a new task waits for; what has ended already is settled at once. */
export function linkDependencies(state: JournalState, taskId: string, after: readonly Dependency[]): void {
  for (const { task_id } of after) {
    const ended = state.ended.get(task_id);
    if (ended !== undefined) {
      settle(state, taskId, task_id, ended.status);
      continue;
    }
    const waiting = state.dependents.get(task_id) ?? new Set();
    state.dependents.set(task_id, new Set([...waiting, taskId]));
  }
}

/** Tells everybody who waits for a task how it ended. */
export function settleDependents(state: JournalState, ended: OpenTask, status: EndStatus): void {
  for (const id of state.dependents.get(ended.id) ?? []) settle(state, id, ended.id, status);
  state.dependents.delete(ended.id);
  for (const { task_id } of ended.options.after ?? []) {
    const waiting = new Set(state.dependents.get(task_id));
    if (!waiting.delete(ended.id)) continue;
    if (waiting.size === 0) state.dependents.delete(task_id);
    else state.dependents.set(task_id, waiting);
  }
}

/**
 * The cycle that a new task would close, as ids from the task to itself; null when there is none.
 * @param after whom the new task waits for; ids that are not open close nothing
 */
export function findCycle(
  open: ReadonlyMap<string, OpenTask>,
  taskId: string,
  after: readonly Dependency[],
): readonly string[] | null {
  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    if (id === taskId) return [...path, id];
    if (path.includes(id)) return null;
    for (const next of open.get(id)?.options.after ?? []) {
      const cycle = visit(next.task_id, [...path, id]);
      if (cycle !== null) return cycle;
    }
    return null;
  };
  for (const { task_id } of after) {
    const cycle = visit(task_id, [taskId]);
    if (cycle !== null) return cycle;
  }
  return null;
}

function settle(state: JournalState, taskId: string, endedId: string, status: EndStatus): void {
  const task = state.open.get(taskId);
  if (task === undefined) return;
  state.open.set(taskId, { ...task, settled: { ...task.settled, [endedId]: status } });
}
