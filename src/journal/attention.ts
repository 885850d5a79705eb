import { join } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { fromSnapshot, type StateSnapshot, toSnapshot } from '../domain/snapshot.ts';
import type { JournalState } from '../domain/state.ts';
import { CHECKPOINT_VERSION } from './checkpoint.ts';
import { endsWithRecord } from './fold.ts';
import type { Journal } from './journal.ts';
import { errnoOf, type JournalFile } from './journal-file.ts';

/*
 * What a session's hook must know of the journal is little, and it asks at every prompt. So the supervisor leaves it
 * in a file of its own, which counts only while the journal still ends with the record that it was written at: then
 * there is nothing to fold, and nothing whose hash must be worked out.
 */

/**
 * The state as far as sessions are concerned: ends that were heard may be missing. Fails as `readState` does.
 */
export async function readAttention(journal: Journal): Promise<Result<JournalState>> {
  const left = unlessRefused(() => loadAttention(journal));
  return left === undefined ? readWhole(journal) : ok(left);
}

/** The same from the journal itself. What reads it is loaded only where it must be read. */
export async function readWhole(journal: Journal): Promise<Result<JournalState>> {
  const { readState } = await import('./journal.ts');
  return readState(journal);
}

/** Leaves the file for hooks, where this process knows the journal to its end and has not left it there before. */
export function leaveAttention(journal: Journal): void {
  const { fold, disk } = journal;
  if (fold === null || fold.gapAt !== undefined || fold.validEnd !== fold.facts.size) return;
  const { state } = fold;
  if (LEFT_AT.get(journal) === state.hash) return;
  LEFT_AT.set(journal, state.hash);
  const unheard = new Map([...state.ended].filter(([, task]) => !task.heard));
  const body = Buffer.from(JSON.stringify(toSnapshot({ ...state, ended: unheard })));
  const head: AttentionHead = {
    v: CHECKPOINT_VERSION,
    seq: state.seq,
    offset: fold.validEnd,
    hash: state.hash,
    sum: checksum(body),
  };
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
  unlessRefused(() => disk.replace(attentionPath(journal), bytes));
}

/** The hash of the last record at which a journal's file was left. */
const LEFT_AT = new WeakMap<Journal, string>();

interface AttentionHead {
  readonly v: number;
  readonly seq: number;
  readonly offset: number;
  readonly hash: string;
  readonly sum: number;
}

function loadAttention(journal: Journal): JournalState | undefined {
  const bytes = journal.disk.readWhole(attentionPath(journal));
  if (bytes === undefined) return undefined;
  const headEnd = bytes.indexOf(NEWLINE);
  const head = parseJson(bytes.toString('latin1', 0, Math.max(headEnd, 0))) as
    | AttentionHead
    | null
    | undefined;
  if (head?.v !== CHECKPOINT_VERSION) return undefined;
  const body = bytes.subarray(headEnd + 1);
  if (head.sum !== checksum(body) || !isEndOfJournal(journal, head)) return undefined;
  return fromSnapshot(JSON.parse(body.toString('utf8')) as StateSnapshot, head);
}

function isEndOfJournal(journal: Journal, { offset, hash }: AttentionHead): boolean {
  const file: JournalFile | undefined = journal.disk.openToRead(journal.paths.journal);
  if (file === undefined) return false;
  try {
    return file.facts().size === offset && endsWithRecord(file, offset, hash);
  } finally {
    file.close();
  }
}

/**
 * Enough for damage, and without the library that a better one would have to load. Word by word (FNV-1a): a loop over
 * each byte is long enough for the engine to optimize it, and the process then waits at its end for that.
 */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  let sum = 0x811c9dc5 ^ bytes.length;
  for (let index = 0; index < words.length; index++) sum = Math.imul(sum ^ (words[index] ?? 0), 0x01000193);
  return sum >>> 0;
}

const NEWLINE = 0x0a;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unlessRefused<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

function attentionPath(journal: Journal): string {
  return join(journal.paths.internal, 'attention.json');
}
