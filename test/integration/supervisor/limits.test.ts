import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newTaskId, submission, writeEvents } from './raw-events.ts';
import type { SupervisedProject } from './supervised-project.ts';
import { superviseProject } from './supervised-project.ts';

const ended = (id: string) => (line: { event: string; task_id?: string }) =>
  line.event === 'task.ended' && line.task_id === id;

async function resultOf({ project }: SupervisedProject, location: unknown) {
  const read = (name: string) => readFile(join(project.dir, String(location), name), 'utf8');
  return {
    result: JSON.parse(await read('result.json')) as Record<string, unknown>,
    log: await read('output.log'),
  };
}

describe('a worker that uses more than it may', () => {
  test('of memory, processes, output or silence is ended, with the figure and what it has done', async () => {
    // Takes what is too much and stays there, below the kernel's own bound on one process.
    const hog = 'echo began; (head -c 400000000 /dev/zero; sleep 300) | tail -n 1';
    await using supervised = await superviseProject(
      'max_parallel: 4\nlimits:\n  memory_bytes: 300000000\n  processes: 20\n  output_bytes: 100000\n  silence_ms: 10000\n',
    );
    const ids = {
      memory: await supervised.submit(hog),
      processes: await supervised.submit('for i in $(seq 40); do sleep 300 & done; echo began; wait'),
      output: await supervised.submit('while :; do echo a long line that says nothing at all; done'),
      silence: await supervised.submit('echo began; sleep 300'),
    };
    const cases = [
      [ids.memory, 'limit_exceeded', /of memory, 286\.1 MB of memory allowed/],
      [ids.processes, 'limit_exceeded', /[2-4]\d processes, 20 processes allowed/],
      [ids.output, 'limit_exceeded', /of output, 97\.7 kB of output allowed/],
      [ids.silence, 'timed_out', /of silence, 10 seconds allowed/],
    ] as const;
    for (const [id, status, figure] of cases) {
      const line = await supervised.waitForLine(ended(id), 60_000);
      expect(line.status, id).toBe(status);
      expect(line.summary).toMatch(figure);
      const { result, log } = await resultOf(supervised, line.results_location);
      expect(result.why).toContain('resource_limit_exceeded');
      expect(result.limits).toMatch(/sampling|systemd/);
      expect(log).toContain('resource_limit_exceeded');
    }
  }, 120_000);
});

describe.runIf(process.platform === 'linux')('a worker whose hog has got away from its tree', () => {
  test('is measured with it', async () => {
    await using supervised = await superviseProject(
      'containment: group\nlimits:\n  memory_bytes: 300000000\n',
    );
    const hog = '(head -c 400000000 /dev/zero; sleep 300) | tail -n 1';
    const id = await supervised.submit(
      `(env -i PATH="$PATH" setsid sh -c '(sh -c "${hog}" &)' >/dev/null 2>&1 &); echo began; sleep 300`,
    );
    const line = await supervised.waitForLine(ended(id), 60_000);
    expect(line).toMatchObject({ status: 'limit_exceeded', summary: expect.stringMatching(/of memory/) });
    expect(await supervised.project.processes()).not.toContainEqual(
      expect.objectContaining({ command: 'tail -n 1' }),
    );
  });
});

describe('another attempt', () => {
  test('follows one that was lost, and the task ends only when no more are left', async () => {
    await using supervised = await superviseProject();
    const id = newTaskId();
    const command = 'echo "attempt $OUTLOOP_ATTEMPT" >> attempts; kill -9 $$';
    await writeEvents(supervised.project, [submission(id, command, { attempts_max: 2 })], Date.now());
    await supervised.outloop('resume', 'queue');
    await supervised.outloop('wait', id, '--timeout', '40s');
    const line = await supervised.waitForLine(ended(id));
    expect(line.status).toBe('lost');
    const lines = await supervised.journal();
    expect(lines.filter(({ event }) => event === 'attempt.failed')).toEqual([
      expect.objectContaining({ attempt: 1, failure_class: 'lost', status: 'queued' }),
    ]);
    expect(lines.filter(({ event }) => event === 'attempt.started').map(({ attempt }) => attempt)).toEqual([
      1, 2,
    ]);
    expect(await readFile(join(supervised.project.dir, 'attempts'), 'utf8')).toBe('attempt 1\nattempt 2\n');
    const { log } = await resultOf(supervised, line.results_location);
    expect(log).toContain('attempt 1 of 2 failed');
  });
});

describe.runIf(process.platform === 'linux')('after a restart of the machine', () => {
  const OLD_BOOT = { pid: 4_000_000, start: '00000000:1' };
  const restart = async (supervised: SupervisedProject) => {
    const before = Date.now() - 400 * 86_400_000;
    const running = newTaskId(before);
    const waiting = newTaskId(before);
    await writeEvents(
      supervised.project,
      [
        { event: 'supervisor.started', epoch: 1, process: OLD_BOOT, version: '0.1.0' },
        submission(running, 'sleep 1'),
        submission(waiting, 'echo hello'),
        {
          event: 'attempt.started',
          task_id: running,
          status: 'running',
          attempt: 1,
          epoch: 1,
          worker_session_id: 'none',
          context_prime_length: 0,
        },
      ],
      before,
    );
    return { running, waiting };
  };

  test('what ran reads lost, and what waited stays paused until it is resumed', async () => {
    await using supervised = await superviseProject();
    const { running, waiting } = await restart(supervised);
    const waits = supervised.outloop('wait', waiting, '--timeout', '60s');
    expect((await supervised.waitForLine(ended(running))).status).toBe('lost');
    await supervised.waitForLine(({ event, scope }) => event === 'queue.paused' && scope === 'queue');
    expect((await supervised.outloop('status', waiting)).stdout).toContain('the machine was restarted');
    await supervised.outloop('resume');
    expect((await supervised.waitForLine(ended(waiting))).status).toBe('completed');
    await waits;
  }, 90_000);

  test('what waited goes on at once where the person wants that', async () => {
    await using supervised = await superviseProject('after_restart: resume\n');
    const { waiting } = await restart(supervised);
    await supervised.outloop('wait', waiting, '--timeout', '60s');
    expect((await supervised.waitForLine(ended(waiting))).status).toBe('completed');
    expect((await supervised.journal()).some(({ event }) => event === 'queue.paused')).toBe(false);
  }, 90_000);
});
