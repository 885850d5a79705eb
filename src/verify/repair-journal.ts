import { join } from 'node:path';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import type { Fold } from '../journal/fold.ts';
import { foldNext } from '../journal/history.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { errnoOf } from '../journal/journal-file.ts';
import { acquireLock } from '../journal/lock.ts';
import { listSegments } from '../journal/segments.ts';
import { writeFailure } from '../journal/write-failure.ts';
import { diskWith } from './memory-file.ts';
import { type Rechained, rechain } from './rechain.ts';

/** What would be done with the journal, and the journal as it would be then. */
export interface JournalPlan {
  readonly rechained: Rechained | null;
  /** Where what is left out is kept, absolute. */
  readonly keptIn: string;
  /** Reads as if the plan was carried out. */
  readonly after: Journal;
}

/** Looks at the journal and says how it would be put in order. Changes nothing. */
export function planJournal(journal: Journal, nowMs: number): Result<JournalPlan> {
  const { disk, paths } = journal;
  try {
    const bytes = disk.readWhole(paths.journal) ?? Buffer.alloc(0);
    const keptIn = join(paths.internal, 'torn', `journal-${bytes.length}.jsonl`);
    const rechained = rechain(
      bytes,
      stateBefore(journal),
      `.outloop/torn/journal-${bytes.length}.jsonl`,
      nowMs,
    );
    const after = rechained === null ? disk : diskWith(disk, paths.journal, rechained.bytes);
    return ok({ rechained, keptIn, after: openJournal(paths, after) });
  } catch (error) {
    return fail(writeFailure(journal, error, 'none'));
  }
}

/**
 * Puts the planned bytes in the journal's place. The file that was there is kept where records were lost; else only
 * the lines that are left out are. Whoever writes meanwhile without the lock finds another file and decides again.
 */
export async function applyJournal(journal: Journal, nowMs: number): Promise<Result<void>> {
  const { disk, paths } = journal;
  const lock = await acquireLock(paths.journal, join(paths.internal, 'journal.lock'));
  try {
    // Planned anew: under the lock nobody else writes.
    const plan = planJournal(journal, nowMs);
    if (!plan.ok) return plan;
    const { rechained, keptIn } = plan.value;
    if (rechained === null) return ok(undefined);
    if (lock === undefined) return fail(busy());
    const old = disk.openToRead(paths.journal);
    const sizeBefore = old?.facts().size ?? 0;
    try {
      disk.makeFolder(join(paths.internal, 'torn'));
      if (rechained.lost.length > 0) disk.linkOver(paths.journal, keptIn);
      else disk.createWhole(keptIn, rechained.aside);
      const draft = join(paths.internal, `repaired-${sizeBefore}.jsonl`);
      disk.remove(draft);
      disk.createWhole(draft, rechained.bytes);
      if (old !== undefined && old.facts().size !== sizeBefore) return fail(busy());
      disk.linkOver(draft, paths.journal);
      disk.syncFolder(join(paths.journal, '..'));
      disk.remove(draft);
      return ok(undefined);
    } finally {
      old?.close();
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return fail(writeFailure(journal, error, 'none'));
  } finally {
    lock?.release();
    journal.fold = null;
  }
}

/** The state at the end of the last closed file; null where there is none. */
function stateBefore(journal: Journal): JournalState | null {
  let fold: Fold | undefined;
  for (const path of listSegments(journal)) {
    const file = journal.disk.openToRead(path);
    if (file === undefined) continue;
    try {
      fold = foldNext(fold, file);
    } finally {
      file.close();
    }
  }
  return fold === undefined || fold.state.closedAt === null ? null : fold.state;
}

function busy() {
  return failure(
    'journal_contended',
    'Somebody is writing to the journal.',
    'Nothing was changed. Try again when no session submits tasks.',
  );
}
