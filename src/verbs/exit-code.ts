import type { EndStatus } from '../domain/events.ts';
import type { FailureCode } from '../domain/failure.ts';

/*
 * Exit codes of the command line: 0 done; 1 refused or not found; 2 wrong use; 3 Outloop cannot work here; and for how
 * a task ended: 10 failed, 11 lost, 12 over a limit, 13 by a dependency, 124 out of time, 130 cancelled.
 */
const BY_FAILURE: Partial<Record<FailureCode, number>> = {
  usage: 2,
  input_malformed: 2,
  policy_broken: 3,
  config_broken: 3,
  journal_unwritable: 3,
  journal_contended: 3,
  reports_unwritable: 3,
  client_missing: 3,
  client_unfit: 3,
  spawn_failed: 3,
  supervisor_unreachable: 3,
  unsupported_platform: 3,
  timed_out: 124,
};

const BY_END: Readonly<Record<EndStatus, number>> = {
  completed: 0,
  failed: 10,
  lost: 11,
  limit_exceeded: 12,
  dependency_failed: 13,
  timed_out: 124,
  cancelled: 130,
};

/** The exit code of a failure. */
export function exitCodeOf(code: FailureCode): number {
  return BY_FAILURE[code] ?? 1;
}

/** The exit code that tells how a task ended. */
export function exitCodeOfEnd(status: EndStatus): number {
  return BY_END[status];
}
