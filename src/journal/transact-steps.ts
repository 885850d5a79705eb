import * as path from 'node:path';
import type { JournalEvent } from '../domain/events.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type JournalState, needsAttention } from '../domain/state.ts';
import type { Fold } from './fold.ts';
import { catchUp, damagedFailure, type Journal } from './journal.ts';
import { errnoOf, type JournalFile } from './journal-file.ts';
import { placeMarker, removeMarker } from './marker.ts';
import { encodeRecords } from './record.ts';
import { mendingEvents } from './seed-view.ts';
import { keepTornLine } from './torn.ts';
import { contendedFailure, type Outcome, writeFailure } from './write-failure.ts';

/** What a decision says: the events to append, and what the caller wants to know if they become history. */
export interface Decision<T> {
  readonly events: readonly JournalEvent[];
  readonly value: T;
}

/** Decides on the state as it is. Called again where somebody else was faster: a new task needs a new id each time. */
export type Decide<T> = (state: JournalState) => Result<Decision<T>>;

/** Between these a writer can be overtaken or die. Tests stop it at each; in earnest it runs straight through. */
export type Step =
  | 'open'
  | 'catch-up'
  | 'isolate'
  | 'append'
  | 'read-back'
  | 'sync'
  | 'check-file'
  | 'marker';

/**
 * One transaction, step by step. It is right with or without the lock: what counts is what the file says afterwards.
 * @param locked whether this writer holds the lock
 */
export function* transactSteps<T>(
  journal: Journal,
  host: { now(): number },
  decide: Decide<T>,
  locked: boolean,
): Generator<Step, Result<T>> {
  const transaction: Transaction<T> = { journal, host, decide, locked, attempts: [], accepted: new Set() };
  try {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const answer = yield* tryOnce(transaction);
      if (answer !== undefined) return answer;
    }
    return fail(contendedFailure(journal, outcomeOf(transaction)));
  } catch (error) {
    const failed = fail(writeFailure(journal, error, outcomeOf(transaction, error)));
    // A refusal stays one even where the lines that only tidy up cannot be written.
    const last = transaction.attempts.at(-1)?.answer;
    return last?.ok === false ? last : failed;
  }
}

const TRIES_MAX = 20;

interface Transaction<T> {
  readonly journal: Journal;
  readonly host: { now(): number };
  readonly decide: Decide<T>;
  readonly locked: boolean;
  /** Every append of this transaction, oldest first. Any of them may turn out to be history. */
  readonly attempts: Attempt<T>[];
  /** Hashes of the records that became history since the first attempt. */
  readonly accepted: Set<string>;
}

interface Attempt<T> {
  readonly events: readonly JournalEvent[];
  readonly answer: Result<T>;
  hashes: readonly string[];
  /** Bytes that did not get into the file. */
  missingBytes: number;
}

/** @returns undefined where the next try must decide again */
function* tryOnce<T>(transaction: Transaction<T>): Generator<Step, Result<T> | undefined> {
  const { journal } = transaction;
  yield 'open';
  const file = openFile(journal);
  try {
    yield 'catch-up';
    const fold = look(transaction, file);
    const isFirst = fold.state.seq === 0;
    let answer = acceptedAnswer(transaction);
    if (answer === undefined) {
      if (fold.gapAt !== undefined) return fail(damagedFailure(journal, fold.gapAt));
      const attempt = restOfAttempt(transaction, fold.state) ?? newAttempt(transaction, fold.state);
      if (attempt.events.length === 0) return attempt.answer;
      if (fold.offset < fold.facts.size) {
        yield 'isolate';
        isolateTornLine(journal, file, fold);
        return undefined;
      }
      yield 'append';
      append(transaction, attempt, file, fold);
      yield 'read-back';
      look(transaction, file);
      answer = acceptedAnswer(transaction);
      if (answer === undefined) return undefined;
    }
    yield 'sync';
    file.sync();
    if (isFirst) syncNames(journal);
    yield 'check-file';
    if (!isStillThere(journal)) return undefined;
    yield 'marker';
    settleMarker(transaction, file);
    return answer;
  } finally {
    file.close();
  }
}

function openFile(journal: Journal): JournalFile {
  try {
    return journal.disk.openToAppend(journal.paths.journal);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    journal.disk.makeFolder(path.dirname(journal.paths.journal));
    return journal.disk.openToAppend(journal.paths.journal);
  }
}

function look<T>({ journal, attempts, accepted }: Transaction<T>, file: JournalFile): Fold {
  if (attempts.length === 0) return catchUp(journal, file);
  return catchUp(journal, file, {
    whole: true,
    onRestart: () => accepted.clear(),
    onRecord: (record) => accepted.add(record.hash),
  });
}

/** The answer of the attempt that became history as a whole, if one did. */
function acceptedAnswer<T>({ attempts, accepted }: Transaction<T>): Result<T> | undefined {
  return attempts.find(({ hashes }) => hashes.every((hash) => accepted.has(hash)))?.answer;
}

/** The events that a short write left out, where nobody has written since: the decision still stands. */
function restOfAttempt<T>(
  { attempts, accepted }: Transaction<T>,
  state: JournalState,
): Attempt<T> | undefined {
  const last = attempts.at(-1);
  const done = last?.hashes.findLastIndex((hash) => accepted.has(hash) && hash === state.hash) ?? -1;
  if (last === undefined || done === -1) return undefined;
  return { ...last, events: last.events.slice(done + 1), hashes: [], missingBytes: 0 };
}

function newAttempt<T>({ decide, attempts }: Transaction<T>, state: JournalState): Attempt<T> {
  const decision = decide(state);
  const events = decision.ok ? decision.value.events : [];
  const isPlainRead = decision.ok && events.length === 0 && attempts.length === 0;
  const mending = isPlainRead ? [] : mendingEvents(state, submittedIds(events));
  const answer = decision.ok ? ok(decision.value.value) : decision;
  return { events: [...mending, ...events], answer, hashes: [], missingBytes: 0 };
}

function submittedIds(events: readonly JournalEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.event === 'task.submitted' ? [event.task_id] : [])));
}

/**
 * Ends an unfinished last line, so that what follows stands on a line of its own. It is a write for itself because
 * the line may lack nothing but its newline: then it counts from now on, and the decision must know it.
 */
function isolateTornLine(journal: Journal, file: JournalFile, fold: Fold): void {
  keepTornLine(journal, file, fold.offset, fold.facts.size);
  // Where somebody else has ended it meanwhile, a second newline would leave a blank line.
  if (file.facts().size === fold.facts.size) file.append(NEWLINE);
}

const NEWLINE = Buffer.from('\n');

function append<T>(transaction: Transaction<T>, attempt: Attempt<T>, file: JournalFile, fold: Fold): void {
  const { journal, host, attempts } = transaction;
  if (needsAttention(fold.state) || attempt.events.some(opensAttention)) placeMarker(journal);
  const encoded = encodeRecords(attempt.events, fold.state, host.now());
  const bytes = Buffer.from(encoded.text);
  attempt.hashes = encoded.hashes;
  attempt.missingBytes = bytes.length;
  attempts.push(attempt);
  attempt.missingBytes -= file.append(bytes);
}

function opensAttention({ event }: JournalEvent): boolean {
  return event === 'task.submitted' || event === 'task.ended';
}

/** Makes the name of a new journal as durable as its first record. */
function syncNames(journal: Journal): void {
  const folder = path.dirname(journal.paths.journal);
  journal.disk.syncFolder(folder);
  journal.disk.syncFolder(path.dirname(folder));
}

function isStillThere({ disk, paths, fold }: Journal): boolean {
  const named = disk.factsAt(paths.journal);
  const held = fold?.facts;
  return named !== undefined && named.inode === held?.inode && named.device === held.device;
}

/** The records are history by now: that the marker could not be set right must not take that back. */
function settleMarker<T>(transaction: Transaction<T>, file: JournalFile): void {
  const { journal, locked } = transaction;
  try {
    if (!attentionNeeded(journal) && locked && removeMarker(journal)) look(transaction, file);
    if (attentionNeeded(journal)) placeMarker(journal);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

function attentionNeeded({ fold }: Journal): boolean {
  return fold !== null && needsAttention(fold.state);
}

/**
 * A lost line never becomes history later, with two exceptions: one that lacks only its newline, and one that was
 * history but could not be confirmed.
 */
function outcomeOf<T>({ attempts, accepted }: Transaction<T>, error?: unknown): Outcome {
  if (errnoOf(error) === 'EIO') return 'unknown';
  const mayBe = ({ hashes, missingBytes }: Attempt<T>) =>
    missingBytes === 1 || hashes.some((hash) => accepted.has(hash));
  return attempts.some(mayBe) ? 'unknown' : 'none';
}
