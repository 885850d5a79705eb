import { type Failure, failure } from '../domain/failure.ts';
import type { Journal } from './journal.ts';
import { errnoOf } from './journal-file.ts';

/** Whether events of a failed transaction surely are not history, or may be. */
export type Outcome = 'none' | 'unknown';

/** Says why nothing could be acknowledged. Throws what is not an operating system's error: that is a bug. */
export function writeFailure(journal: Journal, error: unknown, outcome: Outcome): Failure {
  const errno = errnoOf(error);
  if (errno === undefined) throw error;
  const next = NEXT_STEPS[errno] ?? 'Make sure that the disk works, then try again.';
  return failure(
    'journal_unwritable',
    `Cannot write the journal (${errno}):\n${journal.paths.journal}`,
    outcome === 'none'
      ? `Nothing was recorded. ${next}`
      : `It may be recorded all the same: look first. ${next}`,
    { path: journal.paths.journal, errno, outcome },
  );
}

/** Says that other writers were faster every time. */
export function contendedFailure(journal: Journal, outcome: Outcome): Failure {
  return failure(
    'journal_contended',
    `Too many others are writing to the journal:\n${journal.paths.journal}`,
    outcome === 'none' ? 'Nothing was recorded. Try again.' : 'It may be recorded all the same: look first.',
    { path: journal.paths.journal, outcome },
  );
}

const FREE_SPACE = 'Free some disk space, then try again.';
const ALLOW_WRITING = 'Make the folder writable for you, then try again.';

const NEXT_STEPS: Readonly<Record<string, string>> = {
  ENOSPC: FREE_SPACE,
  EDQUOT: FREE_SPACE,
  EACCES: ALLOW_WRITING,
  EPERM: ALLOW_WRITING,
  EROFS: 'The disk is read-only: choose another `reports_dir`, then try again.',
};
