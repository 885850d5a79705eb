import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasNews, readState } from '../journal/journal.ts';
import { errnoOf } from '../journal/journal-file.ts';
import { settledLine } from '../notices/settled.ts';
import type { SupervisorContext } from './context.ts';

// Longer than the coarsest clock by which a file system or a shell tells which of two files is newer.
const REST_MS = 2_000;

/**
 * Keeps the file by which hooks see in the shell that nothing is new. It bears the time of the journal's last change
 * and counts while the journal is not newer; so it is left only once the journal has rested for a while, and whoever
 * appends, or dies while appending, needs to know nothing of it.
 * @param hash of the record that the journal ends with
 */
export function leaveSettled(context: SupervisorContext, hash: string): void {
  const { journal, paths } = context;
  if (context.settledHash === hash) return;
  const changedAt = statSync(journal.paths.journal, { throwIfNoEntry: false })?.mtimeMs;
  if (changedAt === undefined || context.now() - changedAt < REST_MS) return;
  const read = readState(journal);
  if (!read.ok || hasNews(journal)) return;
  context.settledHash = read.value.hash;
  try {
    putInPlace(settledPath(paths.internal), settledLine(read.value), changedAt);
  } catch (error) {
    // A disk that is full costs the hooks some milliseconds, no more.
    if (errnoOf(error) === undefined) throw error;
  }
}

function putInPlace(path: string, line: string | null, changedAt: number): void {
  if (line === null) {
    rmSync(path, { force: true });
    return;
  }
  writeFileSync(`${path}.new`, line, { mode: 0o600 });
  // A whole millisecond more: the times that Node sets are coarser than those of the file system.
  const seconds = (Math.ceil(changedAt) + 1) / 1_000;
  utimesSync(`${path}.new`, seconds, seconds);
  renameSync(`${path}.new`, path);
}

/** The file that says to hooks that nothing is new. */
export function settledPath(internal: string): string {
  return join(internal, 'settled');
}
