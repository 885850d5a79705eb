import type { EndStatus, FailureClass } from '../domain/events.ts';
import type { StreamFold } from './stream-fold.ts';
import type { ResultLine } from './stream-line.ts';

/** What tells one class from another. */
export interface FailureFacts {
  readonly fold: StreamFold;
  readonly exitCode: number | null;
}

/**
 * Why an attempt failed, as far as trying again goes: what may pass by itself, what the task did wrong, and what would
 * come out the same again. Null for a success and for what was ended on request.
 */
export function failureClassOf(
  status: EndStatus,
  { fold, exitCode }: FailureFacts,
  run: ResultLine | null,
): FailureClass | null {
  if (status === 'completed' || status === 'cancelled' || status === 'dependency_failed') return null;
  if (status === 'timed_out' || status === 'limit_exceeded') return 'limit';
  if (status === 'lost') return 'lost';
  if (fold.blocked !== null) return 'policy';
  if (run === null) {
    // 126: the shell could not run the program. Without a line of its stream the client never began.
    const neverBegan =
      fold.command === null ? fold.lineCount === 0 && fold.strayCount === 0 : exitCode === 126;
    return neverBegan ? 'spawn' : (apiClass(fold.apiRetry?.status ?? null) ?? 'work');
  }
  if (!run.isError && !run.subtype.startsWith('error')) return 'work';
  // A login, a credit or a model that is missing is missing at the next try too.
  const said = `${run.errors.join(' ')} ${run.text}`;
  const unreachable = run.apiStatus === null && /connection|network|ECONN|ETIMEDOUT|ENOTFOUND/i.test(said);
  return apiClass(run.apiStatus) ?? (unreachable ? 'overloaded' : 'work');
}

function apiClass(status: number | null): FailureClass | null {
  if (status === 429) return 'rate_limited';
  return status !== null && status >= 500 ? 'overloaded' : null;
}
