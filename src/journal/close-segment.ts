import * as path from 'node:path';
import { fail, ok, type Result } from '../domain/result.ts';
import { toSnapshot } from '../domain/snapshot.ts';
import type { JournalState } from '../domain/state.ts';
import { type Journal, readState } from './journal.ts';
import { archiveFolder, segmentName } from './segments.ts';
import { transact } from './transact.ts';
import { writeFailure } from './write-failure.ts';

/** When a journal is closed. */
export interface SegmentLimit {
  /** The size from which on it is, in bytes. */
  readonly bytesMax: number;
  /** Only while this supervisor is in charge. */
  readonly epoch?: number;
}

/**
 * Closes a journal that has grown too long and continues it in a new file. Call it where nothing waits: the next
 * writer finishes what a crash interrupts.
 * @returns the name of the closed file in the archive; null where there was nothing to do
 */
export async function closeSegment(
  journal: Journal,
  host: { now(): number },
  limit: SegmentLimit,
): Promise<Result<string | null>> {
  const size = journal.disk.factsAt(journal.paths.journal)?.size ?? 0;
  if (size < limit.bytesMax) return ok(null);
  const read = readState(journal);
  if (!read.ok) return read;
  if (!isWorthClosing(read.value, size)) return ok(null);
  const able = tryLink(journal);
  if (!able.ok) return able;
  const closed = await transact(journal, host, (state) => {
    const mayClose = limit.epoch === undefined || state.supervisor?.epoch === limit.epoch;
    if (!mayClose || state.seq === 0 || justBegun(journal)) return ok({ events: [], value: null });
    const segment = segmentName(state.seq + 1);
    return ok({ events: [{ event: 'journal.closed' as const, segment }], value: segment });
  });
  if (!closed.ok || closed.value === null) return closed;
  // Whoever looks for writing next opens the new file, even if there is nothing to write.
  const opened = await transact(journal, host, () => ok({ events: [], value: null }));
  return opened.ok ? closed : opened;

  // Somebody else may have closed the file that was too long.
  function justBegun({ disk, paths }: Journal): boolean {
    return (disk.factsAt(paths.journal)?.size ?? 0) < limit.bytesMax;
  }
}

/** The new file begins with all that is open: closing must make it a good deal shorter. */
function isWorthClosing(state: JournalState, size: number): boolean {
  return size > 4 * JSON.stringify(toSnapshot(state)).length;
}

/** Some file systems give a file one name only. There the journal stays in one piece. */
function tryLink(journal: Journal): Result<void> {
  const { disk, paths } = journal;
  const trial = path.join(archiveFolder(journal), '.link-trial');
  try {
    disk.makeFolder(archiveFolder(journal));
    disk.remove(trial);
    disk.link(paths.journal, trial);
    disk.remove(trial);
    return ok(undefined);
  } catch (error) {
    return fail(writeFailure(journal, error, 'none'));
  }
}
