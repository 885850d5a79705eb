import { ok, type Result } from '../domain/result.ts';
import type { TaskFacts } from '../domain/state.ts';
import { cleanLine, markdownLine } from '../observe/clean.ts';
import type { Manifest } from './manifest.ts';
import { outputLogHead } from './output-log.ts';
import {
  displayPath,
  type ReportsPaths,
  type WorkspaceFiles,
  workspaceActive,
  workspaceCompleted,
  workspaceFiles,
} from './paths.ts';
import { progressPage } from './progress.ts';
import { prepareReports } from './reports-folder.ts';
import { appendLines, ensureFolder, lstat, replaceFile } from './safe-file.ts';
import { writeManifest } from './write-manifest.ts';

/** What a workspace needs to know of its task. */
export type WorkspaceTask = Pick<
  TaskFacts,
  'id' | 'agent' | 'description' | 'sessionId' | 'options' | 'submittedAt'
>;

/**
 * Makes the active workspace of a task: manifest, prime, progress page, output log. What is there already stays as it
 * is, so that it may be called again after a crash; of a task that has ended, the completed workspace is returned.
 * @param prime the static context prime
 * @param options.isRealPrime it is the one rendered at the start of an attempt, and takes the place of what is there
 */
export function createWorkspace(
  paths: ReportsPaths,
  task: WorkspaceTask,
  prime: string,
  options: { gitignore?: boolean; isRealPrime?: boolean } = {},
): Result<WorkspaceFiles> {
  const files = workspaceFiles(workspaceActive(paths, task.id), task.agent);
  // A task may have come to its end before its submitter got here.
  const completed = workspaceCompleted(paths, task.id);
  if (lstat(files.folder) === null && lstat(completed)?.isDirectory() === true) {
    return ok(workspaceFiles(completed, task.agent));
  }
  const steps: [path: string, write: () => Result<void>][] = [
    [files.manifest, () => writeManifest(files.manifest, newManifest(task))],
    [files.prime, () => replaceFile(files.prime, prime)],
    [files.progress, () => replaceFile(files.progress, newProgressPage(paths, task, files.folder))],
    [files.outputLog, () => appendLines(files.outputLog, outputLogHead(task.description, task.submittedAt))],
  ];
  const missing = steps.filter(
    ([path]) => lstat(path) === null || (path === files.prime && options.isRealPrime === true),
  );
  if (missing.length === 0) return ok(files);
  const prepared = prepareReports(paths, options);
  if (!prepared.ok) return prepared;
  const made = ensureFolder(paths.reports, files.folder);
  if (!made.ok) return made;
  for (const [, write] of missing) {
    const written = write();
    if (!written.ok) return written;
  }
  return ok(files);
}

/** The manifest of a task that was just accepted. */
export function newManifest(task: WorkspaceTask): Manifest {
  return {
    task_id: task.id,
    agent: task.agent,
    task: cleanLine(task.description),
    start_time: new Date(task.submittedAt).toISOString(),
    status: 'active',
    isolation: true,
    session_id: task.sessionId,
    options: task.options,
  };
}

function newProgressPage(paths: ReportsPaths, task: WorkspaceTask, folder: string): string {
  return progressPage({
    agent: task.agent,
    task: markdownLine(task.description),
    startTime: new Date(task.submittedAt).toISOString(),
    status: 'Active',
    workspace: displayPath(paths, folder),
    log: [],
    results: [],
    nextActions: [],
  });
}
