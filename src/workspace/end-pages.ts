import type { EndStatus } from '../domain/events.ts';
import { markdownLine } from '../observe/clean.ts';
import type { WorkspaceTask } from './create.ts';
import type { Manifest } from './manifest.ts';
import { progressPage } from './progress.ts';
import type { ReportInput } from './report.ts';
import type { StoredResult } from './result-file.ts';
import { durationMs, type TaskEnd } from './task-end.ts';

/** `result.json` of an ended task. */
export function storedResult(task: WorkspaceTask, end: TaskEnd): StoredResult {
  return {
    task_id: task.id,
    agent: task.agent,
    task: task.description,
    status: end.status,
    success: end.status === 'completed',
    summary: end.summary,
    why: end.why,
    result: end.result,
    usage: end.usage,
    attempt: end.attempt,
    started_at: end.startedAt === null ? null : new Date(end.startedAt).toISOString(),
    ended_at: new Date(end.endedAt).toISOString(),
    duration_ms: durationMs(end),
    worker_session_id: end.workerSessionId,
    containment: end.containment,
    ...(end.limits === undefined ? {} : { limits: end.limits }),
    denied: [...end.denied],
  };
}

/**
 * The progress page of an ended task: results and next actions filled in.
 * @param log the lines of its execution log
 * @param workspace where the folder will lie, relative to the project root
 */
export function endProgressPage(
  task: WorkspaceTask,
  end: TaskEnd,
  log: readonly string[],
  workspace: string,
): string {
  const bullets = (lines: readonly string[]) => lines.map((line) => `- ${markdownLine(line)}`);
  const next = bullets(end.result?.next_steps ?? []);
  return progressPage({
    agent: task.agent,
    task: markdownLine(task.description),
    startTime: new Date(task.submittedAt).toISOString(),
    status: END_WORDS[end.status],
    workspace,
    log,
    results: [markdownLine(end.summary), ...bullets(end.result?.work_performed ?? [])],
    nextActions: next.length === 0 ? ['None'] : next,
  });
}

const END_WORDS: Readonly<Record<EndStatus, string>> = {
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  timed_out: 'Timed out',
  lost: 'Lost',
  limit_exceeded: 'Limit exceeded',
  dependency_failed: 'Dependency failed',
};

/** What the report of an ended task shows. */
export function endReport(
  task: WorkspaceTask,
  end: TaskEnd,
  log: readonly string[],
  workspace: string,
): ReportInput {
  return {
    taskId: task.id,
    agent: task.agent,
    description: task.description,
    status: end.status,
    submittedAt: task.submittedAt,
    startedAt: end.startedAt,
    at: end.endedAt,
    summary: end.summary,
    why: end.why,
    result: end.result,
    progress: log.map((line) => line.slice(2)),
    touched: end.touched ?? [],
    usage: end.usage,
    workerSessionId: end.workerSessionId,
    workspace,
  };
}

/** What stands as JSON behind `[RESULT]` in the output log. */
export function logResult(end: TaskEnd, location: string): object {
  return {
    success: end.status === 'completed',
    status: end.status,
    details: end.summary,
    report: `${location}/report.md`,
    duration_ms: durationMs(end),
    cost_usd: end.usage?.cost_usd ?? null,
  };
}

/** The manifest of an ended task. */
export function endManifest(manifest: Manifest, task: WorkspaceTask, end: TaskEnd): Manifest {
  return {
    ...manifest,
    task_id: task.id,
    status: end.status,
    ended_at: new Date(end.endedAt).toISOString(),
    ...(end.attempt === null ? {} : { attempt: end.attempt }),
    ...(end.startedAt === null ? {} : { attempt_started_at: new Date(end.startedAt).toISOString() }),
    ...(end.workerSessionId === null ? {} : { worker_session_id: end.workerSessionId }),
  };
}
