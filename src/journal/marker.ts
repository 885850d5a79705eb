import * as path from 'node:path';
import type { Journal } from './journal.ts';

/*
 * The file `open` stands while a task is open or an end is unheard. Hooks test for it in the shell and leave at
 * once where it is missing, so it may stand too long but must never be missing: it is made before the line that
 * needs it, and taken away only by a writer who looks once more afterwards.
 */

/** Makes the marker where it is missing. */
export function placeMarker(journal: Journal): void {
  const marker = markerPath(journal);
  if (journal.disk.exists(marker)) return;
  journal.disk.makeFolder(journal.paths.internal);
  journal.disk.create(marker, '');
  // After a power cut nothing but this file says that there is something to look at.
  journal.disk.syncFolder(journal.paths.internal);
  journal.disk.syncFolder(path.dirname(journal.paths.internal));
}

/** @returns whether a marker was there and is gone now: then look at the journal once more */
export function removeMarker(journal: Journal): boolean {
  const marker = markerPath(journal);
  if (!journal.disk.exists(marker)) return false;
  journal.disk.remove(marker);
  return true;
}

function markerPath(journal: Journal): string {
  return path.join(journal.paths.internal, 'open');
}
