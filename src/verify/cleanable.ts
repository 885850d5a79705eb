import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EndedTask, JournalState } from '../domain/state.ts';
import { foldHistory } from '../journal/history.ts';
import type { Journal } from '../journal/journal.ts';
import { listSegments } from '../journal/segments.ts';
import { readManifest } from '../workspace/manifest.ts';
import { type ReportsPaths, workspaceCompleted } from '../workspace/paths.ts';
import { lstat } from '../workspace/safe-file.ts';
import type { JournalAudit } from './audit-journal.ts';
import { isWorkspace, taskFolders } from './folders.ts';

/** What may go. Ages count from the end of a task, sizes are those of all workspaces of ended tasks. */
export interface CleanRules {
  readonly olderThanMs: number;
  /** So many of the last ended tasks stay, however old they are. */
  readonly keep: number;
  /** Beyond it transcripts go first, oldest first, then whole workspaces. */
  readonly bytesMax: number | undefined;
}

/** A workspace that may go, or only its transcript. */
export interface CleanableWorkspace {
  readonly id: string;
  /** Absolute. */
  readonly folder: string;
  readonly bytes: number;
  readonly part: 'all' | 'transcript';
}

/** A closed file of the journal that may go. */
export interface CleanableSegment {
  readonly file: string;
  readonly bytes: number;
}

/** Everything that may go. */
export interface Cleanable {
  readonly workspaces: readonly CleanableWorkspace[];
  readonly segments: readonly CleanableSegment[];
}

/**
 * Chooses what may go: never of an open task or of one that an open task builds on, never an end that its session has
 * not heard of, never what Outloop did not make.
 */
export function findCleanable(
  place: { readonly paths: ReportsPaths; readonly journal: Journal },
  audit: JournalAudit,
  rules: CleanRules,
  nowMs: number,
): Cleanable {
  const candidates = endedFolders(place.paths, audit)
    .toSorted((a, b) => b.endedAt - a.endedAt)
    .slice(rules.keep)
    .filter(({ id }) => mayGo(audit.state, id))
    .reverse();
  const limit = nowMs - rules.olderThanMs;
  const old = candidates.filter(({ endedAt }) => endedAt < limit);
  const workspaces: CleanableWorkspace[] = old.map(({ id, folder }) => whole(id, folder));
  if (rules.bytesMax !== undefined) {
    const all = taskFolders(place.paths.completed).reduce(
      (sum, id) => sum + sizeOf(workspaceCompleted(place.paths, id)),
      0,
    );
    const rest = all - workspaces.reduce((sum, { bytes }) => sum + bytes, 0);
    workspaces.push(...beyondSize(candidates.slice(old.length), rest - rules.bytesMax));
  }
  const gone = new Set(workspaces.flatMap(({ id, part }) => (part === 'all' ? [id] : [])));
  return { workspaces, segments: oldSegments(place, audit.state, gone, limit) };
}

interface EndedFolder {
  readonly id: string;
  readonly folder: string;
  readonly endedAt: number;
}

function endedFolders(paths: ReportsPaths, audit: JournalAudit): EndedFolder[] {
  return taskFolders(paths.completed).flatMap((id) => {
    const folder = workspaceCompleted(paths, id);
    const endedAt = audit.ended.get(id)?.endedAt ?? forgottenEnd(audit, folder, id);
    return endedAt === null ? [] : [{ id, folder, endedAt }];
  });
}

/** When a task ended that the journal has forgotten with an old file. */
function forgottenEnd(audit: JournalAudit, folder: string, id: string): number | null {
  if (audit.state.open.has(id) || !isWorkspace(folder, id)) return null;
  const manifest = readManifest(join(folder, 'manifest.json'));
  const endedAt = manifest.ok ? Date.parse(manifest.value?.ended_at ?? '') : Number.NaN;
  return Number.isNaN(endedAt) ? null : endedAt;
}

function mayGo(state: JournalState, id: string): boolean {
  if (state.ended.get(id)?.heard === false) return false;
  for (const task of state.open.values()) {
    if (task.retryOf === id || task.options.after?.some(({ task_id }) => task_id === id) === true)
      return false;
  }
  return true;
}

function whole(id: string, folder: string): CleanableWorkspace {
  return { id, folder, bytes: sizeOf(folder), part: 'all' };
}

function beyondSize(candidates: readonly EndedFolder[], surplusBytes: number): CleanableWorkspace[] {
  let surplus = surplusBytes;
  const transcripts: CleanableWorkspace[] = [];
  for (const { id, folder } of candidates) {
    if (surplus <= 0) return transcripts;
    const bytes = TRANSCRIPTS.reduce((sum, name) => sum + (lstat(join(folder, name))?.size ?? 0), 0);
    if (bytes === 0) continue;
    transcripts.push({ id, folder, bytes, part: 'transcript' });
    surplus -= bytes;
  }
  const wholes: CleanableWorkspace[] = [];
  for (const { id, folder } of candidates) {
    if (surplus <= 0) break;
    const found = whole(id, folder);
    const transcript = transcripts.find((one) => one.id === id)?.bytes ?? 0;
    wholes.push(found);
    surplus -= found.bytes - transcript;
  }
  const gone = new Set(wholes.map(({ id }) => id));
  return [...transcripts.filter(({ id }) => !gone.has(id)), ...wholes];
}

/** What the client or a command has said, line by line: by far the largest files, and the least missed. */
export const TRANSCRIPTS = ['transcript.jsonl', 'command.log'] as const;

/** The oldest closed files, as long as no folder is left of a task that ended in them. */
function oldSegments(
  { paths, journal }: { readonly paths: ReportsPaths; readonly journal: Journal },
  state: JournalState,
  gone: ReadonlySet<string>,
  limit: number,
): CleanableSegment[] {
  const endedIn = endsByFile(journal);
  const segments: CleanableSegment[] = [];
  for (const file of listSegments(journal)) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined || stats.mtimeMs >= limit) break;
    const isNeeded = (id: string) =>
      !state.ended.has(id) && !gone.has(id) && lstat(workspaceCompleted(paths, id)) !== null;
    if ((endedIn.get(file) ?? []).some(isNeeded)) break;
    segments.push({ file, bytes: stats.size });
  }
  return segments;
}

function endsByFile(journal: Journal): Map<string, EndedTask['id'][]> {
  const byFile = new Map<string, string[]>();
  let current: string[] = [];
  foldHistory(journal, {
    onFile: (path) => {
      current = [];
      byFile.set(path, current);
    },
    onRecord: (record) => {
      if (record.event === 'task.ended') current.push(record.task_id);
    },
  });
  return byFile;
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += lstat(join(entry.parentPath, entry.name))?.size ?? 0;
  }
  return bytes;
}
