import { renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { type Redactor, redact, redactValue } from '../observe/redact.ts';
import { createWorkspace, newManifest, type WorkspaceTask } from './create.ts';
import { endManifest, endProgressPage, endReport, logResult, storedResult } from './end-pages.ts';
import { readManifest } from './manifest.ts';
import { logEnd } from './output-log.ts';
import {
  displayPath,
  type ReportsPaths,
  type WorkspaceFiles,
  workspaceActive,
  workspaceCompleted,
  workspaceFiles,
} from './paths.ts';
import { progressLines } from './progress.ts';
import { renderReport } from './report.ts';
import { writeStoredResult } from './result-file.ts';
import { cannot, ensureFolder, lstat, readTextFile, replaceFile } from './safe-file.ts';
import type { TaskEnd } from './task-end.ts';
import { writeManifest } from './write-manifest.ts';

export type { TaskEnd } from './task-end.ts';

/** Where the workspace of an ended task lies. */
export interface FinishedWorkspace {
  readonly files: WorkspaceFiles;
  /** The folder, relative to the project root. */
  readonly resultsLocation: string;
  /** It was finished before, and says itself how the task ended. */
  readonly wasFinished: boolean;
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
  const completed = workspaceCompleted(paths, task.id);
  const finished = {
    files: workspaceFiles(completed, task.agent),
    resultsLocation: displayPath(paths, completed),
    wasFinished: isFinished(paths, task.id),
  };
  if (finished.wasFinished) return ok(finished);
  for (const step of finishSteps(paths, task, redactValue(end, redactText))) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(finished);
}

/** True when a task's folder has moved: then it says how the task ended, whatever else becomes known. */
export function isFinished(paths: ReportsPaths, taskId: string): boolean {
  const completed = lstat(workspaceCompleted(paths, taskId));
  return completed?.isDirectory() === true && lstat(workspaceActive(paths, taskId)) === null;
}

/** The steps of `finishWorkspace`, each of which may be the last before a crash. For it and for tests. */
export function finishSteps(paths: ReportsPaths, task: WorkspaceTask, end: TaskEnd): (() => Result<void>)[] {
  const files = workspaceFiles(workspaceActive(paths, task.id), task.agent);
  const completed = workspaceCompleted(paths, task.id);
  const location = displayPath(paths, completed);
  let log: Result<readonly string[]> | undefined;
  const withLog = (write: (log: readonly string[]) => Result<void>): Result<void> => {
    log ??= progressLines(files);
    return log.ok ? write(log.value) : log;
  };
  return [
    () => clearWay(files, completed),
    () => createIfMissing(paths, task),
    () => writeStoredResult(files.result, storedResult(task, end), { sync: saysMore(task, end) }),
    () => withLog((log) => replaceFile(files.progress, endProgressPage(task, end, log, location))),
    () => withLog((log) => replaceFile(files.report, renderReport(endReport(task, end, log, location)))),
    () => logEnd(files.outputLog, end.status, end.endedAt, logResult(end, location)),
    () => closeManifest(files, task, end),
    () => ensureFolder(paths.reports, paths.completed),
    () => moveToCompleted(files.folder, completed),
  ];
}

/** A link or folder that a worker left where something of ours belongs must not keep its task from ending. */
function clearWay(files: WorkspaceFiles, completed: string): Result<void> {
  const { folder, transcript: _, ...ours } = files;
  for (const path of [folder, completed, ...Object.values(ours)]) {
    const stats = lstat(path);
    if (stats === null) continue;
    const isFolder = path === folder || path === completed;
    if (isFolder ? stats.isDirectory() : stats.isFile() && stats.nlink === 1) continue;
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

function closeManifest(files: WorkspaceFiles, task: WorkspaceTask, end: TaskEnd): Result<void> {
  const read = readManifest(files.manifest);
  const manifest = read.ok && read.value !== null ? read.value : newManifest(task);
  return writeManifest(files.manifest, endManifest(manifest, task, end), { sync: saysMore(task, end) });
}

/**
 * Whether the workspace holds what the journal does not: the result of an agent's work. How a command ended stands in the
 * journal, which is synced.
 */
function saysMore({ agent }: WorkspaceTask, { result }: TaskEnd): boolean {
  return agent !== 'command' && result !== null;
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

/** The text of the report of an ended or active task, null if it has none (yet). */
export function readReport(files: WorkspaceFiles): Result<string | null> {
  return readTextFile(files.report, 4 * 1024 * 1024);
}
