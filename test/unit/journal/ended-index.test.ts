import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ENDED_KEPT } from '../../../src/domain/state.ts';
import { lookUpEnded } from '../../../src/journal/ended-index.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { encodeRecords } from '../../../src/journal/record.ts';
import { ended, heard, submitted } from './events.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS } from './world.ts';

const INDEX = `${PATHS.internal}/ended.index`;
const CHECKPOINT = `${PATHS.internal}/ended.checkpoint.json`;

/** A journal in which so many tasks came, ended and were heard of, `task-0000` first. */
function journalOf(count: number): SimulatedDisk {
  const disk = new SimulatedDisk();
  grow(disk, 0, count);
  return disk;
}

function grow(disk: SimulatedDisk, from: number, to: number): void {
  const events: JournalEvent[] = [];
  for (let index = from; index < to; index++) {
    const id = nameOf(index);
    events.push(submitted(id), ended(id, { summary: `end of ${id}` }), heard(id));
  }
  const read = readState(openJournal(PATHS, disk));
  const at = read.ok ? { seq: read.value.seq, hash: read.value.hash } : { seq: 0, hash: '' };
  disk.scribble(PATHS.journal, encodeRecords(events, at, 0).text);
}

function nameOf(index: number): string {
  return `task-${String(index).padStart(4, '0')}`;
}

function find(disk: SimulatedDisk, part: string): string[] {
  const found = lookUpEnded(openJournal(PATHS, disk), part);
  return found.ok ? found.value.map((task) => task.summary) : [found.failure.code];
}

describe('an ended task', () => {
  test('is found however old it is', () => {
    const disk = journalOf(ENDED_KEPT + 100);
    for (const index of [0, 57, 99, 100, 200, 299]) {
      expect(find(disk, nameOf(index))).toEqual([`end of ${nameOf(index)}`]);
    }
  });

  test('is found by any part of its id, and an exact id wins alone', () => {
    const disk = journalOf(ENDED_KEPT + 100);
    expect(find(disk, '-0057')).toEqual(['end of task-0057']);
    expect(find(disk, 'TASK-0057 ')).toEqual(['end of task-0057']);
    expect(find(disk, 'task-001')).toHaveLength(10);
    expect(find(disk, '')).toEqual([]);
    expect(find(disk, 'nothing')).toEqual([]);
  });

  test('is found among those at hand first: then nobody builds an index', () => {
    const disk = journalOf(ENDED_KEPT + 100);
    expect(find(disk, nameOf(299))).toHaveLength(1);
    expect(disk.exists(INDEX)).toBe(false);
  });

  test('is found without an index where none was ever pruned', () => {
    const disk = journalOf(3);
    expect(find(disk, 'nothing')).toEqual([]);
    expect(disk.exists(INDEX)).toBe(false);
  });

  test('is found through the index without reading the journal again', () => {
    const disk = journalOf(ENDED_KEPT + 2000);
    find(disk, nameOf(0));
    const journal = openJournal(PATHS, disk);
    readState(journal);
    disk.bytesRead = 0;
    expect(lookUpEnded(journal, nameOf(1999)).ok).toBe(true);
    const own = disk.text(CHECKPOINT).length + disk.text(INDEX).length;
    expect(disk.bytesRead).toBeLessThan(own + 1000);
  });

  test('is found after the journal went on', () => {
    const disk = journalOf(ENDED_KEPT + 10);
    find(disk, nameOf(0));
    grow(disk, ENDED_KEPT + 10, ENDED_KEPT + 50);
    expect(find(disk, nameOf(30))).toEqual(['end of task-0030']);
    expect(find(disk, nameOf(0))).toEqual(['end of task-0000']);
  });
});

describe('an index that is', () => {
  test.each([
    ['missing', (disk: SimulatedDisk) => disk.remove(INDEX)],
    ['too short', (disk: SimulatedDisk) => disk.overwrite(INDEX, (bytes) => bytes.subarray(0, 1000))],
    ['without its checkpoint', (disk: SimulatedDisk) => disk.remove(CHECKPOINT)],
    ['torn by somebody who died', (disk: SimulatedDisk) => disk.scribble(INDEX, '\n{"id":"task-0057","summ')],
    ['written twice', (disk: SimulatedDisk) => disk.scribble(INDEX, disk.text(INDEX))],
  ])('%s gives the same answer', (_, spoil) => {
    const disk = journalOf(ENDED_KEPT + 100);
    find(disk, nameOf(57));
    spoil(disk);
    expect(find(disk, nameOf(57))).toEqual(['end of task-0057']);
    grow(disk, ENDED_KEPT + 100, ENDED_KEPT + 200);
    expect(find(disk, nameOf(57))).toEqual(['end of task-0057']);
    expect(find(disk, nameOf(150))).toEqual(['end of task-0150']);
  });

  test('impossible to write gives the same answer', () => {
    const disk = journalOf(ENDED_KEPT + 100);
    disk.space = 0;
    expect(find(disk, nameOf(57))).toEqual(['end of task-0057']);
  });
});

test('an end that nobody heard of is never pruned', () => {
  const disk = new SimulatedDisk();
  const unheard = [submitted('task-old'), ended('task-old', { summary: 'unheard' })];
  disk.scribble(PATHS.journal, encodeRecords(unheard, { seq: 0, hash: '' }, 0).text);
  grow(disk, 0, ENDED_KEPT + 10);
  const read = readState(openJournal(PATHS, disk));
  expect(read.ok && read.value.ended.get('task-old')?.heard).toBe(false);
});
