/** Every reason for which Outloop says no or cannot go on. A code is part of the `--json` output: never rename one. */
export type FailureCode =
  | 'usage'
  | 'unknown_agent'
  | 'policy_refused'
  | 'policy_broken'
  | 'config_broken'
  | 'task_not_found'
  | 'task_ambiguous'
  | 'task_ended'
  | 'dependency_cycle'
  | 'schedule_not_found'
  | 'already_running'
  | 'superseded'
  | 'journal_unreadable'
  | 'journal_damaged'
  | 'journal_unwritable'
  | 'journal_contended'
  | 'reports_unwritable'
  | 'client_missing'
  | 'client_unfit'
  | 'spawn_failed'
  | 'supervisor_unreachable'
  | 'unsupported_platform'
  | 'input_malformed'
  | 'file_exists'
  | 'timed_out';

/**
 * An expected failure. `message` says what went wrong and where, `hint` what was allowed and what to do next.
 * Both are plain text for people, without control characters, and fit a terminal line by line.
 */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A failure with its words. */
export function failure(
  code: FailureCode,
  message: string,
  hint?: string,
  details?: Readonly<Record<string, unknown>>,
): Failure {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(details === undefined ? {} : { details }),
  };
}

/** The failure as text: the message, then the hint on its own line. */
export function failureText(f: Failure): string {
  return f.hint === undefined ? f.message : `${f.message}\n${f.hint}`;
}
