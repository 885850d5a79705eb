import { readdirSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pollUntil } from '../../harness/processes.ts';
import { superviseProject } from './supervised-project.ts';

const CONFIG = 'machine_slots: 2\n';

test('a task that takes two slots of the machine is not passed by the small ones of another project', async () => {
  await using small = await superviseProject(CONFIG);
  await using heavy = await superviseProject(CONFIG);
  // One person has both.
  const state = join(small.project.home, '.local/state');
  await mkdir(state, { recursive: true });
  await mkdir(join(heavy.project.home, '.local'), { recursive: true });
  await symlink(state, join(heavy.project.home, '.local/state'));
  const startOf = (id: string) => (line: { event: string; task_id?: string }) =>
    line.event === 'attempt.started' && line.task_id === id;

  const first = await small.submit('until [ -e go1 ]; do sleep 0.1; done');
  const second = await small.submit('until [ -e go2 ]; do sleep 0.1; done');
  await small.waitForLine(startOf(first));
  await small.waitForLine(startOf(second));
  const big = await heavy.submit('echo done', '--slots', '2');
  const line = () => readdirSync(join(state, 'outloop/slots')).filter((name) => name.endsWith('.waits'));
  const stands = await pollUntil(async () => line().length === 1, 30_000);
  expect(stands).toBe(true);
  const waits = JSON.parse((await heavy.outloop('status', big, '--json')).stdout) as { progress: string };
  expect(waits.progress).toContain('no free slot on this machine');

  const third = await small.submit('echo small');
  await small.project.write('go1', '');
  await small.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === first);
  const passed = JSON.parse((await small.outloop('status', third, '--json')).stdout) as { progress: string };
  expect(passed.progress).toContain('others came before');
  await small.project.write('go2', '');
  const bigStarted = await heavy.waitForLine(startOf(big));
  const thirdStarted = await small.waitForLine(startOf(third));
  expect(Date.parse(String(thirdStarted.timestamp))).toBeGreaterThan(
    Date.parse(String(bigStarted.timestamp)),
  );
  await small.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === third);
  expect(line()).toEqual([]);
});
