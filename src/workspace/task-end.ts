import type { EndStatus, Usage } from '../domain/events.ts';
import type { WorkResult } from '../domain/work-result.ts';

/** How a task ended, for its workspace. Times are milliseconds since the epoch. */
export interface TaskEnd {
  readonly status: EndStatus;
  /** One sentence for people. */
  readonly summary: string;
  /** For an end that is no success: what ended it and what to do. Else empty. */
  readonly why: string;
  readonly result: WorkResult | null;
  readonly usage: Usage | null;
  readonly attempt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number;
  readonly workerSessionId: string | null;
  /** By what means it was made sure that nothing survives, and what did; null if nothing was started. */
  readonly containment: string | null;
  /** By what means its memory, CPU and processes were limited; left out if nothing was started. */
  readonly limits?: string;
  /** What the worker was denied, in a few words each. */
  readonly denied: readonly string[];
  /** Files that it was seen writing, for a task that gave no result. */
  readonly touched?: readonly string[];
}

/** How long it ran, in milliseconds; 0 if it never started. */
export function durationMs(end: Pick<TaskEnd, 'startedAt' | 'endedAt'>): number {
  return end.startedAt === null ? 0 : Math.max(0, end.endedAt - end.startedAt);
}
