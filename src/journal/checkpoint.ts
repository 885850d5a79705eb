import * as crypto from 'node:crypto';
import { fromSnapshot, type StateSnapshot, toSnapshot } from '../domain/snapshot.ts';
import { endsWithRecord, type Fold, startFold } from './fold.ts';
import type { JournalDisk, JournalFile } from './journal-file.ts';

/** A fold as it was saved. */
export interface Checkpoint {
  readonly fold: Fold;
  /** Bytes of the index of ended tasks that belong to this fold; 0 for a checkpoint that has no index. */
  readonly indexBytes: number;
}

/**
 * The checkpoint in `path`, if it is whole and `file` really has the record it ends with.
 * @returns undefined for a checkpoint that is missing, damaged, of another version or of another file
 */
export function loadCheckpoint(disk: JournalDisk, path: string, file: JournalFile): Checkpoint | undefined {
  const bytes = disk.readWhole(path);
  if (bytes === undefined) return undefined;
  const headEnd = bytes.indexOf('\n');
  const head = parseHead(bytes.subarray(0, Math.max(headEnd, 0)));
  if (head === undefined || head.body !== sha256(bytes.subarray(headEnd + 1))) return undefined;
  if (!endsWithRecord(file, head.offset, head.hash)) return undefined;
  const body = JSON.parse(bytes.toString('utf8', headEnd + 1)) as StateSnapshot;
  return { fold: startFold(fromSnapshot(body, head), head.offset), indexBytes: head.index };
}

/** Writes a checkpoint. It is derived: nothing is synced, and whoever reads it checks it against the journal. */
export function saveCheckpoint(disk: JournalDisk, path: string, { fold, indexBytes }: Checkpoint): void {
  // It must end with a record, and must not hide damage behind it.
  if (fold.validEnd !== fold.offset || fold.gapAt !== undefined) return;
  const body = JSON.stringify(toSnapshot(fold.state));
  const { seq, hash } = fold.state;
  const head: CheckpointHead = {
    v: CHECKPOINT_VERSION,
    seq,
    offset: fold.offset,
    hash,
    index: indexBytes,
    body: sha256(body),
  };
  disk.replace(path, `${JSON.stringify(head)}\n${body}`);
}

/** The `seq` of the checkpoint that is there, by its first bytes alone; 0 where there is none to go by. */
export function savedSeq(disk: JournalDisk, path: string): number {
  const file = disk.openToRead(path);
  if (file === undefined) return 0;
  try {
    const bytes = Buffer.alloc(HEAD_BYTES_MAX);
    const got = bytes.subarray(0, file.read(bytes, 0));
    return parseHead(got.subarray(0, Math.max(got.indexOf('\n'), 0)))?.seq ?? 0;
  } finally {
    file.close();
  }
}

/** Another shape of the state, or another meaning of an event, needs another number. */
export const CHECKPOINT_VERSION = 4;

const HEAD_BYTES_MAX = 512;

interface CheckpointHead {
  readonly v: number;
  readonly seq: number;
  readonly offset: number;
  readonly hash: string;
  readonly index: number;
  /** sha256 of all that follows the first line. */
  readonly body: string;
}

function parseHead(line: Buffer): CheckpointHead | undefined {
  try {
    const head = JSON.parse(line.toString('utf8')) as CheckpointHead;
    return head.v === CHECKPOINT_VERSION ? head : undefined;
  } catch {
    return undefined;
  }
}

function sha256(bytes: string | Uint8Array): string {
  return crypto.hash('sha256', bytes, 'hex');
}
