import type { EndStatus, FailureClass, Usage } from '../domain/events.ts';
import type { WorkResult } from '../domain/work-result.ts';
import type { StreamFold } from './stream-fold.ts';

/** All that is known of a worker that is gone. */
export interface WorkerEnd {
  readonly fold: StreamFold;
  /** Null if it is not known, for example because another supervisor had started it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The end of what it wrote to its error stream. */
  readonly stderrTail: string;
  /** We ended it because somebody asked for that. */
  readonly cancelled: boolean;
  /** We ended it because its time was over. */
  readonly timedOut: boolean;
  readonly timeoutMs: number;
  /** The machine was restarted while it ran. */
  readonly restarted?: boolean;
  /** We ended it, and everything else of the project, in an emergency. */
  readonly emergency?: boolean;
  /** We ended it because it used more than it may. */
  readonly exceeded?: ExceededLimit | null;
}

/** A limit that ended a worker, with the figure in words. */
export interface ExceededLimit {
  readonly endsAs: 'timed_out' | 'limit_exceeded';
  readonly limit: string;
  readonly words: string;
}

/** How a task ended, and why. All texts are clean and, in what the worker said, redacted. */
export interface Verdict {
  readonly status: EndStatus;
  /** One sentence for people: the outcome. */
  readonly summary: string;
  readonly result: WorkResult | null;
  /** Empty for a success; else what ended it and what to do next. */
  readonly why: string;
  readonly usage: Usage | null;
  /** What the worker was denied, in a few words each. */
  readonly denied: readonly string[];
  /** Why it failed, as far as trying again goes; left out of a success and of what we ended on request. */
  readonly failureClass?: FailureClass;
  /** Files that the worker was seen writing. */
  readonly touched?: readonly string[];
}

/** A verdict's own words. */
export type Judgement = Pick<Verdict, 'status' | 'summary' | 'why'>;
