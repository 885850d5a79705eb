import type {
  GateTold,
  QueuePaused,
  SupervisorStarted,
  TaskEnded,
  TaskSubmitted,
} from '../../../src/domain/events.ts';
import type { NoticeHeard } from '../../../src/domain/notice-events.ts';
import type { ScheduleAdded } from '../../../src/domain/schedule-events.ts';

/** A submitted task with everything filled in. */
export function submitted(id: string, more: Partial<TaskSubmitted> = {}): TaskSubmitted {
  return {
    event: 'task.submitted',
    session_id: 'session-1',
    task_id: id,
    delegated_agent: 'coder',
    task_description: 'implement the export endpoint of the invoices',
    is_background: true,
    status: 'initiated',
    context_prime_length: 1200,
    runner: 'headless',
    owner: { pid: 4321, start: '100' },
    options: { timeout_ms: 60_000 },
    credentials: [],
    policy_hash: 'p1',
    ...more,
  };
}

/** The end of a task. */
export function ended(id: string, more: Partial<TaskEnded> = {}): TaskEnded {
  return {
    event: 'task.ended',
    task_id: id,
    status: 'completed',
    results_location: `reports/background/completed/${id}`,
    summary: 'Done.',
    duration_ms: 1000,
    usage: null,
    epoch: 1,
    ...more,
  };
}

/** The session has heard of these ends. */
export function heard(...ids: string[]): NoticeHeard {
  return { event: 'notice.heard', session_id: 'session-1', task_ids: ids, by: 'prompt' };
}

/** The gate told an owner of this task. */
export function told(id: string, pid: number): GateTold {
  return { event: 'gate.told', session_id: 'session-1', owner: { pid, start: '1' }, task_ids: [id] };
}

/** A supervisor of this version took over. */
export function supervisorStarted(version: string): SupervisorStarted {
  return { event: 'supervisor.started', epoch: 1, process: { pid: 77, start: '5' }, version };
}

/** A task that waits for another one. */
export function waitingFor(id: string, other: string): TaskSubmitted {
  return submitted(id, { options: { timeout_ms: 60_000, after: [{ task_id: other, on: 'success' }] } });
}

/** A schedule that runs every night. */
export function scheduleAdded(id: string): ScheduleAdded {
  return {
    event: 'schedule.added',
    session_id: 's-1',
    spec: {
      schedule_id: id,
      when: 'daily 02:30',
      rule: { kind: 'cron', lines: ['30 2 * * *'], time_zone: 'UTC' },
      agent: 'reviewer',
      task_description: 'review the importer',
      options: { timeout_ms: 60_000 },
      on_missed: 'skip',
      overlap: 'skip',
    },
  };
}

/** Nothing starts any more. */
export function queuePaused(reason: string): QueuePaused {
  return { event: 'queue.paused', scope: 'queue', reason, session_id: 's-1' };
}
