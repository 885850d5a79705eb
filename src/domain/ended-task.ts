import type { TaskEnded } from './events.ts';
import type { EndedTask, OpenTask } from './state.ts';

/** An open task with its end, at this time, as nobody has heard it yet. */
export function endedTask(task: OpenTask, record: TaskEnded, at: number): EndedTask {
  const ended: EndedTask = {
    id: task.id,
    agent: task.agent,
    description: task.description,
    sessionId: task.sessionId,
    owner: task.owner,
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
  const { name, group } = task.options;
  if (name === undefined && group === undefined && task.runner === undefined) return ended;
  return Object.assign(
    ended,
    name === undefined ? {} : { name },
    group === undefined ? {} : { group },
    task.runner === undefined ? {} : { runner: task.runner },
    task.phase === 'running' && task.subagentId !== undefined ? { subagentId: task.subagentId } : {},
  );
}
