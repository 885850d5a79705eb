import type { JournalRecord } from '../domain/events.ts';
import { evolve } from '../domain/evolve.ts';
import { invariant } from '../domain/invariant.ts';
import { JOURNAL_VERSION } from '../domain/journal-version.ts';
import { fromSnapshot, type StateSnapshot } from '../domain/snapshot.ts';
import type { EndedTask, JournalState } from '../domain/state.ts';
import type { FileFacts, JournalFile } from './journal-file.ts';
import { readLines } from './lines.ts';
import { asRecord, type ParsedLine, parseGluedRecord, parseLine, recordEnding } from './record.ts';
import { noteStrayLine } from './seed-view.ts';

/** How far one process has read the journal, and what it knows from it. Offsets are bytes. */
export interface Fold {
  state: JournalState;
  /** The file at the last look. */
  facts: FileFacts;
  /** End of the last complete line. */
  offset: number;
  /** End of the last valid record. */
  validEnd: number;
  /** Hash of the line before, where it was sound but lost its race: the rest of its write follows it. */
  losingHash: string | undefined;
  /** Where records are missing: a sound line that comes after some that are not there. */
  gapAt: number | undefined;
  /** `seq` of the checkpoint that this fold began with or wrote last. */
  checkpointSeq: number;
}

/** A line that is not part of the history. */
export interface StrayLine {
  /** Without its newline; valid only during the call. */
  readonly line: Buffer;
  /** Where it begins. */
  readonly at: number;
  readonly parsed: ParsedLine | undefined;
  /** The sound record at its end, where one was appended to an unfinished line. */
  readonly gluedTo: JournalRecord | undefined;
  /** Records are missing before it, so nobody can tell whether it was history. */
  readonly stranded: boolean;
}

/** What a fold passes on as it goes. */
export interface FoldListener {
  /** @param at where its line begins; it ends at `validEnd` */
  readonly onRecord?: (record: JournalRecord, at: number) => void;
  readonly onPruned?: (task: EndedTask) => void;
  readonly onStray?: (stray: StrayLine) => void;
}

/** A fold that stands at `offset` of the file, just behind the record that `state` ends with. */
export function startFold(state: JournalState, offset: number): Fold {
  return {
    state,
    facts: { device: 0, inode: 0, size: 0 },
    offset,
    validEnd: offset,
    losingHash: undefined,
    gapAt: undefined,
    checkpointSeq: state.seq,
  };
}

/** True while the file still is the one that was folded: never replaced, never cut. */
export function continuesIn(fold: Fold, file: JournalFile, facts: FileFacts): boolean {
  if (fold.facts.inode !== facts.inode || fold.facts.device !== facts.device) return false;
  if (facts.size < fold.offset) return false;
  return endsWithRecord(file, fold.validEnd, fold.state.hash);
}

/** True when the record that ends at `offset` has this hash. Reads 76 bytes, however long the journal is. */
export function endsWithRecord(file: JournalFile, offset: number, hash: string): boolean {
  if (hash === '') return offset === 0;
  const wanted = recordEnding(hash);
  if (offset < wanted.length) return false;
  const bytes = Buffer.allocUnsafe(wanted.length);
  return file.read(bytes, offset - wanted.length) === bytes.length && bytes.toString('latin1') === wanted;
}

/** Folds what the file holds beyond the offset. An unfinished last line is left for later. */
export function foldTail(fold: Fold, file: JournalFile, facts: FileFacts, listener: FoldListener = {}): void {
  fold.facts = facts;
  fold.offset = readLines(file, fold.offset, facts.size, (line, at) => foldLine(fold, line, at, listener));
}

function foldLine(fold: Fold, line: Buffer, at: number, listener: FoldListener): void {
  const { state } = fold;
  const parsed = parseLine(line);
  const record = parsed?.sound === true ? asRecord(parsed.value) : undefined;
  if (record !== undefined && counts(state, record, at)) {
    if (record.prev !== state.hash) fold.state = baseOf(record);
    for (const task of evolve(fold.state, record)) listener.onPruned?.(task);
    fold.validEnd = at + line.length + 1;
    fold.losingHash = undefined;
    listener.onRecord?.(record, at);
    return;
  }
  state.invalidLines += 1;
  const glued = record === undefined ? parseGluedRecord(line) : undefined;
  const gluedTo = glued === undefined ? undefined : asRecord(glued.value);
  const losing = record ?? gluedTo;
  if (losing !== undefined) noteLosingRecord(fold, losing, at);
  if (parsed !== undefined) noteStrayLine(state, parsed.value);
  listener.onStray?.({ line, at, parsed, gluedTo, stranded: fold.gapAt !== undefined });
}

/**
 * True for the record that comes next. Only the first record of a file may follow a closed one, or come after a
 * history that this fold has not read: then it brings the state along.
 */
function counts(state: JournalState, record: JournalRecord, at: number): boolean {
  const opensFile = at === 0 && record.event === 'journal.continued' && record.v === JOURNAL_VERSION;
  if (opensFile && state.hash === '') return true;
  return record.prev === state.hash && (state.closedAt !== null) === opensFile;
}

function baseOf(record: JournalRecord): JournalState {
  invariant(record.event === 'journal.continued', 'a record that follows nothing was taken for the next');
  return fromSnapshot(record.base as unknown as StateSnapshot, record);
}

/**
 * A writer that loses has taken a number that somebody else had, and the rest of its write follows its own first
 * line. A sound line that does neither comes after records that are no longer there.
 */
function noteLosingRecord(fold: Fold, record: JournalRecord, at: number): void {
  if (record.prev !== fold.losingHash && record.seq > fold.state.seq + 1) fold.gapAt ??= at;
  fold.losingHash = record.hash;
}
