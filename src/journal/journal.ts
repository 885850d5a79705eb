import * as path from 'node:path';
import { type Failure, failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { ENDED_KEPT, initialState, type JournalState } from '../domain/state.ts';
import { loadCheckpoint, saveCheckpoint, savedSeq } from './checkpoint.ts';
import { continuesIn, type Fold, type FoldListener, foldTail, startFold } from './fold.ts';
import { errnoOf, type JournalDisk, type JournalFile, nodeDisk } from './journal-file.ts';

/** Where a journal lies: absolute paths. */
export interface JournalPaths {
  /** The journal itself: `reports/coordination.jsonl`. */
  readonly journal: string;
  /** The folder of what is derived from it or transient: `reports/.outloop`. */
  readonly internal: string;
}

/** A journal and what this process has read of it. Keep one per process: reading on costs only what is new. */
export interface Journal {
  readonly paths: JournalPaths;
  readonly disk: JournalDisk;
  /** How its writers keep out of one another's way; left out: by the lock of this machine. */
  readonly acquireLock?: AcquireLock;
  /** What this process knows; null before the first look. Only this folder touches it. */
  fold: Fold | null;
}

/** Takes the lock of a journal; undefined where it must go without. See `acquireLock`. */
export type AcquireLock = (
  journalPath: string,
  lockPath: string,
) => Promise<{ readonly release: () => void } | undefined>;

/** A journal at these paths. Nothing is opened or created yet. */
export function openJournal(
  paths: JournalPaths,
  disk: JournalDisk = nodeDisk,
  acquireLock?: AcquireLock,
): Journal {
  return { paths, disk, ...(acquireLock === undefined ? {} : { acquireLock }), fold: null };
}

/**
 * The state after the last valid record, without a lock. It belongs to the journal and moves on with the next call.
 * A missing file is the empty state. Fails where the file cannot be read or records are missing from it.
 */
export function readState(journal: Journal): Result<JournalState> {
  try {
    const file = journal.disk.openToRead(journal.paths.journal);
    if (file === undefined) {
      journal.fold = null;
      return ok(initialState());
    }
    try {
      const fold = catchUp(journal, file);
      keepCheckpoint(journal, READER_CHECKPOINT_RECORDS);
      return fold.gapAt === undefined ? ok(fold.state) : fail(damagedFailure(journal, fold.gapAt));
    } finally {
      file.close();
    }
  } catch (error) {
    return fail(unreadableFailure(journal, error));
  }
}

/** True when the journal has changed since this process last read it. Costs one look at the file's size. */
export function hasNews(journal: Journal): boolean {
  const now = journal.disk.factsAt(journal.paths.journal);
  const then = journal.fold?.facts;
  if (now === undefined || then === undefined) return now !== then;
  return now.size !== then.size || now.inode !== then.inode || now.device !== then.device;
}

/** What a reader wants to hear while it catches up. */
export interface CatchUpOptions extends FoldListener {
  /** Called where the file turns out to be another one, or to be cut: all that was heard before is void. */
  readonly onRestart?: () => void;
  /** After a restart, reads all of the file, so that the listener hears every record. */
  readonly whole?: boolean;
}

/** Brings what this process knows up to the end of `file`, from the checkpoint where it knows nothing yet. */
export function catchUp(journal: Journal, file: JournalFile, options: CatchUpOptions = {}): Fold {
  const facts = file.facts();
  let fold = journal.fold;
  if (fold === null || !continuesIn(fold, file, facts)) {
    options.onRestart?.();
    fold = (options.whole === true ? undefined : loadUsable(journal, file)) ?? startFold(initialState(), 0);
    journal.fold = fold;
  }
  foldTail(fold, file, facts, options);
  return fold;
}

/**
 * Leaves a checkpoint for others where the last one, whoever made it, is `everyRecords` old: later the more it would
 * hold, so that its cost stays small beside that of the records. It only saves time: a failure is no one's matter.
 */
export function keepCheckpoint(journal: Journal, everyRecords: number): void {
  const { fold, disk } = journal;
  if (fold === null) return;
  const dueRecords = Math.floor(everyRecords * (1 + fold.state.open.size / ENDED_KEPT));
  if (fold.state.seq - fold.checkpointSeq < dueRecords) return;
  try {
    const others = savedSeq(disk, checkpointPath(journal));
    if (Math.abs(fold.state.seq - others) >= dueRecords) {
      saveCheckpoint(disk, checkpointPath(journal), { fold, indexBytes: 0 });
    }
    fold.checkpointSeq = fold.state.seq;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

/** Says that records are missing from the journal, so that it can be neither trusted nor continued. */
export function damagedFailure(journal: Journal, offset: number): Failure {
  return failure(
    'journal_damaged',
    `The journal is damaged: records are missing before byte ${offset} of\n${journal.paths.journal}`,
    'Nothing was changed. Restore the file from a copy, or move it away once no task runs.',
    { path: journal.paths.journal, offset },
  );
}

/** Says that the journal cannot be read. Throws what is not an operating system's error: that is a bug. */
export function unreadableFailure(journal: Journal, error: unknown): Failure {
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  return failure(
    'journal_unreadable',
    `Cannot read the journal (${errno}):\n${journal.paths.journal}`,
    'Make the file readable for you, then try again.',
    { path: journal.paths.journal, errno },
  );
}

function loadUsable(journal: Journal, file: JournalFile): Fold | undefined {
  try {
    return loadCheckpoint(journal.disk, checkpointPath(journal), file)?.fold;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

/** The file that a saved fold of the journal lies in. */
export function checkpointPath(journal: Journal): string {
  return path.join(journal.paths.internal, 'checkpoint.json');
}

/** A reader helps out only where writers plainly do not. */
const READER_CHECKPOINT_RECORDS = 1000;
