import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { submitted } from './events.ts';
import { readAsSeed } from './seed-reader.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS, readHistory, tagOf, transactNow, World } from './world.ts';

/** The length of the line that a second submit appends, newline included. */
const LINE_BYTES = (() => {
  const world = new World(0);
  world.finish();
  const before = world.disk.text(PATHS.journal).length;
  world.finish();
  return world.disk.text(PATHS.journal).length - before;
})();

const EVERY_BYTE = Array.from({ length: LINE_BYTES + 1 }, (_, index) => index);

describe('a crash at every byte of an append', () => {
  test('of the writer alone: the next writer goes on, and the line counts only if it is whole', () => {
    for (const bytes of EVERY_BYTE) {
      const world = new World(1);
      const first = world.finish();
      world.disk.dieAfterBytes = bytes;
      const torn = world.finish();
      const after = world.finish();
      expect(torn.outcome).toBe('killed');
      // Whole but for its newline: the next writer ends the line, and with that it is history.
      const isWhole = bytes >= LINE_BYTES - 1;
      const expected = [...first.tags, ...(isWhole ? torn.tags : []), after.tags.at(-1)];
      expect(readHistory(world.disk).records.map(tagOf)).toEqual(expected);
      expect(readAsSeed(world.disk.text(PATHS.journal))).toEqual(expected);
    }
  });

  test('of the whole machine, with so many unsynced bytes kept: what was acknowledged is there', () => {
    for (const bytes of EVERY_BYTE) {
      const world = new World(1);
      const first = world.finish();
      while (!world.isAboutToSync(0)) world.advance(0, 'submit', true);
      world.cutPower(bytes);
      const after = world.finish();
      const tags = readHistory(world.disk).records.map(tagOf);
      expect(tags[0]).toBe(first.tags[0]);
      expect(tags.at(-1)).toBe(after.tags.at(-1));
      expect(tags.length).toBe(bytes >= LINE_BYTES - 1 ? 3 : 2);
      expect(readAsSeed(world.disk.text(PATHS.journal))).toEqual(tags);
    }
  });

  test('cut short by a full disk, and freed again: nothing is glued together', () => {
    for (const bytes of EVERY_BYTE.slice(0, -1)) {
      const world = new World(1);
      const first = world.finish();
      world.disk.space = bytes;
      const refused = world.finish();
      world.disk.space = Number.POSITIVE_INFINITY;
      const after = world.finish();
      const isWhole = bytes === LINE_BYTES - 1;
      expect(refused.outcome).toBe(isWhole ? 'unknown' : 'not written');
      const expected = [...first.tags, ...(isWhole ? refused.tags.slice(0, 1) : []), after.tags.at(-1)];
      expect(readHistory(world.disk).records.map(tagOf)).toEqual(expected);
      expect(world.disk.text(PATHS.journal)).not.toContain('\n\n');
    }
  });
});

test('an acknowledged first record survives a power cut together with its file and the marker', () => {
  const disk = new SimulatedDisk();
  const journal = openJournal(PATHS, disk);
  expect(transactNow(journal, () => ok({ events: [submitted('task-aaaa')], value: 1 })).ok).toBe(true);
  disk.cutPower(0);
  const state = readState(openJournal(PATHS, disk));
  expect(state.ok && [...state.value.open.keys()]).toEqual(['task-aaaa']);
  expect(disk.exists(`${PATHS.internal}/open`)).toBe(true);
});

test('a journal whose first writer died before its acknowledgement is durable for the second', () => {
  const world = new World(1);
  world.disk.dieAfterBytes = 2000;
  world.finish('start');
  const second = world.finish('start');
  world.disk.cutPower(0);
  expect(readHistory(world.disk).records.map(tagOf)).toContain(second.tags.at(-1));
});
