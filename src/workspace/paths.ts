import { join, relative, sep } from 'node:path';
import type { TaskAgent } from '../domain/agents.ts';
import { invariant } from '../domain/invariant.ts';

/** Where a project keeps its reports. Both are absolute; `root` is a real path. */
export interface Project {
  readonly root: string;
  readonly reports: string;
}

/** The layout of a project's reports folder. All paths are absolute; none is known to exist. */
export interface ReportsPaths extends Project {
  readonly journal: string;
  readonly activity: string;
  readonly bundles: string;
  readonly archive: string;
  readonly background: string;
  readonly active: string;
  readonly completed: string;
  /** Derived and transient files: the checkpoint, locks, cursors, markers. */
  readonly internal: string;
  readonly checkpoint: string;
  /** The files that must not be committed stand behind this one. */
  readonly gitignore: string;
}

/** Lays out the reports folder of a project. */
export function reportsPaths(project: Project): ReportsPaths {
  const { root, reports } = project;
  const background = join(reports, 'background');
  const internal = join(reports, '.outloop');
  return {
    root,
    reports,
    journal: join(reports, 'coordination.jsonl'),
    activity: join(reports, 'activity.jsonl'),
    bundles: join(reports, 'context-bundles'),
    archive: join(reports, 'archive'),
    background,
    active: join(background, 'active'),
    completed: join(background, 'completed'),
    internal,
    checkpoint: join(internal, 'checkpoint.json'),
    gitignore: join(reports, '.gitignore'),
  };
}

/** The files of one workspace, by what they are. */
export interface WorkspaceFiles {
  readonly folder: string;
  readonly manifest: string;
  readonly prime: string;
  /** What a review is about, as it was when the review started. */
  readonly changes: string;
  readonly progress: string;
  readonly outputLog: string;
  readonly transcript: string;
  readonly result: string;
  readonly report: string;
  /** What a subagent of the session said last, whole; other tasks have none. */
  readonly finalMessage: string;
}

/** The folder of a task that has not ended. */
export function workspaceActive(paths: Pick<ReportsPaths, 'active'>, taskId: string): string {
  return join(paths.active, checked(taskId));
}

/** The folder of a task that has ended, in whatever way. */
export function workspaceCompleted(paths: Pick<ReportsPaths, 'completed'>, taskId: string): string {
  return join(paths.completed, checked(taskId));
}

/** The one report of tasks that were submitted together. */
export function joinedReportPath(paths: Pick<ReportsPaths, 'background'>, group: string): string {
  return join(paths.background, 'joined', `${checked(group)}.md`);
}

/** Names the files of a workspace that lies (or will lie) in `folder`. The transcript of a command is its output. */
export function workspaceFiles(folder: string, agent: TaskAgent): WorkspaceFiles {
  return {
    folder,
    manifest: join(folder, 'manifest.json'),
    prime: join(folder, 'context-prime.md'),
    changes: join(folder, 'changes.diff'),
    progress: join(folder, `${agent}_progress.md`),
    outputLog: outputLogIn(folder),
    transcript: join(folder, agent === 'command' ? 'command.log' : 'transcript.jsonl'),
    result: join(folder, 'result.json'),
    report: join(folder, 'report.md'),
    finalMessage: join(folder, 'final-message.md'),
  };
}

/** The output log of the workspace that lies in `folder`. */
export function outputLogIn(folder: string): string {
  return join(folder, 'output.log');
}

/** A path as people see it: relative to the project root where it lies inside, with `/` between its parts. */
export function displayPath(project: Pick<Project, 'root'>, path: string): string {
  const shown = relative(project.root, path);
  if (shown === '') return '.';
  return shown.startsWith('..') ? path : shown.split(sep).join('/');
}

/** An id becomes part of a path only here. Ids that people type never get this far: they are matched first. */
function checked(taskId: string): string {
  invariant(/^[a-z0-9][a-z0-9-]{7,79}$/.test(taskId), 'a task id that is no task id would become a path');
  return taskId;
}
