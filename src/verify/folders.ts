import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskAgent } from '../domain/agents.ts';
import type { EndedTask, JournalState, OpenTask } from '../domain/state.ts';
import { cleanLine } from '../observe/clean.ts';
import { type Manifest, readManifest } from '../workspace/manifest.ts';
import { displayPath, type ReportsPaths } from '../workspace/paths.ts';
import { lstat } from '../workspace/safe-file.ts';
import { type Finding, REPAIR } from './finding.ts';

/** What the journal knows of all tasks. */
export interface KnownTasks {
  readonly state: Pick<JournalState, 'open'>;
  readonly ended: ReadonlyMap<string, EndedTask>;
  /** Ended tasks whose workspace was cleaned away. */
  readonly cleaned: ReadonlySet<string>;
}

/** What a manifest must say of a task, by the journal. */
export type ManifestFacts = Pick<
  Manifest,
  'task_id' | 'agent' | 'task' | 'start_time' | 'status' | 'session_id'
>;

/** Compares the workspaces with the journal: each task has its folder in its place, and its manifest says the same. */
export function checkFolders(paths: ReportsPaths, known: KnownTasks): Finding[] {
  const active = new Set(taskFolders(paths.active));
  const completed = new Set(taskFolders(paths.completed));
  const findings: Finding[] = [];
  for (const task of known.state.open.values()) findings.push(...checkOpen(paths, task, active, completed));
  for (const task of known.ended.values()) {
    findings.push(...checkEnded(paths, task, active, completed, known.cleaned.has(task.id)));
  }
  for (const [folder, names] of [
    [paths.active, active],
    [paths.completed, completed],
  ] as const) {
    for (const id of names) {
      const isKnown = known.state.open.has(id) || known.ended.has(id);
      if (isKnown || !isWorkspace(join(folder, id), id)) continue;
      findings.push(
        finding(paths, 'folder_unknown', join(folder, id), id, 'The journal knows no such task.'),
      );
    }
  }
  return findings;
}

/** The names in a folder that could be tasks; everything else there is somebody else's. */
export function taskFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && TASK_NAME.test(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** True for a folder that holds a manifest of just this task. */
export function isWorkspace(folder: string, id: string): boolean {
  const manifest = readManifest(join(folder, 'manifest.json'));
  return manifest.ok && manifest.value?.task_id === id;
}

/** What the manifest of a task must say. */
export function manifestFacts(task: OpenTask | EndedTask): ManifestFacts {
  return {
    task_id: task.id,
    agent: task.agent as TaskAgent,
    task: cleanLine(task.description),
    start_time: new Date(task.submittedAt).toISOString(),
    status: 'status' in task ? task.status : 'active',
    session_id: task.sessionId,
  };
}

const TASK_NAME = /^[a-z0-9][a-z0-9-]{7,79}$/;

function checkOpen(
  paths: ReportsPaths,
  task: OpenTask,
  active: ReadonlySet<string>,
  completed: ReadonlySet<string>,
): Finding[] {
  const folder = join(paths.active, task.id);
  const other = join(paths.completed, task.id);
  if (active.has(task.id)) return checkManifest(paths, task, folder);
  if (!completed.has(task.id)) {
    return [finding(paths, 'folder_missing', folder, task.id, 'The folder of an open task is missing.')];
  }
  // One that ran may have come to its end a moment ago: its supervisor, or the next one, says so in the journal.
  if (task.phase === 'running' && lstat(join(other, 'result.json')) !== null) {
    const what = 'The workspace says that the task has ended; the journal does not yet.';
    return [{ ...finding(paths, 'folder_misplaced', other, task.id, what), next: NEXT_SUPERVISOR }];
  }
  const what = 'The task is open, but its folder lies among the ended ones.';
  return [finding(paths, 'folder_misplaced', other, task.id, what)];
}

const NEXT_SUPERVISOR = 'The next supervisor does. Start one with any command, such as: outloop status';

function checkEnded(
  paths: ReportsPaths,
  task: EndedTask,
  active: ReadonlySet<string>,
  completed: ReadonlySet<string>,
  isCleaned: boolean,
): Finding[] {
  const folder = join(paths.completed, task.id);
  const late = join(paths.active, task.id);
  if (active.has(task.id)) {
    return completed.has(task.id)
      ? [
          finding(
            paths,
            'folder_twice',
            late,
            task.id,
            'An ended task has a second folder among the open ones.',
          ),
        ]
      : [finding(paths, 'folder_misplaced', late, task.id, `The task has ended (${task.status}).`)];
  }
  // Of a cleaned one foreign files may be left, or what an interruption did.
  if (isCleaned) return [];
  if (completed.has(task.id)) return checkManifest(paths, task, folder);
  return [finding(paths, 'folder_missing', folder, task.id, 'The folder of an ended task is missing.')];
}

function checkManifest(paths: ReportsPaths, task: OpenTask | EndedTask, folder: string): Finding[] {
  const path = join(folder, 'manifest.json');
  const read = readManifest(path);
  if (!read.ok || read.value === null) {
    const what = read.ok ? 'The manifest is missing.' : 'It is no manifest.';
    return [finding(paths, 'manifest_missing', path, task.id, what)];
  }
  const facts = manifestFacts(task);
  const there = read.value;
  const wrong = Object.entries(facts).filter(([key, value]) =>
    key === 'start_time' ? !isSameTime(there.start_time, value) : there[key as keyof Manifest] !== value,
  );
  // A task that is just being ended has its manifest closed before its folder moves.
  const isEnding = !('status' in task) && lstat(join(folder, 'result.json')) !== null;
  const told = wrong.filter(([key]) => !(isEnding && key === 'status'));
  if (told.length === 0) return [];
  const words = told.map(([key, value]) => `${key} must be ${cleanLine(JSON.stringify(value), 60)}`);
  return [finding(paths, 'manifest_differs', path, task.id, `By the journal ${words.join(', ')}.`)];
}

/** The folder is made a moment after the record is written, and both take the time by themselves. */
function isSameTime(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= SAME_TIME_MS;
}

const SAME_TIME_MS = 60_000;

function finding(
  paths: ReportsPaths,
  code: Finding['code'],
  path: string,
  taskId: string,
  what: string,
): Finding {
  return { code, where: displayPath(paths, path), task_id: taskId, what, next: REPAIR };
}
