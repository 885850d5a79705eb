import * as path from 'node:path';
import type { JournalEvent } from '../domain/events.ts';
import { fail, type Result } from '../domain/result.ts';
import { needsAttention } from '../domain/state.ts';
import {
  type Attempt,
  acceptedAnswer,
  type Decide,
  firstSeqOf,
  newAttempt,
  outcomeOf,
  restOfAttempt,
} from './attempt.ts';
import type { Fold } from './fold.ts';
import { catchUp, damagedFailure, type Journal } from './journal.ts';
import { errnoOf, type JournalFile } from './journal-file.ts';
import { placeMarker, settleMarker } from './marker.ts';
import { noteEarlier, openNextFile, type SegmentStep } from './open-next-file.ts';
import { encodeRecords } from './record.ts';
import { keepTornLine } from './torn.ts';
import { contendedFailure, writeFailure } from './write-failure.ts';

/** Between these a writer can be overtaken or die. Tests stop it at each; in earnest it runs straight through. */
export type Step =
  | 'open'
  | 'catch-up'
  | 'isolate'
  | 'append'
  | 'read-back'
  | 'sync'
  | 'check-file'
  | 'marker'
  | SegmentStep;

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
const NEWLINE = Buffer.from('\n');

interface Transaction<T> {
  readonly journal: Journal;
  readonly host: { now(): number };
  readonly decide: Decide<T>;
  readonly locked: boolean;
  readonly attempts: Attempt<T>[];
  readonly accepted: Set<string>;
}

/** @returns undefined where the next try must decide again */
function* tryOnce<T>(transaction: Transaction<T>): Generator<Step, Result<T> | undefined> {
  const { journal, decide, locked } = transaction;
  yield 'open';
  const file = openFile(journal);
  try {
    yield 'catch-up';
    const fold = look(transaction, file);
    let answer = acceptedAnswer(transaction);
    if (answer === undefined) {
      if (fold.gapAt !== undefined) return fail(damagedFailure(journal, fold.gapAt));
      if (fold.state.closedAt !== null) {
        yield* openNextFile(journal, file, fold);
        return undefined;
      }
      const attempt = restOfAttempt(transaction, fold.state) ?? newAttempt(decide, transaction, fold.state);
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
    yield 'check-file';
    if (!isStillThere(journal)) return undefined;
    yield 'marker';
    settleMarker(journal, locked, () => look(transaction, file));
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
    onRecord: (record) => {
      // The file was closed under our hands: what we have written may stand at its end.
      if (record.event === 'journal.continued') noteEarlier(journal, record, firstSeqOf(attempts), accepted);
      accepted.add(record.hash);
    },
  });
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

function append<T>(transaction: Transaction<T>, attempt: Attempt<T>, file: JournalFile, fold: Fold): void {
  const { journal, host, attempts } = transaction;
  if (fold.facts.size === 0) syncNames(journal);
  if (needsAttention(fold.state) || attempt.events.some(opensAttention)) placeMarker(journal);
  const encoded = encodeRecords(attempt.events, fold.state, host.now());
  const bytes = Buffer.from(encoded.text);
  attempt.hashes = encoded.hashes;
  attempt.seq = fold.state.seq + 1;
  attempt.missingBytes = bytes.length;
  attempts.push(attempt);
  attempt.missingBytes -= file.append(bytes);
}

/** Makes the name of a new journal durable before its first byte: nobody later knows that it is new. */
function syncNames(journal: Journal): void {
  const folder = path.dirname(journal.paths.journal);
  journal.disk.syncFolder(folder);
  journal.disk.syncFolder(path.dirname(folder));
}

function opensAttention({ event }: JournalEvent): boolean {
  return event === 'task.submitted' || event === 'task.ended';
}

function isStillThere({ disk, paths, fold }: Journal): boolean {
  const named = disk.factsAt(paths.journal);
  const held = fold?.facts;
  return named !== undefined && named.inode === held?.inode && named.device === held.device;
}
