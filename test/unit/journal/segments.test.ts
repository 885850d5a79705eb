import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { toSnapshot } from '../../../src/domain/snapshot.ts';
import { ENDED_KEPT, type JournalState } from '../../../src/domain/state.ts';
import { lookUpEnded } from '../../../src/journal/ended-index.ts';
import { hasNews, type Journal, openJournal, readState } from '../../../src/journal/journal.ts';
import { encodeRecords } from '../../../src/journal/record.ts';
import { listSegments, segmentName } from '../../../src/journal/segments.ts';
import { transactSteps } from '../../../src/journal/transact-steps.ts';
import { ended, heard, queuePaused, scheduleAdded, submitted, told, waitingFor } from './events.ts';
import { readAsSeed } from './seed-reader.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS, readHistory, transactNow } from './world.ts';

/** A journal in which something of every kind is open, ended, heard and unheard. */
function busyDisk(): SimulatedDisk {
  const disk = new SimulatedDisk();
  write(disk, submitted('task-aaaa'), submitted('task-bbbb'), waitingFor('task-cccc', 'task-aaaa'));
  write(disk, told('task-aaaa', 5), ended('task-bbbb'), scheduleAdded('nightly'), queuePaused('lunch'));
  write(disk, submitted('task-dddd'), ended('task-dddd'), heard('task-dddd'));
  return disk;
}

function write(disk: SimulatedDisk, ...events: JournalEvent[]) {
  const answer = transactNow(openJournal(PATHS, disk), () => ok({ events, value: 1 }), 5_000);
  expect(answer.ok).toBe(true);
}

function close(disk: SimulatedDisk): void {
  const journal = openJournal(PATHS, disk);
  closeOnly(journal);
  transactNow(journal, () => ok({ events: [], value: 1 }));
}

/** Closes without opening the next file, as after a crash. */
function closeOnly(journal: Journal, nowMs = 0): void {
  const closing = (state: JournalState) =>
    ok({ events: [{ event: 'journal.closed' as const, segment: segmentName(state.seq + 1) }], value: 1 });
  transactNow(journal, closing, nowMs);
}

function stateOf(disk: SimulatedDisk): JournalState {
  const read = readState(openJournal(PATHS, disk));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

/** What a state says of tasks, schedules and pauses, wherever in the files it stands. */
function contentOf(state: JournalState): object {
  const { phantoms, contradicted, invalidLines, closedAt, ...content } = toSnapshot(state);
  return content;
}

describe('a closed journal', () => {
  test('goes on in a new file that alone says everything that is open', () => {
    const disk = busyDisk();
    const before = contentOf(stateOf(disk));
    const { seq } = stateOf(disk);
    close(disk);
    expect(listSegments(openJournal(PATHS, disk))).toEqual([`/p/reports/archive/${segmentName(seq + 1)}`]);
    expect(contentOf(stateOf(disk))).toEqual(before);
    expect(readAsSeed(disk.text(PATHS.journal))).toEqual(['task-aaaa', 'task-cccc']);
    // Without the archive and everything derived the new file still is enough.
    for (const file of [...disk.list('/p/reports/archive'), ...disk.list(PATHS.internal)]) disk.remove(file);
    expect(contentOf(stateOf(disk))).toEqual(before);
  });

  test('is one unbroken chain with what follows', () => {
    const disk = busyDisk();
    close(disk);
    write(disk, ended('task-aaaa'));
    close(disk);
    write(disk, submitted('task-eeee'));
    const { records, state } = readHistory(disk);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    expect(contentOf(stateOf(disk))).toEqual(contentOf(state));
    expect(disk.list('/p/reports/archive')).toHaveLength(2);
    expect(state.open.get('task-cccc')?.settled).toEqual({ 'task-aaaa': 'completed' });
  });

  test('never counts what somebody appends to it later', () => {
    const disk = busyDisk();
    const journal = openJournal(PATHS, disk);
    readState(journal);
    close(disk);
    const archived = listSegments(journal)[0] ?? '';
    const late = busyDisk();
    const lines = late.text(PATHS.journal);
    write(late, submitted('task-late'));
    disk.scribble(archived, late.text(PATHS.journal).slice(lines.length));
    write(disk, submitted('task-eeee'));
    const ids = [...readHistory(disk).state.open.keys()];
    expect(ids).toEqual(['task-aaaa', 'task-cccc', 'task-eeee']);
  });

  test('is the end of its file even for a record that follows the closing one', () => {
    const disk = busyDisk();
    const journal = openJournal(PATHS, disk);
    closeOnly(journal);
    const closed = stateOf(disk);
    disk.scribble(PATHS.journal, encodeRecords([submitted('task-late')], closed, 0).text);
    expect([...stateOf(disk).open.keys()]).toEqual(['task-aaaa', 'task-cccc']);
    write(disk, submitted('task-eeee'));
    expect([...readHistory(disk).state.open.keys()]).toEqual(['task-aaaa', 'task-cccc', 'task-eeee']);
  });

  test('is noticed by those who read before, and they read on', () => {
    const disk = busyDisk();
    const journal = openJournal(PATHS, disk);
    readState(journal);
    close(disk);
    expect(hasNews(journal)).toBe(true);
    write(disk, submitted('task-eeee'));
    const read = readState(journal);
    expect(read.ok && [...read.value.open.keys()]).toEqual(['task-aaaa', 'task-cccc', 'task-eeee']);
    expect(hasNews(journal)).toBe(false);
  });

  test('still gives its ended tasks to who asks for them, with and without their index', () => {
    const disk = new SimulatedDisk();
    for (let index = 0; index < ENDED_KEPT + 20; index++) {
      const id = `task-${1000 + index}`;
      write(disk, submitted(id), ended(id, { summary: id }), heard(id));
      if (index === 5 || index === 210) close(disk);
    }
    const summaries = (part: string) => {
      const found = lookUpEnded(openJournal(PATHS, disk), part);
      return found.ok ? found.value.map(({ summary }) => summary) : [];
    };
    expect(summaries('task-1000')).toEqual(['task-1000']);
    close(disk);
    write(disk, submitted('task-2000'), ended('task-2000'), heard('task-2000'));
    expect(summaries('task-1003')).toEqual(['task-1003']);
    for (const file of disk.list(PATHS.internal)) disk.remove(file);
    expect(summaries('task-1015')).toEqual(['task-1015']);
    expect(summaries('task-1100')).toEqual(['task-1100']);
  });

  test('whose next file has lost its first line says so', () => {
    const disk = busyDisk();
    close(disk);
    disk.overwrite(PATHS.journal, (bytes) => bytes.subarray(bytes.indexOf(10) + 1));
    for (const file of disk.list(PATHS.internal)) disk.remove(file);
    const read = readState(openJournal(PATHS, disk));
    expect(read.ok ? 'read' : read.failure.code).toBe('journal_damaged');
  });
});

describe('a crash while a journal is closed and continued', () => {
  const STEPS = countSteps();

  test.each(['dies', 'loses power'] as const)('at any step, when the writer %s: nothing is lost', (how) => {
    for (let stop = 0; stop <= STEPS; stop++) {
      for (const kept of how === 'dies' ? [0] : [0, 1, 150, 100_000]) {
        const disk = busyDisk();
        const before = contentOf(stateOf(disk));
        runSteps(disk, stop);
        if (how === 'loses power') disk.cutPower(kept);
        expect(contentOf(stateOf(disk)), `read after step ${stop}`).toEqual(before);
        write(disk, submitted('task-eeee'));
        const { records, state } = readHistory(disk);
        expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
        expect([...state.open.keys()]).toEqual(['task-aaaa', 'task-cccc', 'task-eeee']);
        expect(contentOf(stateOf(disk))).toEqual(contentOf(state));
        expect(readAsSeed(disk.text(PATHS.journal))).toEqual([...state.open.keys()].sort());
      }
    }
    expect(STEPS).toBeGreaterThan(12);
  });

  test('that another writer finishes before the closing record was on the disk: the archive is whole', () => {
    const disk = busyDisk();
    const steps = transactSteps(
      openJournal(PATHS, disk),
      { now: () => 9_000 },
      (state) =>
        ok({ events: [{ event: 'journal.closed' as const, segment: segmentName(state.seq + 1) }], value: 1 }),
      false,
    );
    while (steps.next().value !== 'sync');
    transactNow(openJournal(PATHS, disk), () => ok({ events: [], value: 1 }));
    disk.cutPower(0);
    const { records } = readHistory(disk);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    expect(records.map(({ event }) => event)).toContain('journal.closed');
  });

  test('with the new file in place but its name not on the disk: what was written to it is there', () => {
    const disk = busyDisk();
    closeOnly(openJournal(PATHS, disk));
    const steps = reopening(disk);
    while (steps.next().value !== 'sync-name');
    write(disk, submitted('task-eeee'));
    disk.cutPower(0);
    write(disk, submitted('task-ffff'));
    expect([...readHistory(disk).state.open.keys()]).toEqual([
      'task-aaaa',
      'task-cccc',
      'task-eeee',
      'task-ffff',
    ]);
  });

  test('and another file closed at the same number: each is continued by its own', () => {
    const disk = busyDisk();
    const older = disk.text(PATHS.journal);
    closeOnly(openJournal(PATHS, disk), 1);
    const steps = reopening(disk);
    while (steps.next().value !== 'next-file');
    disk.replace(PATHS.journal, older);
    closeOnly(openJournal(PATHS, disk), 2);
    while (steps.next().done !== true);
    write(disk, submitted('task-eeee'));
    const { records } = readHistory(disk);
    expect(records.map(({ prev }) => prev)).toEqual(['', ...records.map(({ hash }) => hash).slice(0, -1)]);
  });

  /** A writer that has nothing to write but opens the next file. */
  function reopening(disk: SimulatedDisk) {
    const nothing = () => ok({ events: [], value: 1 });
    return transactSteps(openJournal(PATHS, disk), { now: () => 9_000 }, nothing, true);
  }

  test('with no room for the next file: nothing is lost, and it goes on when there is', () => {
    const disk = busyDisk();
    const journal = openJournal(PATHS, disk);
    transactNow(journal, (state) =>
      ok({ events: [{ event: 'journal.closed' as const, segment: segmentName(state.seq + 1) }], value: 1 }),
    );
    disk.space = 100;
    const refused = transactNow(openJournal(PATHS, disk), () =>
      ok({ events: [submitted('task-eeee')], value: 1 }),
    );
    expect(refused.ok ? 'written' : refused.failure.details?.errno).toBe('ENOSPC');
    disk.space = Number.POSITIVE_INFINITY;
    write(disk, submitted('task-ffff'));
    expect([...stateOf(disk).open.keys()]).toEqual(['task-aaaa', 'task-cccc', 'task-ffff']);
  });

  /** Closes and continues, and stops dead after so many steps. @returns the steps it took */
  function runSteps(disk: SimulatedDisk, stop: number): number {
    const journal = openJournal(PATHS, disk);
    let taken = 0;
    for (const closes of [true, false]) {
      const steps = transactSteps(
        journal,
        { now: () => 9_000 },
        (state) =>
          ok({
            events: closes ? [{ event: 'journal.closed' as const, segment: segmentName(state.seq + 1) }] : [],
            value: 1,
          }),
        true,
      );
      while (taken < stop && steps.next().done !== true) taken += 1;
      if (taken >= stop) break;
    }
    return taken;
  }

  function countSteps(): number {
    return runSteps(busyDisk(), Number.POSITIVE_INFINITY);
  }
});
