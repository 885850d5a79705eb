import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pollUntil } from '../../harness/processes.ts';
import type { SupervisedProject } from './supervised-project.ts';
import { superviseProject } from './supervised-project.ts';

const raised = async ({ journal }: SupervisedProject) =>
  (await journal()).filter(({ event }) => event === 'notice.raised');

async function run({ outloop }: SupervisedProject, command: string, ...args: string[]): Promise<string> {
  const done = await outloop('run', command, '--json', ...args);
  if (done.exitCode !== 0) throw new Error(`${done.stdout}${done.stderr}`);
  return (JSON.parse(done.stdout) as { task_id: string }).task_id;
}

async function killSupervisor({ journal }: SupervisedProject): Promise<void> {
  const started = (await journal()).filter(({ event }) => event === 'supervisor.started');
  const pids = started.map((line) => (line.process as { pid: number }).pid);
  process.kill(pids.at(-1) ?? Number.NaN, 'SIGKILL');
}

test('a line that somebody waits for raises one notice, without its secrets, and the command goes on', async () => {
  await using supervised = await superviseProject();
  const secret = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
  await supervised.project.write('secret.txt', secret);
  const id = await run(
    supervised,
    `echo starting; echo "ready $(cat secret.txt)"; echo ready again; until [ -e go ]; do sleep 0.1; done; echo ready still`,
    '--watch-for',
    'ready',
  );
  const line = await supervised.waitForLine(({ event }) => event === 'notice.raised');
  expect(line).toMatchObject({ task_id: id, kind: 'watch', notice_id: `${id}-watch`, owner: null });
  expect(line.text).toMatch(/goes on and has written the awaited line \(data from it\): ready /);
  expect(line.text).not.toContain(secret);
  expect((await supervised.outloop('status', id)).stdout).toContain('running');
  await supervised.project.write('go', '');
  await supervised.waitForLine(({ event }) => event === 'task.ended');
  expect(await raised(supervised)).toHaveLength(1);
  expect((await supervised.outloop('show', id)).stdout).toContain('has written the awaited line');
});

test('the next supervisor goes on watching, and does not repeat what was raised', async () => {
  await using supervised = await superviseProject();
  const wait = (file: string) => `until [ -e ${file} ]; do sleep 0.1; done`;
  const first = await run(supervised, `echo up one; ${wait('go')}; echo up again`, '--watch-for', '^up');
  await supervised.waitForLine(({ event }) => event === 'notice.raised');
  const second = await run(supervised, `echo booting; ${wait('go')}; echo up two`, '--watch-for', '^up');
  const log = join(supervised.project.dir, 'reports/background/active', second, 'command.log');
  await pollUntil(async () => (await readFile(log, 'utf8').catch(() => '')) !== '', 30_000);
  await killSupervisor(supervised);
  await supervised.project.write('go', '');
  const third = await run(supervised, 'echo up three', '--watch-for', 'three');
  for (const id of [first, second, third])
    await supervised.waitForLine((line) => line.event === 'task.ended' && line.task_id === id);
  const notices = await raised(supervised);
  expect(notices.map(({ task_id }) => task_id).toSorted()).toEqual([first, second, third].toSorted());
  expect(String(notices.find(({ task_id }) => task_id === second)?.text)).toContain('up two');
});
