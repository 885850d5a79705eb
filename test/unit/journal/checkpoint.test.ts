import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { type Journal, keepCheckpoint, openJournal, readState } from '../../../src/journal/journal.ts';
import { encodeRecords } from '../../../src/journal/record.ts';
import {
  ended,
  heard,
  queuePaused,
  scheduleAdded,
  submitted,
  supervisorStarted,
  told,
  waitingFor,
} from './events.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS, readHistory, transactNow } from './world.ts';

const CHECKPOINT = `${PATHS.internal}/checkpoint.json`;

function append(journal: Journal, ...events: JournalEvent[]): void {
  expect(transactNow(journal, () => ok({ events, value: 0 })).ok).toBe(true);
}

/** A journal in which everything has happened that a checkpoint must keep. */
function richJournal(): { disk: SimulatedDisk; journal: Journal } {
  const disk = new SimulatedDisk();
  const journal = openJournal(PATHS, disk);
  append(
    journal,
    supervisorStarted('1.0.0'),
    submitted('task-aaaa'),
    submitted('task-bbbb'),
    submitted('task-cccc'),
  );
  append(journal, told('task-aaaa', 5), ended('task-bbbb'), heard('task-bbbb'));
  append(journal, waitingFor('task-dddd', 'task-aaaa'), scheduleAdded('nightly'), queuePaused('night'));
  disk.scribble(PATHS.journal, 'rubbish\n{"task_id":"task-zz","is_background":true,"status":"initiated"}\n');
  disk.scribble(PATHS.journal, '{"task_id":"task-cccc","status":"failed"}\n');
  const at = readState(journal);
  const end = at.ok ? { seq: at.value.seq, hash: at.value.hash } : { seq: 0, hash: '' };
  disk.scribble(
    PATHS.journal,
    encodeRecords([{ ...told('task-aaaa', 6), event: 'gate.else' } as never], end, 0).text,
  );
  readState(journal);
  keepCheckpoint(journal, 1);
  return { disk, journal };
}

describe('a checkpoint', () => {
  test('gives the same state as the whole journal', () => {
    const { disk } = richJournal();
    const whole = readHistory(disk).state;
    expect(whole.phantoms.size + whole.contradicted.size + whole.unknownRecords + whole.told.size).toBe(4);
    expect([whole.schedules.size, whole.dependents.size, whole.pauses.queue]).toEqual([1, 1, 'night']);
    disk.bytesRead = 0;
    expect(readState(openJournal(PATHS, disk))).toEqual(ok(whole));
    expect(disk.bytesRead).toBeLessThan(disk.text(CHECKPOINT).length + 200);
  });

  test.each([
    ['missing', (disk: SimulatedDisk) => disk.remove(CHECKPOINT)],
    ['empty', (disk: SimulatedDisk) => disk.overwrite(CHECKPOINT, () => Buffer.alloc(0))],
    [
      'cut',
      (disk: SimulatedDisk) => disk.overwrite(CHECKPOINT, (bytes) => bytes.subarray(0, bytes.length - 9)),
    ],
    ['changed', (disk: SimulatedDisk) => change(disk, 'task-aaaa', 'task-dddd')],
    ['of another version', (disk: SimulatedDisk) => change(disk, '{"v":2', '{"v":1')],
    ['not ours', (disk: SimulatedDisk) => disk.overwrite(CHECKPOINT, () => Buffer.from('null\nnull'))],
  ])('that is %s is rebuilt from the journal', (_, spoil) => {
    const { disk } = richJournal();
    const whole = readHistory(disk).state;
    spoil(disk);
    expect(readState(openJournal(PATHS, disk))).toEqual(ok(whole));
  });

  test('of another journal is not used', () => {
    const { disk } = richJournal();
    const other = new SimulatedDisk();
    const journal = openJournal(PATHS, other);
    for (let index = 0; index < 20; index++) append(journal, submitted(`task-other-${index}`));
    disk.overwrite(PATHS.journal, () => Buffer.from(other.text(PATHS.journal)));
    expect(readState(openJournal(PATHS, disk))).toEqual(ok(readHistory(other).state));
  });

  test('ends with a record: lines of lost races behind it are read again', () => {
    const { disk, journal } = richJournal();
    const before = disk.text(CHECKPOINT);
    append(journal, submitted('task-dddd'));
    disk.scribble(PATHS.journal, 'rubbish\n');
    readState(journal);
    keepCheckpoint(journal, 1);
    expect(disk.text(CHECKPOINT)).toBe(before);
  });

  test('is left to others where theirs is new enough', () => {
    const { disk, journal } = richJournal();
    const other = openJournal(PATHS, disk);
    append(other, submitted('task-dddd'));
    append(journal, submitted('task-eeee'));
    readState(other);
    keepCheckpoint(other, 2);
    const theirs = disk.text(CHECKPOINT);
    keepCheckpoint(journal, 2);
    expect(disk.text(CHECKPOINT)).toBe(theirs);
  });

  test('that cannot be written is no one’s matter', () => {
    const { disk, journal } = richJournal();
    append(journal, submitted('task-dddd'));
    disk.space = 0;
    expect(() => keepCheckpoint(journal, 1)).not.toThrow();
  });
});

function change(disk: SimulatedDisk, from: string, to: string): void {
  disk.overwrite(CHECKPOINT, (bytes) => Buffer.from(bytes.toString().replace(from, to)));
}

test('reading costs the same bytes at 100 and at 20,000 lines', () => {
  expect(costOf(20_000)).toBeLessThanOrEqual(costOf(100) + 200);
});

/** Bytes that a new process reads of a journal of so many lines, five tasks open, with a checkpoint 50 lines back. */
function costOf(lines: number): number {
  const disk = new SimulatedDisk();
  const opening = Array.from({ length: 5 }, (_, index) => submitted(`task-open-${index}`));
  const filling = Array.from({ length: lines - 55 }, (_, index) => told('task-none', index + 1));
  const tail = Array.from({ length: 50 }, (_, index) => told('task-none', index + 1));
  const head = encodeRecords([...opening, ...filling], { seq: 0, hash: '' }, 0);
  disk.scribble(PATHS.journal, head.text);
  const journal = openJournal(PATHS, disk);
  readState(journal);
  keepCheckpoint(journal, 1);
  const at = { seq: lines - 50, hash: head.hashes.at(-1) ?? '' };
  disk.scribble(PATHS.journal, encodeRecords(tail, at, 0).text);
  disk.bytesRead = 0;
  const read = readState(openJournal(PATHS, disk));
  expect(read.ok && [read.value.seq, read.value.open.size]).toEqual([lines, 5]);
  return disk.bytesRead;
}
