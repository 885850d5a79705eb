import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import type { JournalState } from '../../../src/domain/state.ts';
import { leaveAttention, readAttention, readWhole } from '../../../src/journal/attention.ts';
import { type Journal, openJournal, readState } from '../../../src/journal/journal.ts';
import { ended, heard, submitted, supervisorStarted, told } from './events.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS, transactNow } from './world.ts';

const FILE = `${PATHS.internal}/attention.json`;

function append(journal: Journal, ...events: JournalEvent[]): void {
  expect(transactNow(journal, () => ok({ events, value: 0 })).ok).toBe(true);
}

/** A supervised journal with an open task that somebody was told of, an unheard end and a heard one. */
function supervisedJournal(openTask = 'task-aaaa'): { disk: SimulatedDisk; journal: Journal } {
  const disk = new SimulatedDisk();
  const journal = openJournal(PATHS, disk);
  append(journal, supervisorStarted('1.0.0'));
  append(journal, submitted(openTask), submitted('task-bbbb'), submitted('task-cccc'));
  append(journal, told(openTask, 5), ended('task-bbbb'), ended('task-cccc'), heard('task-cccc'));
  readState(journal);
  leaveAttention(journal);
  return { disk, journal };
}

/** What a session must know of a state: all but the ends that were heard. */
function attentionOf(state: JournalState): JournalState {
  return { ...state, ended: new Map([...state.ended].filter(([, task]) => !task.heard)) };
}

async function read(disk: SimulatedDisk): Promise<JournalState> {
  const state = await readAttention(openJournal(PATHS, disk));
  if (!state.ok) throw new Error(state.failure.message);
  return state.value;
}

describe('what a supervisor leaves for hooks', () => {
  test('says what the journal says, and spares reading it', async () => {
    const { disk, journal } = supervisedJournal();
    const whole = readState(journal);
    disk.bytesRead = 0;
    const left = await read(disk);
    expect(whole.ok && attentionOf(left)).toEqual(whole.ok && attentionOf(whole.value));
    expect(whole.ok && whole.value.ended.size).toBe(2);
    expect(left.open.size + left.ended.size + left.told.size).toBe(3);
    expect(disk.bytesRead).toBeLessThan(disk.text(FILE).length + 200);
  });

  test('holds no end that was heard: a long history costs nothing', async () => {
    const { disk } = supervisedJournal();
    expect(disk.text(FILE)).not.toContain('task-cccc');
  });

  test('counts no longer once anything was appended, by whomever', async () => {
    const { disk } = supervisedJournal();
    append(openJournal(PATHS, disk), submitted('task-dddd'));
    expect([...(await read(disk)).open.keys()]).toEqual(['task-aaaa', 'task-dddd']);
  });

  test('counts no longer once somebody began to write a line', async () => {
    const { disk } = supervisedJournal();
    disk.scribble(PATHS.journal, '{"half a line');
    disk.bytesRead = 0;
    await read(disk);
    expect(disk.bytesRead).toBeGreaterThan(disk.text(FILE).length + 500);
  });

  test('counts not for another journal of the same length', async () => {
    const { disk } = supervisedJournal();
    const other = supervisedJournal('task-eeee').disk;
    expect(other.text(PATHS.journal)).toHaveLength(disk.text(PATHS.journal).length);
    other.replace(FILE, disk.text(FILE));
    expect([...(await read(other)).open.keys()]).toEqual(['task-eeee']);
  });

  test.each([
    ['missing', (disk: SimulatedDisk) => disk.remove(FILE)],
    ['empty', (disk: SimulatedDisk) => disk.overwrite(FILE, () => Buffer.alloc(0))],
    ['cut', (disk: SimulatedDisk) => disk.overwrite(FILE, (bytes) => bytes.subarray(0, bytes.length - 9))],
    [
      'changed',
      (disk: SimulatedDisk) =>
        disk.overwrite(FILE, (bytes) => Buffer.from(bytes.toString().replaceAll('task-aaaa', 'task-ffff'))),
    ],
    [
      'of another version',
      (disk: SimulatedDisk) =>
        disk.overwrite(FILE, (bytes) => Buffer.from(bytes.toString().replace(/\{"v":\d+/, '{"v":0'))),
    ],
    ['not ours', (disk: SimulatedDisk) => disk.overwrite(FILE, () => Buffer.from('null\nnull'))],
  ])('is not used when it is %s: the journal is read', async (_, damage) => {
    const { disk } = supervisedJournal();
    damage(disk);
    expect([...(await read(disk)).open.keys()]).toEqual(['task-aaaa']);
  });

  test('is not written again while nothing happens', () => {
    const { disk, journal } = supervisedJournal();
    disk.remove(FILE);
    leaveAttention(journal);
    expect(disk.exists(FILE)).toBe(false);
    append(journal, told('task-aaaa', 6));
    leaveAttention(journal);
    expect(disk.exists(FILE)).toBe(true);
  });

  test('is not written by who has not read the journal to its end', () => {
    const { disk } = supervisedJournal();
    disk.scribble(PATHS.journal, '{"half a line');
    disk.remove(FILE);
    const journal = openJournal(PATHS, disk);
    readState(journal);
    leaveAttention(journal);
    expect(disk.exists(FILE)).toBe(false);
  });

  test('a session that is held reads on from the journal, and sees when it changes', async () => {
    const { disk } = supervisedJournal();
    const held = openJournal(PATHS, disk);
    await readWhole(held);
    append(openJournal(PATHS, disk), ended('task-aaaa'));
    const state = await readWhole(held);
    expect(state.ok && state.value.open.size).toBe(0);
  });
});
