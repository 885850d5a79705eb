import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeSegment } from '../../../src/journal/close-segment.ts';
import { foldHistory } from '../../../src/journal/history.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { listSegments, segmentName } from '../../../src/journal/segments.ts';
import { submitted, told } from '../../unit/journal/events.ts';
import { projectFolder } from './journal-folder.ts';

const SEGMENT_BYTES = 6_000;
const host = { now: () => 1 };

describe('a journal on a real disk', () => {
  test('is closed when it is long, and not when that would not make it shorter', async () => {
    using project = projectFolder();
    const { paths } = project;
    await project.write(submitted('task-aaaa'));
    const close = (limit: { bytesMax: number; epoch?: number }) =>
      closeSegment(openJournal(paths), host, limit);
    expect(await close({ bytesMax: 100 })).toEqual({ ok: true, value: null });
    for (let index = 0; index < 40; index++) await project.write(told('task-aaaa', 7));
    expect(await close({ bytesMax: 100_000_000 })).toEqual({ ok: true, value: null });
    expect(await close({ bytesMax: 1_000, epoch: 3 })).toEqual({ ok: true, value: null });
    expect(await close({ bytesMax: 1_000 })).toEqual({ ok: true, value: segmentName(42) });
    expect(statSync(paths.journal).size).toBeLessThan(2_000);
    const read = readState(openJournal(paths));
    expect(read.ok && [...read.value.open.keys()]).toEqual(['task-aaaa']);
  });

  test('four processes write and close it at once, two are killed, one stalls: each acknowledged record once', async () => {
    using project = projectFolder();
    const { paths } = project;
    const writers = ['a', 'b', 'c', 'd'].map((name) => startWriter(paths, name, 150));
    const [first, second, third] = writers;
    await first?.hasSaid(20);
    first?.child.kill('SIGKILL');
    third?.child.kill('SIGSTOP');
    await second?.hasSaid(60);
    second?.child.kill('SIGKILL');
    await writers[3]?.ended;
    third?.child.kill('SIGCONT');
    await Promise.all(writers.map(({ ended }) => ended));

    const marks: string[] = [];
    const seqs: number[] = [];
    const folded = foldHistory(openJournal(paths), {
      onRecord: (record) => {
        seqs.push(record.seq);
        if (record.event === 'queue.resumed') marks.push(record.reason);
      },
    });
    expect(folded.ok && folded.value.every(({ fold }) => fold.gapAt === undefined)).toBe(true);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(marks).toEqual([...new Set(marks)]);
    const acknowledged = writers.flatMap(({ said }) => said);
    expect(acknowledged.filter((mark) => !marks.includes(mark))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(380);
    expect(listSegments(openJournal(paths)).length).toBeGreaterThan(5);
    expect(writers.map(({ complaints }) => complaints).join('')).toBe('');
  });
});

function startWriter(paths: { journal: string; internal: string }, name: string, count: number) {
  const script = join(import.meta.dirname, 'append-forever.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, paths.journal, paths.internal, name, String(count), String(SEGMENT_BYTES)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  let rest = '';
  const writer = {
    child,
    said,
    complaints: '',
    ended: new Promise((resolve) => child.once('close', resolve)),
    hasSaid: (lines: number) => expect.poll(() => said.length, { timeout: 60_000 }).toBeGreaterThan(lines),
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    writer.complaints += text;
  });
  return writer;
}
