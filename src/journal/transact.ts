import * as path from 'node:path';
import type { Result } from '../domain/result.ts';
import type { Decide } from './attempt.ts';
import { type Journal, keepCheckpoint, readState } from './journal.ts';
import { transactSteps } from './transact-steps.ts';

/**
 * The only way to write: decides on the newest state, appends the events in one write, and returns once they are
 * part of the history and on the disk. No events is a plain read. A failure means that nothing was acknowledged;
 * its details say `outcome: 'unknown'` where the events may still become history.
 */
export async function transact<T>(
  journal: Journal,
  host: { now(): number },
  decide: Decide<T>,
): Promise<Result<T>> {
  // Reading a long journal takes time, and time under the lock is what loses it.
  if (journal.fold === null) readState(journal);
  const acquireLock = journal.acquireLock ?? (await loadLock()).acquireLock;
  const lock = await acquireLock(journal.paths.journal, path.join(journal.paths.internal, 'journal.lock'));
  try {
    return runThrough(transactSteps(journal, host, decide, lock !== undefined));
  } finally {
    lock?.release();
    keepCheckpoint(journal, CHECKPOINT_RECORDS);
  }
}

/** The lock's library loads where something is written, not where a hook only reads; once, as each import costs. */
function loadLock(): Promise<typeof import('./lock.ts')> {
  lockModule ??= import('./lock.ts');
  return lockModule;
}

let lockModule: Promise<typeof import('./lock.ts')> | undefined;

/** A checkpoint older than this many records is worth a new one. */
const CHECKPOINT_RECORDS = 200;

function runThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
