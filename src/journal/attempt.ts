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
  return { events: [...mending, ...events], answer, hashes: [], missingBytes: 0 };
}

/** The events that a short write left out, where nobody has written since: the decision still stands. */
export function restOfAttempt<T>(trials: Trials<T>, state: JournalState): Attempt<T> | undefined {
  const last = trials.attempts.at(-1);
  const done = last?.hashes.findLastIndex((hash) => hash === state.hash && trials.accepted.has(hash)) ?? -1;
  if (last === undefined || done === -1) return undefined;
  return { ...last, events: last.events.slice(done + 1), hashes: [], missingBytes: 0 };
}

/** The answer of the last attempt, if it became history as a whole. The fate of those before it was seen before it. */
export function acceptedAnswer<T>({ attempts, accepted }: Trials<T>): Result<T> | undefined {
  const last = attempts.at(-1);
  return last?.hashes.every((hash) => accepted.has(hash)) ? last.answer : undefined;
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
