import type { TaskEnded } from './events.ts';
import type { EndedTask, OpenTask } from './state.ts';

/** An open task with its end, at this time, as nobody has heard it yet. */
export function endedTask(task: OpenTask, record: TaskEnded, at: number): EndedTask {
  return {
    id: task.id,
    agent: task.agent,
    description: task.description,
    sessionId: task.sessionId,
    owner: task.owner,
    ...(task.options.name === undefined ? {} : { name: task.options.name }),
    ...(task.runner === undefined ? {} : { runner: task.runner }),
    ...(task.phase === 'running' && task.subagentId !== undefined ? { subagentId: task.subagentId } : {}),
    ...(task.options.group === undefined ? {} : { group: task.options.group }),
    submittedAt: task.submittedAt,
    startedAt: task.phase === 'running' ? task.startedAt : null,
    endedAt: at,
    durationMs: record.duration_ms,
    status: record.status,
    summary: record.summary,
    resultsLocation: record.results_location,
    usage: record.usage,
    workerSessionId: task.phase === 'running' ? task.workerSessionId : null,
    heard: false,
  };
}
