import * as path from 'node:path';
import { needsAttention } from '../domain/state.ts';
import type { Journal } from './journal.ts';
import { errnoOf } from './journal-file.ts';

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

/**
 * Makes the marker say what the journal says, after a write; only who holds the lock takes it away.
 * The records are history by then, so that it could not be done must not take them back.
 * @param lookAgain catches up with the journal
 */
export function settleMarker(journal: Journal, locked: boolean, lookAgain: () => void): void {
  const marker = markerPath(journal);
  try {
    if (!isNeeded(journal) && locked && journal.disk.exists(marker)) {
      journal.disk.remove(marker);
      lookAgain();
    }
    // Behind a closed file there may be more than this fold can know.
    if (isNeeded(journal) || isClosed(journal)) placeMarker(journal);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

function isNeeded({ fold }: Journal): boolean {
  return fold !== null && needsAttention(fold.state);
}

function isClosed({ fold }: Journal): boolean {
  return fold !== null && fold.state.closedAt !== null;
}

/** The file that stands while something is open. */
export function markerPath(journal: Journal): string {
  return path.join(journal.paths.internal, 'open');
}
