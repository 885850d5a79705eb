import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../domain/events.ts';
import { errnoOf } from '../journal/journal-file.ts';
import type { ContainmentMeans } from '../process/containment.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/**
 * What a later supervisor needs to adopt a running worker. Not synced and not the truth: without it the worker is
 * found by the mark in its environment.
 */
export interface AttemptCard {
  readonly task_id: string;
  readonly attempt: number;
  readonly leader: ProcessIdentity;
  readonly remembered: readonly ProcessIdentity[];
  readonly stream: string;
  readonly stderr: string;
  readonly containment?: ContainmentMeans;
  /** How long it had worked at a moment of the monotonic clock, in milliseconds. */
  readonly active_ms?: number;
  readonly monotonic_ms?: number;
  /** Since when its tree stands still; absent while it runs. */
  readonly paused_at?: number;
}

/**
 * Writes the card of an attempt as it stands, if its worker ever came up. A disk that refuses it keeps nobody from
 * watching the attempt: a successor finds the worker by its marks.
 */
export function keepAttemptCard(
  { paths, log }: Pick<SupervisorContext, 'paths' | 'log'>,
  attempt: WatchedAttempt,
): void {
  const card = attemptCard(attempt);
  if (card === null) return;
  try {
    writeAttemptCard(paths.internal, card);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    log(`${attempt.task.id}: its card cannot be written: ${(error as Error).message}`);
  }
}

/** The card of an attempt as it stands. Null when its worker never came up. */
function attemptCard(attempt: WatchedAttempt): AttemptCard | null {
  if (attempt.leader === null) return null;
  return {
    task_id: attempt.task.id,
    attempt: attempt.task.attempt,
    leader: attempt.leader,
    remembered: [...attempt.remembered.values()],
    stream: attempt.streamPath,
    stderr: attempt.stderrPath,
    containment: attempt.containment,
    active_ms: Math.round(attempt.meter.activeMs),
    monotonic_ms: Math.round(attempt.meter.last.monotonic),
    ...(attempt.pausedSince === null ? {} : { paused_at: attempt.pausedSince }),
  };
}

/** Writes the card of an attempt, whole or not at all. */
export function writeAttemptCard(internal: string, card: AttemptCard): void {
  const path = cardPath(internal, card.task_id);
  try {
    if (!existsSync(attemptsFolder(internal)))
      mkdirSync(attemptsFolder(internal), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, JSON.stringify(card), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    throw error;
  }
}

/** The card of a task's attempt; null when there is none, it is of another attempt, or makes no sense. */
export function readAttemptCard(internal: string, taskId: string, attempt: number): AttemptCard | null {
  const card = parseCard(cardPath(internal, taskId));
  return card?.task_id === taskId && card.attempt === attempt ? card : null;
}

function parseCard(path: string): AttemptCard | null {
  try {
    const card = JSON.parse(readFileSync(path, 'utf8')) as AttemptCard;
    const makesSense =
      typeof card.task_id === 'string' &&
      typeof card.attempt === 'number' &&
      typeof card.leader?.start === 'string' &&
      Array.isArray(card.remembered);
    return makesSense ? card : null;
  } catch {
    return null;
  }
}

/** The cards of all attempts that have not ended, also where nothing else of the project can be read. */
export function listAttemptCards(internal: string): readonly AttemptCard[] {
  let names: string[];
  try {
    names = readdirSync(attemptsFolder(internal));
  } catch {
    return [];
  }
  return names.flatMap((name) =>
    name.endsWith('.json') ? (parseCard(join(attemptsFolder(internal), name)) ?? []) : [],
  );
}

/** Removes the card of an attempt that is over; that of the next one stays. */
export function removeAttemptCard(internal: string, taskId: string, attempt: number): void {
  if (readAttemptCard(internal, taskId, attempt) === null) return;
  rmSync(cardPath(internal, taskId), { force: true });
}

/** Where the cards lie. */
export function attemptsFolder(internal: string): string {
  return join(internal, 'attempts');
}

function cardPath(internal: string, taskId: string): string {
  return join(attemptsFolder(internal), `${taskId}.json`);
}
