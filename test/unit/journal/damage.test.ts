import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { type Journal, openJournal, readState } from '../../../src/journal/journal.ts';
import { encodeRecords } from '../../../src/journal/record.ts';
import { submitted } from './events.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { PATHS, transactNow, World } from './world.ts';

function journalOf(count: number): { disk: SimulatedDisk; journal: Journal } {
  const disk = new SimulatedDisk();
  const journal = openJournal(PATHS, disk);
  for (let index = 0; index < count; index++) submit(journal, `task-${index}`);
  return { disk, journal };
}

function submit(journal: Journal, id: string) {
  return transactNow(journal, () => ok({ events: [submitted(id)], value: id }));
}

function openIds(journal: Journal): string[] {
  const read = readState(journal);
  return read.ok ? [...read.value.open.keys()] : [read.failure.code];
}

describe('records missing from the middle', () => {
  test.each([
    ['a changed byte', (text: string) => text.replace('task-2', 'task-9')],
    ['a lost line', (text: string) => text.split('\n').toSpliced(2, 1).join('\n')],
    ['a lost beginning', (text: string) => text.split('\n').slice(3).join('\n')],
    [
      'zeros in place of a line',
      (text: string) => text.replace(/.*task-2.*/, (line) => '\0'.repeat(line.length)),
    ],
  ])('%s: nothing is read from it and nothing added to it', (_, change) => {
    const { disk } = journalOf(5);
    disk.overwrite(PATHS.journal, (bytes) => Buffer.from(change(bytes.toString())));
    const before = disk.text(PATHS.journal);
    expect(openIds(openJournal(PATHS, disk))).toEqual(['journal_damaged']);
    const answer = submit(openJournal(PATHS, disk), 'task-new');
    expect(answer.ok ? undefined : answer.failure.code).toBe('journal_damaged');
    expect(disk.text(PATHS.journal)).toBe(before);
  });

  test('a process that has read them before goes on undisturbed', () => {
    const { disk, journal } = journalOf(5);
    disk.overwrite(PATHS.journal, (bytes) => Buffer.from(bytes.toString().replace('task-2', 'task-9')));
    expect(submit(journal, 'task-new').ok).toBe(true);
  });
});

describe('lines that are none of ours', () => {
  const foreign = [
    'not json',
    '[1]',
    '{}',
    '{"status":"initiated","is_background":true,"session_id":"s"}',
    ' ',
    'é',
  ];

  test('are skipped and counted', () => {
    const { disk, journal } = journalOf(1);
    disk.scribble(PATHS.journal, `${foreign.join('\n')}\n`);
    expect(submit(journal, 'task-new').ok).toBe(true);
    const read = readState(openJournal(PATHS, disk));
    expect(read.ok && [[...read.value.open.keys()], read.value.invalidLines]).toEqual([
      ['task-0', 'task-new'],
      foreign.length,
    ]);
  });

  test('may stand there before the first record', () => {
    const disk = new SimulatedDisk();
    disk.scribble(PATHS.journal, `${foreign.join('\n')}\n`);
    const journal = openJournal(PATHS, disk);
    expect(submit(journal, 'task-0').ok).toBe(true);
    expect(openIds(openJournal(PATHS, disk))).toEqual(['task-0']);
  });

  test('may be longer than any piece that is read at once', () => {
    const { disk, journal } = journalOf(1);
    disk.scribble(PATHS.journal, `${'x'.repeat(3_500_000)}\n`);
    submit(journal, 'task-new');
    expect(openIds(openJournal(PATHS, disk))).toEqual(['task-0', 'task-new']);
  });
});

test('an unfinished line is left alone by readers, and put aside once by the next writer', () => {
  const { disk, journal } = journalOf(1);
  const end = disk.text(PATHS.journal).length;
  disk.scribble(PATHS.journal, '{"timestamp":"2026');
  expect(openIds(journal)).toEqual(['task-0']);
  expect(disk.list(`${PATHS.internal}/torn`)).toEqual([]);
  submit(journal, 'task-new');
  submit(journal, 'task-newer');
  expect(disk.list(`${PATHS.internal}/torn`)).toEqual([`${PATHS.internal}/torn/${end}.txt`]);
  expect(disk.text(`${PATHS.internal}/torn/${end}.txt`)).toBe('{"timestamp":"2026');
  expect(openIds(openJournal(PATHS, disk))).toEqual(['task-0', 'task-new', 'task-newer']);
});

test('a batch that was appended to somebody’s unfinished line is lost, not taken for missing records', () => {
  const { disk, journal } = journalOf(1);
  const read = readState(journal);
  const at = read.ok ? { seq: read.value.seq, hash: read.value.hash } : { seq: 0, hash: '' };
  disk.scribble(PATHS.journal, '{"timestamp":"2026');
  disk.scribble(PATHS.journal, encodeRecords([submitted('task-x'), submitted('task-y')], at, 0).text);
  expect(openIds(openJournal(PATHS, disk))).toEqual(['task-0']);
  expect(submit(journal, 'task-new').ok).toBe(true);
  expect(openIds(openJournal(PATHS, disk))).toEqual(['task-0', 'task-new']);
});

test('two writers that see the same unfinished line leave no blank line', () => {
  const world = new World(2);
  world.finish();
  world.disk.scribble(PATHS.journal, '{"timestamp":"2026');
  for (const writer of [0, 1]) while (!world.isAboutToAppend(writer)) world.advance(writer, 'submit', false);
  world.drain();
  expect(world.disk.text(PATHS.journal)).not.toContain('\n\n');
  expect(openIds(world.newProcess())).toHaveLength(3);
});

test('records of a later version or an unknown event are kept in the chain and counted', () => {
  const { disk, journal } = journalOf(1);
  const read = readState(journal);
  const at = read.ok ? { seq: read.value.seq, hash: read.value.hash } : { seq: 0, hash: '' };
  const unknown = { event: 'moon.landed', task_id: 'task-0' } as never;
  disk.scribble(PATHS.journal, encodeRecords([unknown], at, 0).text);
  expect(submit(journal, 'task-new').ok).toBe(true);
  const after = readState(openJournal(PATHS, disk));
  expect(after.ok && [after.value.seq, after.value.unknownRecords, after.value.invalidLines]).toEqual([
    3, 1, 0,
  ]);
});

describe('a file that was exchanged', () => {
  test('for nothing: the journal begins anew', () => {
    const { disk, journal } = journalOf(3);
    disk.remove(PATHS.journal);
    expect(openIds(journal)).toEqual([]);
    expect(submit(journal, 'task-new').ok).toBe(true);
    expect(openIds(openJournal(PATHS, disk))).toEqual(['task-new']);
  });

  test('for an older copy under the same inode: what is gone is gone, what is there is read anew', () => {
    const { disk, journal } = journalOf(2);
    const older = disk.text(PATHS.journal);
    submit(journal, 'task-late');
    disk.overwrite(PATHS.journal, () => Buffer.from(older));
    expect(openIds(journal)).toEqual(['task-0', 'task-1']);
  });

  test('for other content of the same length under the same inode', () => {
    const { disk, journal } = journalOf(2);
    const otherDisk = new SimulatedDisk();
    const other = openJournal(PATHS, otherDisk);
    submit(other, 'task-5');
    submit(other, 'task-6');
    disk.overwrite(PATHS.journal, () => Buffer.from(otherDisk.text(PATHS.journal)));
    expect(openIds(journal)).toEqual(['task-5', 'task-6']);
  });

  test('for one that goes on differently behind the last record that both have', () => {
    const { disk, journal } = journalOf(1);
    const common = disk.text(PATHS.journal);
    disk.scribble(PATHS.journal, 'rubbish\n');
    expect(openIds(journal)).toEqual(['task-0']);
    const otherDisk = new SimulatedDisk();
    otherDisk.scribble(PATHS.journal, common);
    submit(openJournal(PATHS, otherDisk), 'task-1');
    disk.replace(PATHS.journal, otherDisk.text(PATHS.journal));
    expect(openIds(journal)).toEqual(['task-0', 'task-1']);
  });

  test('between the append and its acknowledgement: the record is written to the file that is there', () => {
    const { disk, journal } = journalOf(1);
    const factsAt = disk.factsAt.bind(disk);
    disk.factsAt = (file) => {
      disk.factsAt = factsAt;
      disk.remove(PATHS.journal);
      return factsAt(file);
    };
    expect(submit(journal, 'task-new').ok).toBe(true);
    expect(openIds(openJournal(PATHS, disk))).toEqual(['task-new']);
  });
});

test('a journal that may not be read says so', () => {
  const { disk } = journalOf(1);
  disk.openToRead = () => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'open' });
  };
  const read = readState(openJournal(PATHS, disk));
  expect(read.ok ? undefined : read.failure.message).toBe(
    `Cannot read the journal (EACCES):\n${PATHS.journal}`,
  );
});
