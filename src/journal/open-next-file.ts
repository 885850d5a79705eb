import * as path from 'node:path';
import type { JournalRecord } from '../domain/events.ts';
import { initialState, type JournalState } from '../domain/state.ts';
import { type Fold, foldTail, startFold } from './fold.ts';
import type { Journal } from './journal.ts';
import type { JournalFile } from './journal-file.ts';
import { archiveFolder, openingOf, segmentName, segmentSeq } from './segments.ts';

/** Between these the change from a closed file to the next one can be interrupted. */
export type SegmentStep = 'archive' | 'next-file' | 'put-in-place' | 'sync-name' | 'tidy';

/**
 * Continues a closed journal in a new file: the closed one gets its name in the archive, the next one is made, and
 * takes the journal's name. Every step may be the last before a crash, and two may do it at once: the next file has one
 * name of its own from its birth, so that there is never more than one of it, and nothing written to it can be lost.
 * @param file the closed journal, still open
 */
export function* openNextFile(journal: Journal, file: JournalFile, fold: Fold): Generator<SegmentStep, void> {
  const { disk, paths } = journal;
  const { state } = fold;
  file.sync();
  if (!isNamed(journal, file)) return;
  yield 'archive';
  nameInArchive(journal, file, state.seq);
  yield 'next-file';
  const next = path.join(paths.internal, birthName(state));
  disk.makeFolder(paths.internal);
  disk.createWhole(next, openingOf(state));
  disk.syncFolder(paths.internal);
  yield 'put-in-place';
  if (!isNamed(journal, file)) return;
  disk.linkOver(next, paths.journal);
  yield 'sync-name';
  disk.syncFolder(path.dirname(paths.journal));
  yield 'tidy';
  forgetOlder(journal, state.seq + 1);
}

/**
 * Notes the hashes of the records before a file that continues a closed one, back to record `fromSeq`: a writer may
 * have stood still while more than one file was closed. Ends where a closed file is no longer there.
 */
export function noteEarlier(
  journal: Journal,
  { seq, segment }: Extract<JournalRecord, { event: 'journal.continued' }>,
  fromSeq: number,
  hashes: Set<string>,
): void {
  if (seq <= fromSeq) return;
  readSegment(journal, segment, (record) => {
    hashes.add(record.hash);
    // Going back it can only come to an end where the numbers fall.
    if (record.event === 'journal.continued' && record.seq < seq)
      noteEarlier(journal, record, fromSeq, hashes);
  });
}

function readSegment(journal: Journal, segment: string, onRecord: (record: JournalRecord) => void): void {
  const seq = segmentSeq(segment);
  if (seq === undefined) return;
  const file = journal.disk.openToRead(path.join(archiveFolder(journal), segment));
  if (file === undefined) return;
  try {
    foldTail(startFold(initialState(), 0), file, file.facts(), { onRecord });
  } finally {
    file.close();
  }
}

function nameInArchive(journal: Journal, file: JournalFile, seq: number): void {
  const { disk, paths } = journal;
  const folder = archiveFolder(journal);
  const archived = path.join(folder, segmentName(seq));
  if (sameFile(disk.factsAt(archived), file) || !isNamed(journal, file)) return;
  disk.makeFolder(folder);
  // What has that name already is a copy from somewhere: this file is the one that was written.
  if (disk.exists(archived)) disk.remove(archived);
  // Never over another name: whoever is faster has given it before the journal's name is the next file's.
  disk.link(paths.journal, archived);
  disk.syncFolder(folder);
  disk.syncFolder(path.dirname(folder));
}

/** By the closed file that it continues: another file with as many records is continued by another one. */
function birthName({ seq, hash }: JournalState): string {
  return `journal-${seq + 1}-${hash.slice(0, 16)}.jsonl`;
}

/** The names by which the files were born are needed while somebody may be making the same change. */
function forgetOlder({ disk, paths }: Journal, seq: number): void {
  const born = disk.listNames(paths.internal).flatMap((name) => {
    const digits = /^journal-(\d{1,15})-[0-9a-f]{16}\.jsonl$/.exec(name)?.[1];
    return digits === undefined || Number(digits) >= seq ? [] : [{ name, seq: Number(digits) }];
  });
  for (const { name } of born.toSorted((a, b) => b.seq - a.seq).slice(NAMES_KEPT)) {
    disk.remove(path.join(paths.internal, name));
  }
}

const NAMES_KEPT = 1;

function isNamed({ disk, paths }: Journal, file: JournalFile): boolean {
  return sameFile(disk.factsAt(paths.journal), file);
}

function sameFile(
  named: { readonly inode: number; readonly device: number } | undefined,
  file: JournalFile,
): boolean {
  const held = file.facts();
  return named !== undefined && named.inode === held.inode && named.device === held.device;
}
