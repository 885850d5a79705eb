import { describe, expect, test } from 'vitest';
import { failure } from '../../../src/domain/failure.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { hasNews, type Journal, openJournal, readState } from '../../../src/journal/journal.ts';
import { transactSteps } from '../../../src/journal/transact-steps.ts';
import { ended, heard, submitted, told } from './events.ts';
import { SimulatedDisk, systemError } from './simulated-disk.ts';
import { MARKER, PATHS, readHistory, transactNow } from './world.ts';

function submit(journal: Journal, id = 'task-aaaa') {
  return transactNow(journal, () => ok({ events: [submitted(id)], value: id }));
}

function openIds(journal: Journal): string[] {
  const state = readState(journal);
  return state.ok ? [...state.value.open.keys()] : [];
}

describe('a transaction', () => {
  test('decides on the newest state, and answers with the value once the events are history', () => {
    const disk = new SimulatedDisk();
    submit(openJournal(PATHS, disk));
    const second = transactNow(openJournal(PATHS, disk), (state) =>
      ok({ events: [submitted('task-bbbb')], value: [...state.open.keys()] }),
    );
    expect(second).toEqual(ok(['task-aaaa']));
    expect(openIds(openJournal(PATHS, disk))).toEqual(['task-aaaa', 'task-bbbb']);
  });

  test('without events writes nothing, not even on a full disk', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    const before = disk.text(PATHS.journal);
    disk.space = 0;
    expect(transactNow(journal, (state) => ok({ events: [], value: state.seq }))).toEqual(ok(1));
    expect(disk.text(PATHS.journal)).toBe(before);
  });

  test('that is refused writes nothing', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    const refusal = fail(failure('policy_refused', 'No.'));
    expect(transactNow(journal, () => refusal)).toEqual(refusal);
    expect(disk.text(PATHS.journal)).toBe('');
  });

  test('puts several events into one write and one sync', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    const before = disk.syncs;
    transactNow(journal, () => ok({ events: [ended('task-aaaa'), heard('task-aaaa')], value: 0 }));
    expect(disk.syncs - before).toBe(1);
    expect(readHistory(disk).state.ended.get('task-aaaa')?.heard).toBe(true);
  });

  test('writes the missing part alone where a pair was cut and nobody wrote since', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    let decisions = 0;
    disk.cutAfterBytes = -5;
    const answer = transactNow(journal, () => {
      decisions += 1;
      return ok({ events: [submitted('task-aaaa'), submitted('task-bbbb')], value: decisions });
    });
    expect(answer).toEqual(ok(1));
    expect(readHistory(disk).records.map(({ event }) => event)).toEqual(['task.submitted', 'task.submitted']);
    expect(openIds(journal)).toEqual(['task-aaaa', 'task-bbbb']);
  });

  test('decides again where a pair was cut and somebody else wrote since', () => {
    const disk = new SimulatedDisk();
    const steps = transactSteps(
      openJournal(PATHS, disk),
      { now: () => 0 },
      (state) => {
        const ids = ['task-aaaa', 'task-bbbb'].filter((id) => !state.open.has(id));
        return ok({ events: ids.map((id) => submitted(id)), value: state.seq });
      },
      false,
    );
    disk.cutAfterBytes = -5;
    for (let step = steps.next(); step.value !== 'open' || disk.text(PATHS.journal) === ''; )
      step = steps.next();
    submit(openJournal(PATHS, disk), 'task-cccc');
    let last = steps.next();
    while (last.done !== true) last = steps.next();
    expect(last.value).toEqual(ok(2));
    expect(openIds(openJournal(PATHS, disk))).toEqual(['task-aaaa', 'task-cccc', 'task-bbbb']);
  });

  test('keeps twenty patches of one task, each by another process', () => {
    const disk = new SimulatedDisk();
    submit(openJournal(PATHS, disk));
    const steps = Array.from({ length: 20 }, (_, pid) =>
      transactSteps(
        openJournal(PATHS, disk),
        { now: () => 0 },
        () => ok({ events: [told('task-aaaa', pid + 1)], value: pid }),
        false,
      ),
    );
    const answers: unknown[] = [];
    for (let left = steps; left.length > 0; ) {
      left = left.filter((one) => {
        const step = one.next();
        if (step.done === true) answers.push(step.value);
        return step.done !== true;
      });
    }
    expect(answers.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(20);
    expect(readHistory(disk).state.told.get('task-aaaa')).toHaveLength(20);
  });
});

describe('a transaction that cannot write', () => {
  test('says that the disk is full, that nothing is recorded, and what to do', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    disk.space = 0;
    const answer = submit(journal, 'task-bbbb');
    expect(answer.ok ? undefined : answer.failure).toEqual({
      code: 'journal_unwritable',
      message: `Cannot write the journal (ENOSPC):\n${PATHS.journal}`,
      hint: 'Nothing was recorded. Free some disk space, then try again.',
      details: { path: PATHS.journal, errno: 'ENOSPC', outcome: 'none' },
    });
  });

  test('says that the outcome is unknown where the disk does not confirm', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    disk.failsToSync = true;
    const answer = submit(journal);
    expect(answer.ok ? undefined : answer.failure.details?.outcome).toBe('unknown');
  });

  test('says that the outcome is unknown where the device fails while it writes', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    const openToAppend = disk.openToAppend.bind(disk);
    disk.openToAppend = (file) => ({
      ...openToAppend(file),
      append: () => {
        throw systemError('EIO', 'write');
      },
    });
    const answer = submit(journal, 'task-bbbb');
    expect(answer.ok ? undefined : answer.failure.details?.outcome).toBe('unknown');
  });

  test('says so where the file cannot even be opened', () => {
    const disk = new SimulatedDisk();
    disk.openToAppend = () => {
      throw systemError('EACCES', 'open');
    };
    const answer = submit(openJournal(PATHS, disk));
    expect(answer.ok ? undefined : answer.failure.hint).toContain('Make the folder writable');
  });

  test('keeps its own refusal where only the tidying up failed', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    disk.scribble(PATHS.journal, '{"task_id":"task-zzzz","is_background":true,"status":"initiated"}\n');
    disk.space = 0;
    const refusal = fail(failure('policy_refused', 'No.'));
    expect(transactNow(journal, () => refusal)).toEqual(refusal);
  });

  test('gives up after a bounded number of lost races', () => {
    const disk = new SimulatedDisk();
    const other = openJournal(PATHS, disk);
    let decisions = 0;
    const answer = transactNow(openJournal(PATHS, disk), () => {
      decisions += 1;
      submit(other, `task-other-${decisions}`);
      return ok({ events: [submitted(`task-mine-${decisions}`)], value: 0 });
    });
    expect(answer.ok ? undefined : answer.failure.code).toBe('journal_contended');
    expect(decisions).toBe(20);
  });

  test('lets a bug through as a throw, and leaves the journal usable', () => {
    const journal = openJournal(PATHS, new SimulatedDisk());
    expect(() =>
      transactNow(journal, () => {
        throw new TypeError('a bug');
      }),
    ).toThrow('a bug');
    expect(submit(journal).ok).toBe(true);
  });
});

describe('the marker', () => {
  test('stands before the line that needs it', () => {
    const disk = new SimulatedDisk();
    const steps = transactSteps(
      openJournal(PATHS, disk),
      { now: () => 0 },
      () => ok({ events: [submitted('task-aaaa')], value: 0 }),
      true,
    );
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      if (disk.text(PATHS.journal) !== '') expect(disk.exists(MARKER)).toBe(true);
    }
  });

  test('stays until the end is heard, then goes', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    transactNow(journal, () => ok({ events: [ended('task-aaaa')], value: 0 }));
    expect(disk.exists(MARKER)).toBe(true);
    transactNow(journal, () => ok({ events: [heard('task-aaaa')], value: 0 }));
    expect(disk.exists(MARKER)).toBe(false);
  });

  test('is not taken away by a writer without the lock', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    transactNow(journal, () => ok({ events: [ended('task-aaaa'), heard('task-aaaa')], value: 0 }), 0, false);
    expect(disk.exists(MARKER)).toBe(true);
  });

  test('comes back where a task was submitted while it was taken away', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    const other = openJournal(PATHS, disk);
    const remove = disk.remove.bind(disk);
    disk.remove = (file) => {
      submit(other, 'task-bbbb');
      remove(file);
    };
    transactNow(journal, () => ok({ events: [ended('task-aaaa'), heard('task-aaaa')], value: 0 }));
    expect(disk.exists(MARKER)).toBe(true);
  });

  test('is put back after a write where somebody deleted the folder meanwhile', () => {
    const disk = new SimulatedDisk();
    const journal = openJournal(PATHS, disk);
    submit(journal);
    disk.remove(MARKER);
    transactNow(journal, () => ok({ events: [told('task-aaaa', 1)], value: 0 }));
    expect(disk.exists(MARKER)).toBe(true);
  });
});

test('a long-lived reader hears of news by the size of the file alone', () => {
  const disk = new SimulatedDisk();
  const reader = openJournal(PATHS, disk);
  expect(hasNews(reader)).toBe(false);
  submit(openJournal(PATHS, disk));
  expect(hasNews(reader)).toBe(true);
  readState(reader);
  expect(hasNews(reader)).toBe(false);
  disk.replaceByCopy(PATHS.journal);
  expect(hasNews(reader)).toBe(true);
});
