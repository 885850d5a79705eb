import type { QueuePaused, TaskPaused } from './events.ts';
import type { JournalState } from './state.ts';

/** Takes in that a running task was stopped where it is, or goes on. */
export function onTaskPaused(state: JournalState, record: TaskPaused, at: number): void {
  const task = state.open.get(record.task_id);
  if (task?.phase !== 'running') return;
  const { pausedAt, ...rest } = task;
  state.open.set(task.id, record.event === 'task.paused' ? { ...rest, pausedAt: pausedAt ?? at } : rest);
}

/** Takes in that nothing of a scope starts any more, or does again. */
export function onQueuePaused(state: JournalState, record: QueuePaused): void {
  const reason = record.event === 'queue.paused' ? record.reason : null;
  state.pauses = { ...state.pauses, [record.scope]: reason };
}
