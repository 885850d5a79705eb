import type { TaskSubmitted } from '../domain/events.ts';
import type { TaskFacts } from '../domain/state.ts';
import { staticPrimeOf } from './prime-of.ts';

/** The journal line that opens a task. */
export function submittedEvent(task: TaskFacts, policyHash: string): TaskSubmitted {
  const occurrence = task.occurrenceOf;
  return {
    event: 'task.submitted',
    session_id: task.sessionId,
    task_id: task.id,
    delegated_agent: task.agent,
    task_description: task.description,
    is_background: true,
    status: 'initiated',
    context_prime_length: staticPrimeOf(task).length,
    runner: task.runner ?? (task.command === undefined ? 'headless' : 'command'),
    ...(task.command === undefined ? {} : { command: task.command }),
    ...(task.retryOf === undefined ? {} : { retry_of: task.retryOf }),
    ...(occurrence === undefined
      ? {}
      : {
          occurrence_of: {
            schedule_id: occurrence.scheduleId,
            planned_at: new Date(occurrence.plannedAt).toISOString(),
          },
        }),
    owner: task.owner,
    options: task.options,
    ...(task.routedBy === undefined ? {} : { routed_by: task.routedBy }),
    credentials: [...task.credentials],
    policy_hash: policyHash,
  };
}
