import type { JournalEvent } from '../domain/events.ts';
import { ok, type Result } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import { errnoOf } from './journal-file.ts';
import { mendingEvents } from './seed-view.ts';
import type { Outcome } from './write-failure.ts';

/** What a decision says: the events to append, and what the caller wants to know if they become history. */
export interface Decision<T> {
  readonly events: readonly JournalEvent[];
  readonly value: T;
}

/** Decides on the state as it is. Called again where somebody else was faster: a new task needs a new id each time. */
export type Decide<T> = (state: JournalState) => Result<Decision<T>>;

/** One append of a transaction: what it writes, and what to answer if that becomes history. */
export interface Attempt<T> {
  readonly events: readonly JournalEvent[];
  readonly answer: Result<T>;
  /** Of the records, once they are encoded. */
  hashes: readonly string[];
  /** Of the first record, once it is encoded. */
  seq: number;
  /** Bytes that did not get into the file. */
  missingBytes: number;
}

/** What a transaction has tried so far, the last attempt last. */
export interface Trials<T> {
  readonly attempts: Attempt<T>[];
  /** Hashes of the records that became history since the first attempt. */
  readonly accepted: Set<string>;
}

/** Decides anew, and adds what the lines that lost a race need. A plain read of a newcomer adds nothing. */
export function newAttempt<T>(decide: Decide<T>, trials: Trials<T>, state: JournalState): Attempt<T> {
  const decision = decide(state);
  const events = decision.ok ? decision.value.events : [];
  const isPlainRead = decision.ok && events.length === 0 && trials.attempts.length === 0;
  const mending = isPlainRead ? [] : mendingEvents(state, submittedIds(events));
  const answer = decision.ok ? ok(decision.value.value) : decision;
  return { events: [...mending, ...events], answer, hashes: [], seq: 0, missingBytes: 0 };
}

/** The events that a short write left out, where nobody has written since: the decision still stands. */
export function restOfAttempt<T>(trials: Trials<T>, state: JournalState): Attempt<T> | undefined {
  const begun = trials.attempts.find(({ hashes }) => hashes.includes(state.hash));
  if (begun === undefined) return undefined;
  const events = begun.events.slice(begun.hashes.indexOf(state.hash) + 1);
  return { ...begun, events, hashes: [], seq: 0, missingBytes: 0 };
}

/** The order number from which on records of these attempts may stand. */
export function firstSeqOf<T>(attempts: readonly Attempt<T>[]): number {
  return Math.min(...attempts.map(({ seq }) => seq));
}

/**
 * The answer of the attempt that became history as a whole. It need not be the last one: a line that was lost in one
 * file counts in a copy that was made before it was lost, and the copy may have taken that file's place.
 */
export function acceptedAnswer<T>({ attempts, accepted }: Trials<T>): Result<T> | undefined {
  return attempts.find(({ hashes }) => hashes.every((hash) => accepted.has(hash)))?.answer;
}

/**
 * What a transaction that gives up has left behind. A lost line never becomes history later, with three exceptions:
 * one that lacks only its newline, one that was history but could not be confirmed, and one the disk is unsure of.
 */
export function outcomeOf<T>({ attempts, accepted }: Trials<T>, error?: unknown): Outcome {
  if (attempts.length > 0 && errnoOf(error) === 'EIO') return 'unknown';
  const mayBe = ({ hashes, missingBytes }: Attempt<T>) =>
    missingBytes === 1 || hashes.some((hash) => accepted.has(hash));
  return attempts.some(mayBe) ? 'unknown' : 'none';
}

function submittedIds(events: readonly JournalEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.event === 'task.submitted' ? [event.task_id] : [])));
}
