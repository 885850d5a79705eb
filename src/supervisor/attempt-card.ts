import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../domain/events.ts';
import type { ContainmentMeans } from '../process/containment.ts';
import type { WatchedAttempt } from './context.ts';

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
  /** Its tree stands still. */
  readonly paused?: boolean;
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
    paused: attempt.pausedSince !== null || attempt.looksToContinue > 0,
  };
}

/**
 * Writes the card of an attempt, whole or not at all. A disk that refuses it keeps nobody from watching the attempt: a
 * successor finds the worker by its mark.
 */
export function writeAttemptCard(internal: string, attempt: WatchedAttempt): void {
  const card = attemptCard(attempt);
  if (card === null) return;
  const path = cardPath(internal, card.task_id);
  try {
    mkdirSync(attemptsFolder(internal), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, JSON.stringify(card), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    rmSync(`${path}.new`, { force: true });
  }
}

/** The card of a task's attempt; null when there is none, it is of another attempt, or makes no sense. */
export function readAttemptCard(internal: string, taskId: string, attempt: number): AttemptCard | null {
  try {
    const card = JSON.parse(readFileSync(cardPath(internal, taskId), 'utf8')) as AttemptCard;
    const fits =
      card.task_id === taskId && card.attempt === attempt && typeof card.leader?.start === 'string';
    return fits ? card : null;
  } catch {
    return null;
  }
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
