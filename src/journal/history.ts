import type { JournalRecord } from '../domain/events.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { initialState } from '../domain/state.ts';
import { type Fold, type FoldListener, foldTail, startFold } from './fold.ts';
import { type Journal, unreadableFailure } from './journal.ts';
import type { JournalFile } from './journal-file.ts';
import { asRecord, parseLine } from './record.ts';
import { listSegments } from './segments.ts';

/** One file of the history as it was folded. */
export interface FoldedFile {
  /** Absolute. */
  readonly path: string;
  /** Behind the last line of the file. */
  readonly fold: Fold;
}

/** What whoever walks through the history wants to hear. */
export interface HistoryListener extends FoldListener {
  /** Called before the first line of each file. `continues`: it follows the file before it, or is the first. */
  readonly onFile?: (path: string, fold: Fold, continues: boolean) => void;
  /** Called behind the last line of each file; its unfinished rest begins at `fold.offset`. */
  readonly onFileEnd?: (folded: FoldedFile, file: JournalFile) => void;
}

/**
 * Folds the whole history, from the oldest file in the archive to the journal. A file that does not continue the one
 * before it begins with the state that it brings along.
 * @returns the files, oldest first; none where there is no journal
 */
export function foldHistory(journal: Journal, listener: HistoryListener = {}): Result<readonly FoldedFile[]> {
  const files: FoldedFile[] = [];
  try {
    for (const path of [...listSegments(journal), journal.paths.journal]) {
      const file = journal.disk.openToRead(path);
      if (file === undefined) continue;
      try {
        const before = files.at(-1)?.fold;
        const fold = nextFold(before, file);
        const continues = before === undefined || fold.state.hash !== '';
        listener.onFile?.(path, fold, continues);
        foldTail(fold, file, fold.facts, listener);
        files.push({ path, fold });
        listener.onFileEnd?.({ path, fold }, file);
      } finally {
        file.close();
      }
    }
    return ok(files);
  } catch (error) {
    return fail(unreadableFailure(journal, error));
  }
}

/** Folds a file that comes after another one, or after nothing that is known. */
export function foldNext(before: Fold | undefined, file: JournalFile, listener: FoldListener = {}): Fold {
  const fold = nextFold(before, file);
  foldTail(fold, file, fold.facts, listener);
  return fold;
}

function nextFold(before: Fold | undefined, file: JournalFile): Fold {
  const continues = before !== undefined && firstRecord(file)?.prev === before.state.hash;
  const fold = startFold(continues ? before.state : initialState(), 0);
  fold.facts = file.facts();
  return fold;
}

/** The record that a continuing file begins with. */
function firstRecord(file: JournalFile): JournalRecord | undefined {
  for (let bytesMax = FIRST_BYTES; ; bytesMax *= 4) {
    const bytes = Buffer.allocUnsafe(bytesMax);
    const got = bytes.subarray(0, file.read(bytes, 0));
    const end = got.indexOf('\n');
    if (end === -1 && got.length === bytesMax) continue;
    const parsed = parseLine(got.subarray(0, Math.max(end, 0)));
    return parsed?.sound === true ? asRecord(parsed.value) : undefined;
  }
}

const FIRST_BYTES = 256 * 1024;
