import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isAlive, pollUntil } from '../../harness/processes.ts';
import { superviseProject } from './supervised-project.ts';

test.runIf(process.platform === 'linux')(
  'a paused task that is resumed while no supervisor lives goes on under the next one, with its time left',
  async () => {
    await using supervised = await superviseProject();
    const id = await supervised.submit(
      'echo $$ > up; until [ -e go ]; do sleep 0.1; done',
      '--timeout',
      '10s',
    );
    await supervised.pids('up', 1);
    await supervised.outloop('pause', id);
    const isStopped = async () => {
      const sleeps = (await supervised.project.processes()).filter(({ command }) => command === 'sleep 0.1');
      const stats = await Promise.all(
        sleeps.map((one) => readFile(`/proc/${one.pid}/stat`, 'utf8').catch(() => '')),
      );
      return stats.some((stat) => /\) T/.test(stat));
    };
    expect(await pollUntil(isStopped, 60_000)).toBe(true);
    const { process: first } = await supervised.waitForLine(({ event }) => event === 'supervisor.started');
    const { pid } = first as { pid: number };
    process.kill(pid, 'SIGKILL');
    expect(await pollUntil(async () => !(await isAlive(pid)), 60_000)).toBe(true);
    // Longer than its time limit: nobody may count what it stood still for.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    await supervised.outloop('resume', id);
    await supervised.project.write('go', '');
    const ended = await supervised.waitForLine(({ event }) => event === 'task.ended');
    expect(ended.status).toBe('completed');
  },
);
