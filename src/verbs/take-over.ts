import { movedDependencies } from '../domain/dependencies.ts';
import type { EndStatus, JournalRecord, TaskSubmitted } from '../domain/events.ts';

/** What the whole journal says of tasks, as far as retries go. */
export interface Past {
  readonly submitted: Map<string, TaskSubmitted>;
  readonly ended: Map<string, EndStatus>;
  /** The last task that tries one again, by the id of that one. */
  readonly retries: Map<string, string>;
}

/** What the records say of tasks, as far as retries go; whom a task waits for is as it was at its end. */
export function pastOf(records: Iterable<JournalRecord>): Past {
  const past: Past = { submitted: new Map(), ended: new Map(), retries: new Map() };
  for (const record of records) {
    if (record.event === 'task.submitted') {
      past.submitted.set(record.task_id, record);
      if (record.retry_of !== undefined) past.retries.set(record.retry_of, record.task_id);
    } else if (record.event === 'task.ended') {
      past.ended.set(record.task_id, record.status);
    } else if (record.event === 'dependency.moved') {
      const moved = past.submitted.get(record.task_id);
      if (moved === undefined) continue;
      const after = movedDependencies(moved.options.after ?? [], record.from, record.to);
      past.submitted.set(moved.task_id, { ...moved, options: { ...moved.options, after } });
    }
  }
  return past;
}

/**
 * The tasks that ended because a task did not complete, and those behind them, each after all that it waits for. Who
 * was tried again already is left out.
 */
export function endedWith(past: Past, taskId: string): string[] {
  const needs = (id: string) =>
    (past.submitted.get(id)?.options.after ?? []).flatMap(({ task_id, on }) =>
      on === 'success' ? [task_id] : [],
    );
  const candidates = [...past.submitted.keys()].filter(
    (id) => past.ended.get(id) === 'dependency_failed' && !past.retries.has(id),
  );
  const behind = new Set([taskId]);
  for (let size = 0; size !== behind.size; ) {
    size = behind.size;
    for (const id of candidates) if (needs(id).some((one) => behind.has(one))) behind.add(id);
  }
  behind.delete(taskId);
  const inOrder: string[] = [];
  while (behind.size > 0) {
    // There is always one: whoever waits for one another was refused when it was submitted.
    const next = [...behind].find((id) => !needs(id).some((one) => behind.has(one))) ?? [...behind][0] ?? '';
    behind.delete(next);
    inOrder.push(next);
  }
  return inOrder;
}
