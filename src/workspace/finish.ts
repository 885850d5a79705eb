import { renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { EndStatus, Usage } from '../domain/events.ts';
import { ok, type Result } from '../domain/result.ts';
import type { WorkResult } from '../domain/work-result.ts';
import { markdownLine } from '../observe/clean.ts';
import { type Redactor, redact, redactValue } from '../observe/redact.ts';
import { createWorkspace, newManifest, type WorkspaceTask } from './create.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { logEnd } from './output-log.ts';
import {
  displayPath,
  type ReportsPaths,
  type WorkspaceFiles,
  workspaceActive,
  workspaceCompleted,
  workspaceFiles,
} from './paths.ts';
import { progressLines, progressPage } from './progress.ts';
import { type ReportInput, renderReport } from './report.ts';
import { type StoredResult, writeStoredResult } from './result-file.ts';
import { cannot, ensureFolder, lstat, readTextFile, replaceFile } from './safe-file.ts';

/** How a task ended, for its workspace. Times are milliseconds since the epoch. */
export interface TaskEnd {
  readonly status: EndStatus;
  /** One sentence for people. */
  readonly summary: string;
  /** For an end that is no success: what ended it and what to do. Else empty. */
  readonly why: string;
  readonly result: WorkResult | null;
  readonly usage: Usage | null;
  readonly attempt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number;
  readonly workerSessionId: string | null;
  /** By what means it was made sure that nothing survives, and what did; null if nothing was started. */
  readonly containment: string | null;
  /** Tools that the worker was denied. */
  readonly denied: readonly string[];
}

/** Where the workspace of an ended task lies. */
export interface FinishedWorkspace {
  readonly files: WorkspaceFiles;
  /** The folder, relative to the project root. */
  readonly resultsLocation: string;
}

/**
 * Writes how a task ended into its workspace and moves the folder to `completed`. It may be called again after a crash
 * at any point; once the folder has moved, what it says stays as it is.
 */
export function finishWorkspace(
  paths: ReportsPaths,
  task: WorkspaceTask,
  end: TaskEnd,
  redactText: Redactor = redact,
): Result<FinishedWorkspace> {
  const active = workspaceActive(paths, task.id);
  const completed = workspaceCompleted(paths, task.id);
  const finished = {
    files: workspaceFiles(completed, task.agent),
    resultsLocation: displayPath(paths, completed),
  };
  if (lstat(completed) !== null && lstat(active) === null) return ok(finished);
  for (const step of finishSteps(paths, task, redactValue(end, redactText))) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(finished);
}

/** The steps of `finishWorkspace`, each of which may be the last before a crash. For it and for tests. */
export function finishSteps(paths: ReportsPaths, task: WorkspaceTask, end: TaskEnd): (() => Result<void>)[] {
  const files = workspaceFiles(workspaceActive(paths, task.id), task.agent);
  const location = displayPath(paths, workspaceCompleted(paths, task.id));
  return [
    () => clearWay(files),
    () => createIfMissing(paths, task),
    () => writeStoredResult(files.result, storedResult(task, end)),
    () => fillProgress(files, task, end, location),
    () => replaceFile(files.report, renderReport(endReport(files, task, end, location))),
    () => logEnd(files.outputLog, end.status, end.endedAt, logResult(end, location)),
    () => closeManifest(files, task, end),
    () => ensureFolder(paths.reports, paths.completed),
    () => moveToCompleted(files.folder, workspaceCompleted(paths, task.id)),
  ];
}

/** A link or folder that a worker left where a file of ours belongs must not keep its task from ending. */
function clearWay(files: WorkspaceFiles): Result<void> {
  for (const path of [
    files.folder,
    files.manifest,
    files.prime,
    files.progress,
    files.outputLog,
    files.result,
    files.report,
  ]) {
    const stats = lstat(path);
    if (stats === null || (path === files.folder ? stats.isDirectory() : stats.isFile() && stats.nlink === 1))
      continue;
    try {
      if (stats.isDirectory()) renameSync(path, `${path}.in-the-way-${stats.ino}`);
      else unlinkSync(path);
    } catch (error) {
      return cannot('clear the way for', path, error);
    }
  }
  return ok(undefined);
}

function createIfMissing(paths: ReportsPaths, task: WorkspaceTask): Result<void> {
  const made = createWorkspace(paths, task, 'No context prime is left of this task.\n');
  return made.ok ? ok(undefined) : made;
}

function storedResult(task: WorkspaceTask, end: TaskEnd): StoredResult {
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
    denied: [...end.denied],
  };
}

function fillProgress(
  files: WorkspaceFiles,
  task: WorkspaceTask,
  end: TaskEnd,
  location: string,
): Result<void> {
  const log = progressLines(files);
  if (!log.ok) return log;
  const result = end.result;
  return replaceFile(
    files.progress,
    progressPage({
      agent: task.agent,
      task: markdownLine(task.description),
      startTime: new Date(task.submittedAt).toISOString(),
      status: END_WORDS[end.status],
      workspace: location,
      log: log.value,
      results: [
        markdownLine(end.summary),
        ...(result?.work_performed ?? []).map((line) => `- ${markdownLine(line)}`),
      ],
      nextActions: (result?.next_steps ?? [])
        .map((line) => `- ${markdownLine(line)}`)
        .concat(result?.next_steps.length ? [] : ['None']),
    }),
  );
}

const END_WORDS: Readonly<Record<EndStatus, string>> = {
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  timed_out: 'Timed out',
  lost: 'Lost',
};

function endReport(files: WorkspaceFiles, task: WorkspaceTask, end: TaskEnd, location: string): ReportInput {
  const log = progressLines(files);
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
    progress: log.ok ? log.value.map((line) => line.slice(2)) : [],
    usage: end.usage,
    workerSessionId: end.workerSessionId,
    workspace: location,
  };
}

function logResult(end: TaskEnd, location: string): object {
  return {
    success: end.status === 'completed',
    status: end.status,
    details: end.summary,
    report: `${location}/report.md`,
    duration_ms: durationMs(end),
    cost_usd: end.usage?.cost_usd ?? null,
  };
}

function closeManifest(files: WorkspaceFiles, task: WorkspaceTask, end: TaskEnd): Result<void> {
  const read = readManifest(files.manifest);
  const manifest = read.ok && read.value !== null ? read.value : newManifest(task);
  return writeManifest(
    files.manifest,
    {
      ...manifest,
      task_id: task.id,
      status: end.status,
      ended_at: new Date(end.endedAt).toISOString(),
      ...(end.attempt === null ? {} : { attempt: end.attempt }),
      ...(end.workerSessionId === null ? {} : { worker_session_id: end.workerSessionId }),
    },
    { sync: true },
  );
}

/** Should a folder of that name be there already, it is the one that counts, and the late one goes inside it. */
function moveToCompleted(active: string, completed: string): Result<void> {
  const target = lstat(completed) === null ? completed : join(completed, `late-${lstat(active)?.ino ?? 0}`);
  try {
    renameSync(active, target);
    return ok(undefined);
  } catch (error) {
    return cannot('move the workspace to', target, error);
  }
}

function durationMs(end: TaskEnd): number {
  return end.startedAt === null ? 0 : Math.max(0, end.endedAt - end.startedAt);
}

/** The text of the report of an ended or active task, null if it has none (yet). */
export function readReport(files: WorkspaceFiles): Result<string | null> {
  return readTextFile(files.report, 4 * 1024 * 1024);
}
