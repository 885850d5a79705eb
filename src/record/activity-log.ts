import { appendFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { acquireLock } from '../journal/lock.ts';
import type { Activity } from '../observe/activity.ts';
import type { ReportsPaths } from '../workspace/paths.ts';
import { appendLines, ensureFolder } from '../workspace/safe-file.ts';

/** The folders and files of the log. */
export type ActivityPlaces = Pick<ReportsPaths, 'activity' | 'archive' | 'internal' | 'reports'>;

/** The log goes on in a new file beyond this size, and so many old ones are kept in the archive. */
const BYTES_MAX = 8 * 1024 * 1024;
const ARCHIVED_MAX = 4;

/**
 * Appends to `activity.jsonl`: lock, whole lines, no chain, no sync. Where the lock cannot be had within two seconds the
 * lines are dropped and counted: nobody is to wait for this log.
 * @param also is done under the same lock, whether or not there are lines
 * @returns a failure where the file cannot be written
 */
export async function appendActivity(
  places: ActivityPlaces,
  activities: readonly Activity[],
  also: () => Result<void> = () => ok(undefined),
): Promise<Result<void>> {
  const lock = await acquireLock(places.activity, join(places.internal, 'activity.lock'));
  if (lock === undefined) {
    countDropped(places, activities.length);
    return ok(undefined);
  }
  try {
    if (activities.length > 0) {
      rotate(places);
      const written = appendLines(places.activity, toLines(activities));
      if (!written.ok) return written;
    }
    return also();
  } finally {
    lock.release();
  }
}

/** How many lines were dropped so far. */
export function droppedActivity(places: Pick<ActivityPlaces, 'internal'>): number {
  return sizeOf(droppedPath(places));
}

/** The archived parts of the log, oldest first, and then the log itself. */
export function activityFiles(places: Pick<ActivityPlaces, 'activity' | 'archive'>): string[] {
  return [...archived(places).map((name) => join(places.archive, name)), places.activity];
}

// One byte for each: writers that could not get the lock need none to count.
function countDropped(places: ActivityPlaces, lines: number): void {
  try {
    appendFileSync(droppedPath(places), '.'.repeat(lines), { mode: 0o600 });
  } catch {
    // A folder that cannot be written is told by `outloop doctor`; this log may lose lines.
  }
}

function droppedPath({ internal }: Pick<ActivityPlaces, 'internal'>): string {
  return join(internal, 'activity-dropped');
}

// Under the lock. Numbers that are padded sort by age.
function rotate(places: ActivityPlaces): void {
  if (sizeOf(places.activity) < BYTES_MAX || !ensureFolder(places.reports, places.archive).ok) return;
  try {
    const last = /\d+/.exec(archived(places).at(-1) ?? '')?.[0] ?? '0';
    const next = String(Number(last) + 1).padStart(6, '0');
    renameSync(places.activity, join(places.archive, `activity-${next}.jsonl`));
    for (const name of archived(places).slice(0, -ARCHIVED_MAX)) rmSync(join(places.archive, name));
  } catch {
    // It goes on in the same file, and the next writer tries again.
  }
}

function archived({ archive }: Pick<ActivityPlaces, 'archive'>): string[] {
  try {
    return readdirSync(archive)
      .filter((name) => /^activity-\d+\.jsonl$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function toLines(activities: readonly Activity[]): string {
  return activities.map((one) => `${JSON.stringify(one)}\n`).join('');
}
