import { describe, expect, test } from 'vitest';
import { failure } from '../../../src/domain/failure.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { type Journal, openJournal, readState } from '../../../src/journal/journal.ts';
import { encodeRecords } from '../../../src/journal/record.ts';
import { ended, heard, submitted } from './events.ts';
import { readAsSeed, readAsSeedWithoutOrder } from './seed-reader.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS, readHistory, transactNow, World } from './world.ts';

const LOST_RACE = { seq: 0, hash: 'of a record that somebody else replaced' };

function worldOf(...ids: string[]): { disk: SimulatedDisk; journal: Journal } {
  const disk = new SimulatedDisk();
  const journal = openJournal(PATHS, disk);
  transactNow(journal, () => ok({ events: ids.map((id) => submitted(id)), value: 0 }));
  return { disk, journal };
}

function expectAgreement(disk: SimulatedDisk): void {
  const truth = [...readHistory(disk).state.open.keys()].sort();
  expect(readAsSeed(disk.text(PATHS.journal))).toEqual(truth);
}

function touch(journal: Journal): void {
  transactNow(journal, () => ok({ events: [heard('task-none')], value: 0 }));
}

describe('a reader of single lines', () => {
  test('sees a task that only a losing line opened, until the next writer voids it', () => {
    const { disk, journal } = worldOf('task-aaaa');
    disk.scribble(PATHS.journal, encodeRecords([submitted('task-lost')], LOST_RACE, 0).text);
    expect(readAsSeed(disk.text(PATHS.journal))).toContain('task-lost');
    touch(journal);
    expectAgreement(disk);
    expect(readHistory(disk).records.map(({ event }) => event)).toContain('task.voided');
  });

  test('sees an open task end by a losing line, until the next writer states it again', () => {
    const { disk, journal } = worldOf('task-aaaa');
    disk.scribble(PATHS.journal, encodeRecords([ended('task-aaaa')], LOST_RACE, 0).text);
    expect(readAsSeed(disk.text(PATHS.journal))).toEqual([]);
    touch(journal);
    expectAgreement(disk);
    expect(readHistory(disk).state.open.get('task-aaaa')?.phase).toBe('queued');
  });

  test('needs no mending where the task has ended in truth since', () => {
    const { disk, journal } = worldOf('task-aaaa');
    disk.scribble(PATHS.journal, encodeRecords([ended('task-aaaa')], LOST_RACE, 0).text);
    transactNow(journal, (state) => ok({ events: [...state.open.keys()].map((id) => ended(id)), value: 0 }));
    touch(journal);
    expectAgreement(disk);
    expect(readAsSeedWithoutOrder(disk.text(PATHS.journal))).toEqual([]);
  });

  test('sees what a stray opening line says of a task that has ended, until it is voided', () => {
    const { disk, journal } = worldOf('task-aaaa');
    transactNow(journal, () => ok({ events: [ended('task-aaaa')], value: 0 }));
    disk.scribble(PATHS.journal, encodeRecords([submitted('task-aaaa')], LOST_RACE, 0).text);
    touch(journal);
    expectAgreement(disk);
    expect(readHistory(disk).state.ended.get('task-aaaa')?.status).toBe('completed');
  });

  test('is set right by a writer whose own decision is refused', () => {
    const { disk, journal } = worldOf('task-aaaa');
    disk.scribble(PATHS.journal, encodeRecords([submitted('task-lost')], LOST_RACE, 0).text);
    transactNow(journal, () => fail(failure('policy_refused', 'No.')));
    expectAgreement(disk);
  });

  test('is not set right by a plain read, which writes nothing', () => {
    const { disk, journal } = worldOf('task-aaaa');
    disk.scribble(PATHS.journal, encodeRecords([submitted('task-lost')], LOST_RACE, 0).text);
    transactNow(journal, () => ok({ events: [], value: 0 }));
    expect(readHistory(disk).records).toHaveLength(1);
  });

  test('is set right after a checkpoint too', () => {
    const { disk, journal } = worldOf('task-aaaa');
    disk.scribble(PATHS.journal, encodeRecords([submitted('task-lost')], LOST_RACE, 0).text);
    disk.scribble(PATHS.journal, encodeRecords([ended('task-aaaa')], LOST_RACE, 0).text);
    readState(journal);
    const read = readState(journal);
    expect(read.ok && [[...read.value.phantoms], [...read.value.contradicted]]).toEqual([
      ['task-lost'],
      ['task-aaaa'],
    ]);
    touch(journal);
    touch(journal);
    expectAgreement(disk);
    expect(readHistory(disk).state.phantoms.size + readHistory(disk).state.contradicted.size).toBe(0);
  });
});

describe('a submit that lost its race', () => {
  test('and is then refused leaves a void for its line', () => {
    const world = new World(2);
    while (!world.isAboutToAppend(0)) world.advance(0, 'limited', true);
    world.finish('pair');
    world.drain();
    expect(world.deeds[0]?.outcome).toBe('refused');
    expectAgreement(world.disk);
    expect(readAsSeedWithoutOrder(world.disk.text(PATHS.journal))).toHaveLength(2);
  });

  test('and dies before it can say so leaves that to the next writer', () => {
    const world = new World(2);
    while (!world.isAboutToAppend(0)) world.advance(0, 'limited', true);
    world.finish('pair');
    world.advance(0, 'limited', true);
    world.kill(0);
    world.finish('tell');
    expectAgreement(world.disk);
  });

  test('with the same id again needs no void', () => {
    const { disk, journal } = worldOf('task-aaaa');
    const other = openJournal(PATHS, disk);
    let decisions = 0;
    transactNow(journal, () => {
      decisions += 1;
      if (decisions === 1) transactNow(other, () => ok({ events: [submitted('task-bbbb')], value: 0 }));
      return ok({ events: [submitted('task-mine')], value: 0 });
    });
    expect(readHistory(disk).records.map(({ event }) => event)).not.toContain('task.voided');
    expectAgreement(disk);
    expect(readAsSeedWithoutOrder(disk.text(PATHS.journal))).toEqual(['task-aaaa', 'task-bbbb', 'task-mine']);
  });
});
