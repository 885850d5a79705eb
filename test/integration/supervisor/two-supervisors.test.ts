import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { transact } from '../../../src/journal/transact.ts';
import { isAlive } from '../../harness/processes.ts';
import { type SupervisedProject, superviseProject } from './supervised-project.ts';

const SLOW = 'echo "$OUTLOOP_TASK_ID $OUTLOOP_ATTEMPT" >> runs; sleep 3';
const QUICK = 'echo "$OUTLOOP_TASK_ID $OUTLOOP_ATTEMPT" >> runs; sleep 0.2';

/** Starts a supervisor as a hook would, and says when it is gone. */
function startSupervisor({ project }: SupervisedProject): {
  child: ChildProcess;
  gone: Promise<number | null>;
} {
  const program = join(inject('plugin'), 'dist/bin/supervisor.cjs');
  const child = spawn(process.execPath, [program, project.dir], {
    cwd: project.dir,
    env: project.env(),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin?.end('{"type":"wake","handoffs":[]}\n');
  if (child.pid !== undefined) project.track(child.pid);
  return { child, gone: new Promise((resolve) => child.once('exit', resolve)) };
}

async function supervisors({ journal }: SupervisedProject): Promise<{ pid: number; epoch: number }[]> {
  const started = (await journal()).filter(({ event }) => event === 'supervisor.started');
  return started.map((line) => ({
    pid: (line.process as { pid: number }).pid,
    epoch: line.epoch as number,
  }));
}

async function supervisorPid(supervised: SupervisedProject): Promise<number> {
  await supervised.waitForLine(({ event }) => event === 'supervisor.started');
  return (await supervisors(supervised)).at(-1)?.pid ?? -1;
}

/** Every task ended once and well, every attempt ran once, and everything agrees. */
async function expectAllDone(supervised: SupervisedProject, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await supervised.waitForLine((line) => line.event === 'task.ended' && line.task_id === id, 60_000);
  }
  const lines = await supervised.journal();
  const ends = lines.filter(({ event }) => event === 'task.ended');
  expect(ends.map(({ task_id: id }) => id).toSorted()).toEqual([...ids].toSorted());
  const runs = readFileSync(join(supervised.project.dir, 'runs'), 'utf8').trim().split('\n');
  expect(runs.toSorted()).toEqual([...new Set(runs)].toSorted());
  const attempts = lines.filter(({ event }) => event === 'attempt.started');
  const started = attempts.map((line) => `${line.task_id} ${line.attempt}`);
  expect(started.toSorted()).toEqual([...new Set(started)].toSorted());
  expect(runs.filter((run) => !started.includes(run))).toEqual([]);
  const seqs = lines.map(({ seq }) => seq as number);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  const epochs = (await supervisors(supervised)).map(({ epoch }) => epoch);
  expect(epochs).toEqual(epochs.map((_, index) => index + 1));
  const verified = await supervised.outloop('verify', '--json');
  expect(verified.stdout, verified.stderr).toContain('"clean": true');
  expect(verified.exitCode).toBe(0);
}

test('of four supervisors started at once after a kill, one supervises, and nothing runs twice', async () => {
  await using supervised = await superviseProject();
  const ids = [await supervised.submit(SLOW), await supervised.submit(SLOW)];
  await supervised.waitForLine(({ event }) => event === 'attempt.started');
  process.kill(await supervisorPid(supervised), 'SIGKILL');
  const started = Array.from({ length: 4 }, () => startSupervisor(supervised));
  ids.push(await supervised.submit(QUICK), await supervised.submit(QUICK));
  await expectAllDone(supervised, ids);
  const pid = await supervisorPid(supervised);
  const losers = started.filter(({ child }) => child.pid !== pid);
  expect(losers.length).toBeGreaterThanOrEqual(3);
  expect(await Promise.all(losers.map(({ gone }) => gone))).toEqual(losers.map(() => 0));
  expect(await isAlive(pid)).toBe(true);
}, 120_000);

test('a supervisor that stands still is replaced, its workers go on, and nothing runs twice', async () => {
  await using supervised = await superviseProject();
  const ids = [await supervised.submit('echo "$OUTLOOP_TASK_ID $OUTLOOP_ATTEMPT" >> runs; sleep 25')];
  await supervised.waitForLine(({ event }) => event === 'attempt.started');
  const stalled = await supervisorPid(supervised);
  await expect.poll(() => existsSync(join(supervised.project.dir, 'runs')), { timeout: 60_000 }).toBe(true);
  process.kill(stalled, 'SIGSTOP');
  ids.push(await supervised.submit(QUICK));
  await expectAllDone(supervised, ids);
  expect(await isAlive(stalled)).toBe(false);
  const ends = (await supervised.journal()).filter(({ event }) => event === 'task.ended');
  expect(ends.map(({ status }) => status)).toEqual(['completed', 'completed']);
}, 120_000);

test('one that wakes up after it was replaced leaves at once, and takes nothing from its successor', async () => {
  await using supervised = await superviseProject();
  const { project } = supervised;
  const reports = join(project.dir, 'reports');
  const ids: string[] = [];
  for (let round = 0; round < 3; round++) {
    ids.push(await supervised.submit(QUICK), await supervised.submit(SLOW));
    const before = await supervisorPid(supervised);
    process.kill(before, 'SIGSTOP');
    // As seen from another machine: nobody there can tell that the process still exists.
    const journal = openJournal({
      journal: join(reports, 'coordination.jsonl'),
      internal: join(reports, '.outloop'),
    });
    const replaced = await transact(journal, { now: Date.now }, (state) =>
      ok({
        events: [
          {
            event: 'supervisor.started' as const,
            epoch: (state.supervisor?.epoch ?? 0) + 1,
            process: { pid: 999_999, start: 'elsewhere' },
            version: '0.1.0',
          },
        ],
        value: 0,
      }),
    );
    expect(replaced.ok).toBe(true);
    // Another one may have been waiting for the place: whoever gets it is the successor.
    startSupervisor(supervised);
    await expect.poll(async () => isAlive(await supervisorPid(supervised)), { timeout: 60_000 }).toBe(true);
    process.kill(before, 'SIGCONT');
    await expect.poll(() => isAlive(before), { timeout: 60_000 }).toBe(false);
    const started = (await supervisors(supervised)).length;
    ids.push(await supervised.submit(QUICK));
    await supervised.waitForLine(
      (line) => line.event === 'task.ended' && line.task_id === ids.at(-1),
      60_000,
    );
    expect((await supervisors(supervised)).length).toBe(started);
  }
  await expectAllDone(supervised, ids);
}, 120_000);
