import type { DependencyMoved } from './dependency-events.ts';
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
    const waiting = state.dependents.get(task_id);
    if (waiting === undefined) state.dependents.set(task_id, new Set([taskId]));
    else waiting.add(taskId);
  }
}

/** Lets a task that has not started wait for another one instead; of that only its end counts, whenever it comes. */
export function moveDependency(
  state: JournalState,
  { task_id: taskId, from, to }: Pick<DependencyMoved, 'task_id' | 'from' | 'to'>,
): void {
  const task = state.open.get(taskId);
  const after = task?.options.after ?? [];
  if (task?.phase !== 'queued' || !after.some(({ task_id }) => task_id === from)) return;
  const moved = movedDependencies(after, from, to);
  const { settled = {}, ...facts } = task;
  const { [from]: _, ...others } = settled;
  const kept = Object.keys(others).length === 0 ? {} : { settled: others };
  state.open.set(taskId, { ...facts, ...kept, options: { ...task.options, after: moved } });
  unlink(state, from, taskId);
  linkDependencies(
    state,
    taskId,
    moved.filter(({ task_id }) => task_id === to),
  );
}

/** Dependencies with one of them taken over by another task. */
export function movedDependencies(after: readonly Dependency[], from: string, to: string): Dependency[] {
  const others = after.filter(({ task_id }) => task_id !== to);
  return others.map((one) => (one.task_id === from ? { ...one, task_id: to } : one));
}

/** The tasks that have not started and wait for a task, or waited for it and still stand in line. */
export function waitersOf(state: Pick<JournalState, 'open'>, taskId: string): OpenTask[] {
  return [...state.open.values()].filter(
    ({ phase, options }) =>
      phase === 'queued' && options.after?.some(({ task_id }) => task_id === taskId) === true,
  );
}

/** Who waits for whom among open tasks, by the id of the one that is waited for. */
export function dependentsOf(open: Iterable<OpenTask>): Map<string, Set<string>> {
  const dependents = new Map<string, Set<string>>();
  for (const task of open) {
    for (const { task_id } of task.options.after ?? []) {
      if (task.settled?.[task_id] !== undefined) continue;
      const waiting = dependents.get(task_id);
      if (waiting === undefined) dependents.set(task_id, new Set([task.id]));
      else waiting.add(task.id);
    }
  }
  return dependents;
}

/** Tells everybody who waits for a task how it ended. */
export function settleDependents(state: JournalState, ended: OpenTask, status: EndStatus): void {
  for (const id of state.dependents.get(ended.id) ?? []) settle(state, id, ended.id, status);
  state.dependents.delete(ended.id);
  for (const { task_id } of ended.options.after ?? []) unlink(state, task_id, ended.id);
}

function unlink(state: JournalState, taskId: string, dependentId: string): void {
  const waiting = state.dependents.get(taskId);
  waiting?.delete(dependentId);
  if (waiting?.size === 0) state.dependents.delete(taskId);
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
  // Each task is looked at once: of a task that was reached before, all that it waits for was too.
  const reachedFrom = new Map<string, string>();
  const queue: string[] = [];
  const reach = (from: string, dependencies: readonly Dependency[]) => {
    for (const { task_id } of dependencies) {
      if (reachedFrom.has(task_id)) continue;
      reachedFrom.set(task_id, from);
      queue.push(task_id);
    }
  };
  reach(taskId, after);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === taskId) return cycleThrough(taskId, reachedFrom);
    reach(id, open.get(id)?.options.after ?? []);
  }
  return null;
}

function cycleThrough(taskId: string, reachedFrom: ReadonlyMap<string, string>): string[] {
  const cycle = [taskId];
  for (let id = reachedFrom.get(taskId); id !== undefined && id !== taskId; id = reachedFrom.get(id)) {
    cycle.unshift(id);
  }
  return [taskId, ...cycle];
}

function settle(state: JournalState, taskId: string, endedId: string, status: EndStatus): void {
  const task = state.open.get(taskId);
  if (task === undefined) return;
  state.open.set(taskId, { ...task, settled: { ...task.settled, [endedId]: status } });
}
