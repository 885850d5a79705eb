import type { FailureClass } from '../domain/events.ts';
import type { TaskOptions } from '../domain/task-options.ts';

/** What follows a failed attempt: another one at a time (milliseconds since the epoch), or the end of the task. */
export type RetryDecision = { readonly kind: 'retry'; readonly at: number } | { readonly kind: 'end' };

const FIRST_WAIT_MS: Readonly<Record<FailureClass, number | null>> = {
  spawn: 2_000,
  lost: 5_000,
  overloaded: 15_000,
  rate_limited: 60_000,
  // What was refused or used up comes out the same again.
  policy: null,
  limit: null,
  work: null,
};

const ASKED_WAIT_MS = 1_000;
const WAIT_MS_MAX = 30 * 60_000;

/** No failed attempt waits longer for the next one, in milliseconds. */
export const RETRY_WAIT_MS_MAX = WAIT_MS_MAX * 1.25;

/** How many attempts `--on-failure retry` stands for where no number is given. */
export const RETRY_ATTEMPTS = 3;

/**
 * Decides whether a failed attempt is followed by another one: only where the failure may pass by itself, twice as
 * long a wait each time, with up to a quarter more or less by chance so that tasks which failed together do not come
 * back together.
 * @param random between 0 and 1
 */
export function decideRetry(
  failed: { readonly failureClass: FailureClass | undefined; readonly attempt: number },
  options: Pick<TaskOptions, 'attempts_max' | 'on_failure'>,
  now: number,
  random: number,
): RetryDecision {
  const { failureClass } = failed;
  if (failureClass === undefined) return { kind: 'end' };
  // Work that was done wrong comes out better only where somebody asked for another try that knows of this one.
  const isAsked = failureClass === 'work' && options.on_failure === 'retry';
  const first = isAsked ? ASKED_WAIT_MS : FIRST_WAIT_MS[failureClass];
  if (first === null || failed.attempt >= attemptsMax(options)) return { kind: 'end' };
  const wait = Math.min(WAIT_MS_MAX, first * 2 ** (failed.attempt - 1));
  return { kind: 'retry', at: Math.round(now + wait * (0.75 + random / 2)) };
}

/** How many attempts a task has. */
export function attemptsMax({
  attempts_max,
  on_failure,
}: Pick<TaskOptions, 'attempts_max' | 'on_failure'>): number {
  if (on_failure === 'none') return 1;
  return attempts_max ?? (on_failure === 'retry' ? RETRY_ATTEMPTS : 1);
}
