import type { JournalEvent, JournalRecord } from '../domain/events.ts';
import { initialState, type JournalState } from '../domain/state.ts';
import { foldTail, type StrayLine, startFold } from '../journal/fold.ts';
import { asRecord, encodeRecords, type Position, parseLine } from '../journal/record.ts';
import { openingOf } from '../journal/segments.ts';
import { classifyLine } from './classify-line.ts';
import { memoryFile } from './memory-file.ts';

/** A journal as it would be without what is not history. */
export interface Rechained {
  readonly bytes: Buffer;
  /** Lines that are left out, as they stand in the file. */
  readonly asideLines: number;
  readonly aside: Buffer;
  /** Order numbers of records that are lost, both ends included. */
  readonly lost: readonly Range[];
  /** Tasks that the damaged lines still name. */
  readonly lostTaskIds: readonly string[];
}

/**
 * Puts a journal together again. Lines that are not history are left out. Where records are missing, what follows gets
 * new order numbers and hashes behind a record that names the loss; nothing else is ever written anew.
 * @param before the state at the end of the file before this one, null where there is none
 * @param keptIn where the damaged file will be kept
 * @returns null for a file that is in order
 */
export function rechain(
  bytes: Buffer,
  before: JournalState | null,
  keptIn: string,
  nowMs: number,
): Rechained | null {
  const known = before === null || beginsAnew(bytes, before) ? null : before;
  const first = read(bytes, known);
  if (first.strays.length === 0 && first.resumed.length === 0 && first.rest.length === 0) return null;
  // What a file begins with follows from the file before it, so that its loss is none.
  const opening = known !== null && first.kept.length === 0 ? openingOf(known) : Buffer.alloc(0);
  const { kept, end, resumed, lost, strays, rest } =
    opening.length === 0 ? first : read(Buffer.concat([opening, bytes]), known);
  const taskIds = [...new Set(strays.flatMap(({ taskId }) => taskId ?? []))];
  const repaired: JournalEvent = {
    event: 'journal.repaired',
    lost: [...lost],
    task_ids: taskIds,
    kept_in: keptIn,
  };
  return {
    bytes: Buffer.concat([...kept, ...(lost.length > 0 ? writeAnew(end, repaired, resumed, nowMs) : [])]),
    asideLines: strays.length + (rest.length > 0 ? 1 : 0),
    aside: Buffer.concat([...strays.map(({ line }) => line), rest]),
    lost,
    lostTaskIds: taskIds,
  };
}

/** True where the first record is whole and brings a state along that is not the one before. */
function beginsAnew(bytes: Buffer, before: JournalState): boolean {
  const parsed = parseLine(bytes.subarray(0, Math.max(bytes.indexOf(0x0a), 0)));
  return parsed?.sound === true && parsed.value.prev !== before.hash;
}

interface Range {
  readonly seq_from: number;
  readonly seq_to: number;
}

interface Stray {
  readonly line: Buffer;
  /** Of a damaged line that still names its task. */
  readonly taskId: string | undefined;
}

interface ReadLines {
  readonly kept: readonly Buffer[];
  /** Where the unbroken part ends. */
  readonly end: Position;
  /** Records behind a loss, in their order. */
  readonly resumed: readonly JournalRecord[];
  readonly lost: readonly Range[];
  readonly strays: readonly Stray[];
  /** The unfinished last line. */
  readonly rest: Buffer;
}

function read(bytes: Buffer, before: JournalState | null): ReadLines {
  const file = memoryFile(bytes);
  const fold = startFold(before === null ? initialState() : structuredClone(before), 0);
  const kept: Buffer[] = [];
  const resumed: JournalRecord[] = [];
  const strays: Stray[] = [];
  const lost: Range[] = [];
  foldTail(fold, file, file.facts(), {
    onRecord: (_, at) => void kept.push(bytes.subarray(at, fold.validEnd)),
    onStray: (stray) => {
      const at: Position = resumed.at(-1) ?? fold.state;
      const record = soundRecord(stray);
      if (stray.stranded && record !== undefined && (record.prev === at.hash || record.seq > at.seq + 1)) {
        if (record.prev !== at.hash) lost.push({ seq_from: at.seq + 1, seq_to: record.seq - 1 });
        resumed.push(record);
        return;
      }
      const place = classifyLine(stray);
      const taskId = stray.parsed?.value.task_id;
      const isLoss = place.kind === 'damage';
      // One whose number was taken before it never was history.
      const seq = place.seq ?? at.seq + 1;
      if (isLoss && !stray.stranded && seq > at.seq) lost.push(rangeOf(seq));
      strays.push({
        line: Buffer.from(bytes.subarray(stray.at, stray.at + place.length)),
        taskId: isLoss && typeof taskId === 'string' ? taskId : undefined,
      });
    },
  });
  const end = { seq: fold.state.seq, hash: fold.state.hash };
  return { kept, end, resumed, lost: merged(lost), strays, rest: bytes.subarray(fold.offset) };
}

function soundRecord({ parsed, gluedTo }: StrayLine): JournalRecord | undefined {
  return parsed?.sound === true ? asRecord(parsed.value) : gluedTo;
}

function rangeOf(seq: number): Range {
  return { seq_from: seq, seq_to: seq };
}

/** A record that was altered is seen itself, and again as the gap that it leaves. */
function merged(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.seq_from - b.seq_from || b.seq_to - a.seq_to)) {
    const last = merged.at(-1);
    if (last === undefined || range.seq_to > last.seq_to) merged.push(range);
  }
  return merged;
}

/** What is written anew keeps its time and its content. */
function writeAnew(
  end: Position,
  repaired: JournalEvent,
  records: readonly JournalRecord[],
  nowMs: number,
): Buffer[] {
  let position = end;
  const write = (event: JournalEvent, atMs: number) => {
    const { text, hashes } = encodeRecords([event], position, atMs);
    position = { seq: position.seq + 1, hash: hashes[0] ?? '' };
    return Buffer.from(text);
  };
  return [
    write(repaired, nowMs),
    ...records.map(({ v: _v, seq: _seq, prev: _prev, hash: _hash, timestamp, ...event }) =>
      write(event as JournalEvent, Date.parse(timestamp)),
    ),
  ];
}
