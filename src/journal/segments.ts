import * as path from 'node:path';
import type { JournalEvent } from '../domain/events.ts';
import { toSnapshot } from '../domain/snapshot.ts';
import type { JournalState } from '../domain/state.ts';
import type { Journal } from './journal.ts';
import { encodeRecords } from './record.ts';
import { restated } from './seed-view.ts';

/*
 * A journal that has grown long is closed by a last record, and history goes on in a new file. The closed one lies in
 * the archive. What the new one begins with follows from the state at the end of the old one alone, so that whoever
 * finds a journal closed can finish the change, however often it was begun.
 */

/** The folder of the closed files. */
export function archiveFolder({ paths }: Pick<Journal, 'paths'>): string {
  return path.join(path.dirname(paths.journal), 'archive');
}

/** The name of a closed file in the archive, by the order number of its last record. */
export function segmentName(seq: number): string {
  return `coordination-${String(seq).padStart(10, '0')}.jsonl`;
}

/** The order number in the name of a closed file; undefined for another name. */
export function segmentSeq(name: string): number | undefined {
  const digits = /^coordination-(\d{1,15})\.jsonl$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The closed files that are in the archive, absolute, oldest first. One that still is the journal is left out. */
export function listSegments(journal: Journal): string[] {
  const { disk, paths } = journal;
  const folder = archiveFolder(journal);
  const present = disk.factsAt(paths.journal);
  return disk
    .listNames(folder)
    .flatMap((name) => {
      const seq = segmentSeq(name);
      return seq === undefined ? [] : [{ seq, file: path.join(folder, name) }];
    })
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ file }) => file)
    .filter((file) => {
      const facts = disk.factsAt(file);
      return facts !== undefined && (facts.inode !== present?.inode || facts.device !== present.device);
    });
}

/**
 * The first lines of the file that continues a closed one: the state, and each open task opened again for readers of
 * single lines. Two who make them make the same bytes.
 * @param closed the state behind the closing record
 */
export function openingOf(closed: JournalState): Buffer {
  const base = { ...toSnapshot(closed), phantoms: [], contradicted: [], closedAt: null, invalidLines: 0 };
  const events: JournalEvent[] = [
    { event: 'journal.continued', segment: segmentName(closed.seq), base },
    ...[...closed.open.values()].map(restated),
  ];
  return Buffer.from(encodeRecords(events, closed, closed.closedAt ?? 0).text);
}
