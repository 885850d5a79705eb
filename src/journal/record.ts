import * as crypto from 'node:crypto';
import type { JournalEvent, JournalRecord } from '../domain/events.ts';
import { JOURNAL_VERSION } from '../domain/journal-version.ts';

/** Where the history stands: what the next record must follow. */
export interface Position {
  readonly seq: number;
  readonly hash: string;
}

/** Events as lines ready to append, and the hash of each. */
export interface EncodedRecords {
  readonly text: string;
  readonly hashes: readonly string[];
}

/** A line that parses. `sound` means that its hash fits; only a sound line can be part of the history. */
export interface ParsedLine {
  readonly value: Readonly<Record<string, unknown>>;
  readonly sound: boolean;
}

/**
 * Encodes events as records that follow `after`, one line each, for one write.
 * The fields of the original coordination log come first, `hash` last.
 */
export function encodeRecords(
  events: readonly JournalEvent[],
  after: Position,
  nowMs: number,
): EncodedRecords {
  const timestamp = new Date(nowMs).toISOString();
  const hashes: string[] = [];
  let text = '';
  let prev = after.hash;
  let seq = after.seq;
  for (const event of events) {
    seq += 1;
    const body = JSON.stringify({ timestamp, ...seedFieldsFirst(event), v: JOURNAL_VERSION, seq, prev });
    const hashed = body.slice(0, -1);
    prev = sha256(hashed);
    hashes.push(prev);
    text += `${hashed}${HASH_OPEN}${prev}${HASH_CLOSE}\n`;
  }
  return { text, hashes };
}

/** Parses one line without its newline. @returns undefined for what is not a JSON object */
export function parseLine(line: Buffer): ParsedLine | undefined {
  const value = parseObject(line);
  return value === undefined ? undefined : { value, sound: isSound(line, value.hash) };
}

/** The sound record that stands at the end of a bad line: it was appended to somebody's unfinished one. */
export function parseGluedRecord(line: Buffer): ParsedLine | undefined {
  const start = line.lastIndexOf(RECORD_OPEN);
  const parsed = start > 0 ? parseLine(line.subarray(start)) : undefined;
  return parsed?.sound === true ? parsed : undefined;
}

/** The value of a sound line as the record it is. Its `v` says whether this reader knows its fields. */
export function asRecord(value: Readonly<Record<string, unknown>>): JournalRecord {
  return value as unknown as JournalRecord;
}

/** The bytes with which a record of this hash ends, newline included. */
export function recordEnding(hash: string): string {
  return `${HASH_OPEN}${hash}${HASH_CLOSE}\n`;
}

/** Every record begins so, and JSON text within a record cannot: its quotes are escaped. */
const RECORD_OPEN = '{"timestamp":"';
const HASH_OPEN = ',"hash":"';
const HASH_CLOSE = '"}';
const HASH_LENGTH = 64;
const ENDING_LENGTH = HASH_OPEN.length + HASH_LENGTH + HASH_CLOSE.length;

const SEED_FIELDS = [
  'session_id',
  'task_id',
  'delegated_agent',
  'task_description',
  'is_background',
  'status',
  'context_prime_length',
] as const;

function seedFieldsFirst(event: JournalEvent): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const given = event as Readonly<Record<string, unknown>>;
  for (const name of SEED_FIELDS) if (name in given) fields[name] = given[name];
  return Object.assign(fields, given);
}

function parseObject(line: Buffer): Record<string, unknown> | undefined {
  if (line[0] !== OPEN_BRACE) return undefined;
  try {
    return JSON.parse(line.toString('utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const OPEN_BRACE = 0x7b;

/** @param hash what the line gives as its hash: the value of its last field, and nothing else that bears that name */
function isSound(line: Buffer, hash: unknown): boolean {
  const hashedLength = line.length - ENDING_LENGTH;
  if (hashedLength <= 0 || !hasBytes(line, HASH_OPEN, hashedLength)) return false;
  if (!hasBytes(line, HASH_CLOSE, line.length - HASH_CLOSE.length)) return false;
  return hash === sha256(line.subarray(0, hashedLength));
}

/** Byte by byte: for so few a string would cost more than the comparison. */
function hasBytes(line: Buffer, ascii: string, from: number): boolean {
  for (let at = 0; at < ascii.length; at++) if (line[from + at] !== ascii.charCodeAt(at)) return false;
  return true;
}

function sha256(bytes: string | Uint8Array): string {
  return crypto.hash('sha256', bytes, 'hex');
}
