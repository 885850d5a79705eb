import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { type EndedTask, needsAttention, type OpenTask } from '../domain/state.ts';
import type { TaskOptions } from '../domain/task-options.ts';
import { foldHistory } from '../journal/history.ts';
import type { Journal } from '../journal/journal.ts';
import { checkpointPath, readState } from '../journal/journal.ts';
import { markerPath, placeMarker } from '../journal/marker.ts';
import { createWorkspace } from '../workspace/create.ts';
import { type Manifest, readManifest } from '../workspace/manifest.ts';
import { displayPath, type ReportsPaths } from '../workspace/paths.ts';
import { cannot, ensureFolder, lstat } from '../workspace/safe-file.ts';
import { writeManifest } from '../workspace/write-manifest.ts';
import type { JournalAudit } from './audit-journal.ts';
import type { Finding } from './finding.ts';
import { manifestFacts } from './folders.ts';

/** One thing that a repair does. */
export interface RepairStep {
  /** For people, one line. */
  readonly what: string;
  readonly apply: () => Result<void>;
}

/** What would put right what was found beside the journal; findings that only a person can judge are left out. */
export function planRepairs(
  place: { readonly paths: ReportsPaths; readonly journal: Journal },
  audit: JournalAudit,
  findings: readonly Finding[],
): RepairStep[] {
  const options = optionsOf(place.journal, new Set(findings.flatMap(({ task_id }) => task_id ?? [])));
  return findings.flatMap((finding) => {
    const task = audit.state.open.get(finding.task_id ?? '') ?? audit.ended.get(finding.task_id ?? '');
    const step = task === undefined ? stepFor(place, finding) : taskStep(place.paths, finding, task, options);
    return step ?? [];
  });
}

function stepFor(
  { paths, journal }: { readonly paths: ReportsPaths; readonly journal: Journal },
  finding: Finding,
): RepairStep | null {
  const { internal } = paths;
  switch (finding.code) {
    case 'marker_missing':
      return {
        what: 'Put the marker back that tells hooks to look.',
        apply: () => attempt(finding.where, () => journal.disk.create(markerPath(journal), '')),
      };
    case 'marker_left':
      return { what: 'Remove the marker: nothing is open.', apply: () => removeMarker(journal) };
    case 'checkpoint_differs':
      return remove('Remove the checkpoint; it is made again.', [checkpointPath(journal)]);
    case 'index_differs':
      return remove('Remove the index of ended tasks; it is made again.', [
        join(internal, 'ended.index'),
        join(internal, 'ended.checkpoint.json'),
      ]);
    case 'card_differs':
      return remove('Remove the card of a supervisor that is gone.', [join(internal, 'supervisor.json')]);
    case 'folder_unknown':
      return moveAside(paths, finding);
    default:
      return null;
  }
}

function remove(what: string, files: readonly string[]): RepairStep {
  return {
    what,
    apply: () => attempt(files[0] ?? '', () => files.forEach((file) => void rmSync(file, { force: true }))),
  };
}

/** Looks once more afterwards: a session may have submitted a task meanwhile. */
function removeMarker(journal: Journal): Result<void> {
  return attempt(markerPath(journal), () => {
    journal.disk.remove(markerPath(journal));
    const read = readState(journal);
    if (!read.ok || needsAttention(read.value)) placeMarker(journal);
  });
}

function moveAside(paths: ReportsPaths, { where, task_id: id = '' }: Finding): RepairStep {
  const torn = join(paths.internal, 'torn');
  return {
    what: `Move ${where} to ${displayPath(paths, torn)}: no task of the journal has it.`,
    apply: () => {
      const made = ensureFolder(paths.reports, torn);
      return made.ok ? move(join(paths.root, where), join(torn, id)) : made;
    },
  };
}

function taskStep(
  paths: ReportsPaths,
  { code, where, next }: Finding,
  task: OpenTask | EndedTask,
  options: ReadonlyMap<string, TaskOptions>,
): RepairStep | null {
  const isEnded = 'status' in task;
  const belongs = join(isEnded ? paths.completed : paths.active, task.id);
  const elsewhere = join(isEnded ? paths.active : paths.completed, task.id);
  const rewrite = () => rewriteManifest(join(belongs, 'manifest.json'), task, options);
  switch (code) {
    case 'folder_missing':
      return {
        what: `Make ${where} again, with what the journal knows of the task.`,
        apply: () => (isEnded ? then(ensureFolder(paths.reports, belongs), rewrite) : create(paths, task)),
      };
    case 'folder_misplaced':
      if (next.startsWith('The next supervisor')) return null;
      return {
        what: `Move ${displayPath(paths, elsewhere)} to ${displayPath(paths, belongs)}.`,
        apply: () =>
          then(ensureFolder(paths.reports, join(belongs, '..')), () =>
            then(move(elsewhere, belongs), rewrite),
          ),
      };
    case 'folder_twice':
      return {
        what: `Move ${where} into the folder of the ended task.`,
        apply: () => move(elsewhere, join(belongs, `late-${lstat(elsewhere)?.ino ?? 0}`)),
      };
    case 'manifest_missing':
    case 'manifest_differs':
      return { what: `Write ${where} as the journal says.`, apply: rewrite };
    default:
      return null;
  }
}

function create(paths: ReportsPaths, task: OpenTask): Result<void> {
  const made = createWorkspace(paths, task, 'The folder of this task was lost and made again.\n');
  return made.ok ? ok(undefined) : made;
}

function rewriteManifest(
  path: string,
  task: OpenTask | EndedTask,
  options: ReadonlyMap<string, TaskOptions>,
): Result<void> {
  const read = readManifest(path);
  const there: Partial<Manifest> = read.ok && read.value !== null ? read.value : {};
  const ended = 'status' in task ? { ended_at: new Date(task.endedAt).toISOString() } : {};
  const known = 'options' in task ? task.options : (options.get(task.id) ?? there.options);
  // Of a task that is older than the archive only this much is known.
  const fallback: TaskOptions = { timeout_ms: Math.max(1, 'durationMs' in task ? task.durationMs : 1) };
  return writeManifest(path, {
    isolation: true,
    ...ended,
    ...there,
    ...manifestFacts(task),
    options: known ?? fallback,
  });
}

/** The options that tasks were submitted with, read from the whole history. */
function optionsOf(journal: Journal, ids: ReadonlySet<string>): Map<string, TaskOptions> {
  const options = new Map<string, TaskOptions>();
  if (ids.size === 0) return options;
  foldHistory(journal, {
    onRecord: (record) => {
      if (record.event === 'task.submitted' && ids.has(record.task_id))
        options.set(record.task_id, record.options);
    },
  });
  return options;
}

function move(from: string, to: string): Result<void> {
  return attempt(to, () => renameSync(from, to));
}

function attempt(path: string, action: () => void): Result<void> {
  try {
    action();
    return ok(undefined);
  } catch (error) {
    return cannot('repair', path, error);
  }
}

function then(first: Result<void>, next: () => Result<void>): Result<void> {
  return first.ok ? next() : first;
}
