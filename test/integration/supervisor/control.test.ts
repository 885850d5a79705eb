import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pollUntil } from '../../harness/processes.ts';
import type { SupervisedProject } from './supervised-project.ts';
import { superviseProject } from './supervised-project.ts';

const STUBBORN = 'trap "" TERM; echo 1 >> up; while :; do sleep 0.2; done';

/** The living processes of the project's workers, by the mark in their environment. */
async function workers({ project }: SupervisedProject): Promise<number[]> {
  const seen = await project.processes();
  const marked = await Promise.all(
    seen.map(async ({ pid }) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.includes('OUTLOOP_TASK_ID=') ? [pid] : [];
    }),
  );
  return marked.flat();
}

/** Whether every process of the project's workers is stopped. */
async function standsStill(supervised: SupervisedProject): Promise<boolean> {
  const pids = await workers(supervised);
  const stats = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') gone')),
  );
  return pids.length > 0 && stats.every((stat) => /\) T/.test(stat));
}

const tasksEnded = async (supervised: SupervisedProject) =>
  (await supervised.journal()).filter(({ event }) => event === 'task.ended');

describe.runIf(process.platform === 'linux')('pausing', () => {
  test('a task stops its whole tree, and it goes on where it was', async () => {
    await using supervised = await superviseProject();
    const id = await supervised.submit(
      'n=0; while [ $n -lt 1000 ]; do n=$((n+1)); echo $n >> count; sleep 0.05; done',
    );
    await supervised.pids('count', 5);
    expect((await supervised.outloop('pause', id)).exitCode).toBe(0);
    const isStopped = () => standsStill(supervised);
    expect(await pollUntil(isStopped, 10_000)).toBe(true);
    const before = (await supervised.pids('count', 5)).length;

    expect((await supervised.outloop('resume', id)).exitCode).toBe(0);
    await supervised.pids('count', before + 5);
    await supervised.outloop('pause', id);
    expect(await pollUntil(isStopped, 10_000)).toBe(true);
    await supervised.outloop('cancel', id);
    expect(await supervised.waitForLine(({ event }) => event === 'task.ended')).toMatchObject({
      status: 'cancelled',
    });
    expect(await workers(supervised)).toEqual([]);
  });

  test('a task that is resumed while nobody supervises goes on under the next supervisor', async () => {
    await using supervised = await superviseProject();
    const id = await supervised.submit(
      'n=0; while [ $n -lt 1000 ]; do n=$((n+1)); echo $n >> count; sleep 0.05; done',
    );
    await supervised.pids('count', 5);
    await supervised.outloop('pause', id);
    expect(await pollUntil(() => standsStill(supervised), 20_000)).toBe(true);
    const before = (await supervised.pids('count', 5)).length;
    const started = await supervised.waitForLine(({ event }) => event === 'supervisor.started');
    process.kill((started.process as { pid: number }).pid, 'SIGKILL');
    expect((await supervised.outloop('resume', id)).exitCode).toBe(0);
    await supervised.pids('count', before + 5);
    await supervised.outloop('cancel', id);
    await supervised.waitForLine(({ event }) => event === 'task.ended');
  });

  test('the queue keeps new tasks from starting until it is resumed', async () => {
    await using supervised = await superviseProject();
    await supervised.outloop('pause');
    await supervised.submit('echo hello');
    const shown = await pollUntil(
      async () => (await supervised.outloop('status', '--all')).stdout.includes('paused: by hand'),
      20_000,
    );
    expect(shown).toBe(true);
    expect((await supervised.journal()).some(({ event }) => event === 'attempt.started')).toBe(false);
    await supervised.outloop('resume');
    expect(await supervised.waitForLine(({ event }) => event === 'task.ended')).toMatchObject({
      status: 'completed',
    });
  });
});

describe.runIf(process.platform === 'linux')('emergency shutdown', () => {
  test.each(['auto', 'group'])(
    'ends twenty workers that ignore TERM, and nothing starts until resume (%s)',
    async (containment) => {
      await using supervised = await superviseProject(`max_parallel: 20\ncontainment: ${containment}\n`);
      await Promise.all(Array.from({ length: 21 }, () => supervised.submit(STUBBORN)));
      await supervised.pids('up', 20);
      const began = performance.now();
      const done = await supervised.outloop('emergency-shutdown', '--json');
      const tookMs = performance.now() - began;
      expect(done.exitCode, done.stdout + done.stderr).toBe(0);
      expect(await workers(supervised)).toEqual([]);
      console.log(`emergency shutdown (${containment}): ${Math.round(tookMs)} ms`);
      const ended = await pollUntil(async () => {
        const all = await tasksEnded(supervised);
        return all.length === 20 && all;
      }, 30_000);
      expect(ended?.every(({ status }) => status === 'cancelled')).toBe(true);
      expect(ended?.[0]?.summary).toContain('emergency shutdown');
      expect((await supervised.outloop('status', '--all')).stdout).toContain('paused: emergency shutdown');
      expect(await workers(supervised)).toEqual([]);

      await supervised.outloop('resume');
      await supervised.pids('up', 21);
      await supervised.outloop('cancel', '--all');
      await pollUntil(async () => (await tasksEnded(supervised)).length === 21, 30_000);
      expect(await workers(supervised)).toEqual([]);
    },
    120_000,
  );

  test('by its file alone ends what runs', async () => {
    await using supervised = await superviseProject();
    await supervised.submit(STUBBORN);
    await supervised.pids('up', 1);
    await writeFile(join(supervised.project.dir, 'reports/.outloop/emergency'), '');
    expect(await supervised.waitForLine(({ event }) => event === 'task.ended')).toMatchObject({
      status: 'cancelled',
    });
    await supervised.waitForLine(({ event, scope }) => event === 'queue.paused' && scope === 'emergency');
    expect(await workers(supervised)).toEqual([]);
  });

  test('needs no supervisor', async () => {
    await using supervised = await superviseProject();
    await supervised.submit(STUBBORN);
    await supervised.pids('up', 1);
    const card = JSON.parse(
      await readFile(join(supervised.project.dir, 'reports/.outloop/supervisor.json'), 'utf8'),
    ) as { pid: number };
    process.kill(card.pid, 'SIGKILL');
    const done = await supervised.outloop('emergency-shutdown');
    expect(done.exitCode, done.stdout + done.stderr).toBe(0);
    expect(await workers(supervised)).toEqual([]);
    expect(await supervised.waitForLine(({ event }) => event === 'task.ended')).toMatchObject({
      status: 'cancelled',
    });
  });
});

describe('cancelling', () => {
  test('races a start and leaves nothing behind, whoever wins', async () => {
    await using supervised = await superviseProject('max_parallel: 8\n');
    for (let round = 0; round < 3; round++) {
      const ids = await Promise.all([1, 2, 3, 4].map(() => supervised.submit('sleep 300')));
      const asked = await supervised.outloop('cancel', '--all', '--json');
      const { requested } = JSON.parse(asked.stdout) as { requested: string[] };
      expect(requested.toSorted()).toEqual(ids.toSorted());
      for (const id of ids) {
        const line = await supervised.waitForLine(
          ({ event, task_id }) => event === 'task.ended' && task_id === id,
        );
        expect(line.status).toBe('cancelled');
      }
      expect(await workers(supervised)).toEqual([]);
    }
    const again = await supervised.outloop('cancel', '--all');
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to cancel') });
  });

  test('by agent leaves the tasks of others alone', async () => {
    await using supervised = await superviseProject();
    await supervised.submit('echo 1 >> up; sleep 300');
    await supervised.pids('up', 1);
    const none = await supervised.outloop('cancel', '--agent', 'coder');
    expect(none.stdout).toContain('nothing to cancel');
    const both = await supervised.outloop('cancel', '--agent', 'coder', '--all');
    expect(both.exitCode).toBe(2);
    await supervised.outloop('cancel', '--agent', 'command');
    await supervised.waitForLine(({ event }) => event === 'task.ended');
  });
});
