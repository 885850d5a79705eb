import type { OpenTask } from '../domain/state.ts';
import { usageOf } from '../observe/stream-fold.ts';
import { writeLiveReport } from '../workspace/live-report.ts';
import { displayPath } from '../workspace/paths.ts';
import { progressLines } from '../workspace/progress.ts';
import { renderReport } from '../workspace/report.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

const EVERY_MS = 3_000;

/** Keeps the report of a running task at the path that its submitter chose, at most every three seconds. */
export function keepLiveReport(context: SupervisorContext, attempt: WatchedAttempt): void {
  const { task } = attempt;
  const path = task.options.report;
  const now = context.now();
  if (path === undefined || now - attempt.reportedAt < EVERY_MS) return;
  attempt.reportedAt = now;
  const progress = progressLines(attempt.files);
  const report = renderReport({
    taskId: task.id,
    agent: task.agent,
    description: attempt.redact(task.description),
    status: 'running',
    submittedAt: task.submittedAt,
    startedAt: task.startedAt,
    at: now,
    summary: '',
    why: '',
    result: null,
    progress: progress.ok ? progress.value.map((line) => line.slice(2)) : [],
    usage: usageOf(attempt.fold),
    workerSessionId: task.workerSessionId,
    workspace: displayPath(context.paths, attempt.files.folder),
  });
  said(context, task, writeLiveReport(context.paths, path, report));
}

// The report in the workspace is the one that counts: a copy that cannot be kept is said, and ends nothing.
function said(context: SupervisorContext, task: OpenTask, written: ReturnType<typeof writeLiveReport>): void {
  if (!written.ok) context.log(`${task.id}: ${written.failure.message}`);
}
