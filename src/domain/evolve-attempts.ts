import type { AttemptFailed, AttemptStarted } from './events.ts';
import type { JournalState } from './state.ts';
import type { AttemptTied } from './subagent-events.ts';

/** An open task runs. */
export function onAttemptStarted(state: JournalState, record: AttemptStarted, at: number): void {
  const task = state.open.get(record.task_id);
  if (task === undefined) return;
  const started = {
    phase: 'running' as const,
    attempt: record.attempt,
    epoch: record.epoch,
    startedAt: at,
    workerSessionId: record.worker_session_id,
  };
  // Spread, it takes forty times as long: that many new properties behind a copy are V8's slow path.
  state.open.set(task.id, Object.assign({}, task, started));
}

/** The client's id of a running subagent is known. */
export function onAttemptTied(state: JournalState, record: AttemptTied): void {
  const task = state.open.get(record.task_id);
  if (task?.phase === 'running') state.open.set(task.id, { ...task, subagentId: record.agent_id });
}

/** A failed attempt puts its task back into the queue. */
export function onAttemptFailed(state: JournalState, record: AttemptFailed): void {
  const task = state.open.get(record.task_id);
  if (task?.phase !== 'running' || task.attempt !== record.attempt) return;
  const { attempt, epoch, startedAt, workerSessionId, pausedAt, ...facts } = task;
  state.open.set(task.id, {
    ...facts,
    phase: 'queued',
    notBefore: Date.parse(record.retry_at),
    lastFailure: { attempt, failureClass: record.failure_class, reason: record.reason },
  });
}
