import { fail, ok, type Result } from '../domain/result.ts';
import { initialState } from '../domain/state.ts';
import { type Fold, type FoldListener, foldTail, startFold } from './fold.ts';
import { type Journal, unreadableFailure } from './journal.ts';
import type { JournalFile } from './journal-file.ts';
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
  /** Called before the first line of each file. */
  readonly onFile?: (path: string, bytes: number) => void;
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
        const fold = foldNext(files.at(-1)?.fold, file, (bytes) => listener.onFile?.(path, bytes), listener);
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
export function foldNext(
  before: Fold | undefined,
  file: JournalFile,
  onFile: (bytes: number) => void = () => {},
  listener: FoldListener = {},
): Fold {
  const continues = before !== undefined && before.state.closedAt !== null;
  const fold = startFold(continues ? before.state : initialState(), 0);
  const facts = file.facts();
  onFile(facts.size);
  foldTail(fold, file, facts, listener);
  return fold;
}
