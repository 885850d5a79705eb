import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ok, type Result } from '../../../src/domain/result.ts';
import { closeSegment } from '../../../src/journal/close-segment.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { segmentName } from '../../../src/journal/segments.ts';
import { transact } from '../../../src/journal/transact.ts';
import { verifyCommand } from '../../../src/verbs/verify.ts';
import { createWorkspace } from '../../../src/workspace/create.ts';
import { finishWorkspace } from '../../../src/workspace/finish.ts';
import { type ReportsPaths, reportsPaths } from '../../../src/workspace/paths.ts';
import { ended, submitted, told } from '../../unit/journal/events.ts';
import { aVerbContext } from '../../unit/verb-rig.ts';
import { projectFolder } from './journal-folder.ts';

/*
 * A disk of its own, small enough to be filled, which only root may mount. In CI the tests run as root; anywhere else
 * it is said that they did not run.
 */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!canMount) console.warn('skipped: a full and a read-only disk are only tried on Linux as root');
if (!canMount && process.env.CI !== undefined && process.platform === 'linux') {
  throw new Error('In CI these tests must run as root.');
}

const mounts: string[] = [];

afterEach(() => {
  for (const folder of mounts.splice(0)) {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
});

/** A project whose reports lie on a disk of one megabyte. */
function smallDisk(): ReportsPaths {
  const root = realpathSync(mkdtempSync('/tmp/ol-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'outloop-test', root]);
  mounts.push(root);
  const paths = reportsPaths({ root, reports: join(root, 'reports') });
  mkdirSync(paths.reports);
  return paths;
}

function submit(paths: ReportsPaths, id: string): Promise<Result<number>> {
  return transact(openJournal(paths), { now: Date.now }, () => ok({ events: [submitted(id)], value: 1 }));
}

function openIds(paths: ReportsPaths): string[] {
  const read = readState(openJournal(paths));
  return read.ok ? [...read.value.open.keys()] : [read.failure.message];
}

/** Fills the disk to the last byte. */
function fill(paths: ReportsPaths): string {
  const ballast = join(paths.root, 'ballast');
  for (let bytes = 1 << 19; bytes >= 1; bytes >>= 1) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // As much as fits is there.
    }
  }
  return ballast;
}

describe.skipIf(!canMount)('a disk that is full', () => {
  test('refuses what is new in words, loses nothing that was acknowledged, and goes on when there is room', async () => {
    const paths = smallDisk();
    expect((await submit(paths, 'task-aaaa')).ok).toBe(true);
    const ballast = fill(paths);
    const refused: string[] = [];
    const accepted = ['task-aaaa'];
    for (let index = 0; index < 20; index++) {
      const answer = await submit(paths, `task-f${index}`.padEnd(9, 'x'));
      if (answer.ok) accepted.push(`task-f${index}`.padEnd(9, 'x'));
      else refused.push(answer.failure.message + answer.failure.hint);
    }
    expect(refused.length).toBeGreaterThan(5);
    expect(new Set(refused).size).toBe(1);
    expect(refused[0]).toMatch(
      /Cannot write the journal \(ENOSPC\):.*Nothing was recorded\. Free some disk/s,
    );
    rmSync(ballast);
    expect(openIds(paths)).toEqual(accepted);
    expect((await submit(paths, 'task-last')).ok).toBe(true);
    expect(openIds(paths)).toEqual([...accepted, 'task-last']);
    const verified = await verifyCommand(aVerbContext({ paths, journal: openJournal(paths) }), {
      write: () => {},
    });
    const findings = verified.ok ? (verified.value.payload as { findings: { code: string }[] }).findings : [];
    expect(findings.filter(({ code }) => code !== 'folder_missing')).toEqual([]);
  });

  test('keeps a journal whose closing it interrupts, and the next writer finishes that', async () => {
    const paths = smallDisk();
    for (let index = 0; index < 60; index++) await submit(paths, `task-${1000 + index}`);
    await transact(openJournal(paths), { now: () => 1 }, (state) =>
      ok({ events: [{ event: 'journal.closed' as const, segment: segmentName(state.seq + 1) }], value: 1 }),
    );
    const ballast = fill(paths);
    const refused = await submit(paths, 'task-late');
    expect(refused.ok ? 'written' : refused.failure.details?.errno).toBe('ENOSPC');
    expect(openIds(paths)).toHaveLength(60);
    rmSync(ballast);
    expect((await submit(paths, 'task-last')).ok).toBe(true);
    expect(openIds(paths)).toHaveLength(61);
  });

  test('keeps a task open whose end cannot be written, and it ends once there is room', async () => {
    const paths = smallDisk();
    await submit(paths, 'task-aaaa');
    const read = readState(openJournal(paths));
    const task = read.ok ? read.value.open.get('task-aaaa') : undefined;
    if (task === undefined) throw new Error('not open');
    expect(createWorkspace(paths, task, 'prime').ok).toBe(true);
    const ballast = fill(paths);
    const end = {
      ...{ status: 'completed' as const, summary: 'x'.repeat(9_000), why: '', result: null, usage: null },
      ...{ attempt: 1, startedAt: 1, endedAt: 2, workerSessionId: null, containment: null, denied: [] },
    };
    const refused = finishWorkspace(paths, task, end);
    expect(refused.ok ? '' : refused.failure.hint).toBe('The disk is full: make room and try again.');
    expect(openIds(paths)).toEqual(['task-aaaa']);
    rmSync(ballast);
    expect(finishWorkspace(paths, task, end).ok).toBe(true);
  });
});

describe.skipIf(!canMount)('reports that are read-only', () => {
  test('are still read, and what cannot be written is said with the next step', async () => {
    const paths = smallDisk();
    await submit(paths, 'task-aaaa');
    for (let index = 0; index < 20; index++) {
      const event = told('task-aaaa', 7);
      await transact(openJournal(paths), { now: () => 1 }, () => ok({ events: [event], value: 1 }));
    }
    execFileSync('mount', ['-o', 'remount,ro', paths.root]);
    expect(openIds(paths)).toEqual(['task-aaaa']);
    const refused = await submit(paths, 'task-bbbb');
    expect(refused.ok ? '' : `${refused.failure.message} ${refused.failure.hint}`).toMatch(
      /Cannot write the journal \(EROFS\):.*The disk is read-only: choose another `reports_dir`/s,
    );
    const closed = await closeSegment(openJournal(paths), { now: () => 1 }, { bytesMax: 1 });
    expect(closed.ok ? closed.value : closed.failure.code).toBe('journal_unwritable');
    const verified = await verifyCommand(aVerbContext({ paths, journal: openJournal(paths) }), {
      write: () => {},
    });
    expect(verified.ok && (verified.value.payload as { open: number }).open).toBe(1);
    execFileSync('mount', ['-o', 'remount,rw', paths.root]);
    expect((await submit(paths, 'task-bbbb')).ok).toBe(true);
  });
});

test('a clock that is set back a day changes times only: order and numbers go on, no duration is negative', async () => {
  const clock = { now: Date.UTC(2026, 10, 21) };
  using project = projectFolder(() => clock.now);
  const { paths } = project;
  await project.write(submitted('task-aaaa'));
  await project.write({
    ...{ event: 'attempt.started', task_id: 'task-aaaa', status: 'running', attempt: 1, epoch: 1 },
    ...{ worker_session_id: 'w', context_prime_length: 1 },
  } as never);
  clock.now -= 86_400_000;
  await project.write(told('task-aaaa', 7), submitted('task-bbbb'));
  const { durationMs } = await import('../../../src/workspace/task-end.ts');
  const duration = durationMs({ startedAt: Date.UTC(2026, 10, 21), endedAt: clock.now });
  expect(duration).toBe(0);
  await project.write(ended('task-aaaa', { duration_ms: duration }));
  await closeSegment(openJournal(paths), { now: () => clock.now }, { bytesMax: 1 });
  const lines = readFileSync(paths.journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const seqs = lines.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, index) => seqs[0] + index));
  const read = readState(openJournal(paths));
  expect(read.ok && [[...read.value.open.keys()], read.value.invalidLines]).toEqual([['task-bbbb'], 0]);
  expect(read.ok && read.value.ended.get('task-aaaa')?.durationMs).toBe(0);
});
