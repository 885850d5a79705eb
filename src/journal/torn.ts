import * as path from 'node:path';
import type { Journal } from './journal.ts';
import { errnoOf, type JournalFile } from './journal-file.ts';

/**
 * Puts a copy of the unfinished last line aside, for people who want to know what was lost. The next write isolates
 * the fragment, which stays in the journal as a bad line. Does nothing where a copy cannot be written.
 */
export function keepTornLine(journal: Journal, file: JournalFile, from: number, to: number): void {
  const folder = path.join(journal.paths.internal, 'torn');
  const bytes = Buffer.alloc(Math.min(to - from, COPY_BYTES_MAX));
  try {
    const got = file.read(bytes, from);
    journal.disk.makeFolder(folder);
    journal.disk.create(path.join(folder, `${from}.txt`), bytes.subarray(0, got));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

const COPY_BYTES_MAX = 1024 * 1024;
