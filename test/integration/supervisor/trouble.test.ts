import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endProcess, findProcessesUsing, isAlive } from '../../harness/processes.ts';
import { superviseProject } from './supervised-project.ts';

const canMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!canMount) console.warn('skipped: a full disk under a supervisor is only tried on Linux as root');

test('a folder removed and a manifest edited while their tasks run: both end, and everything agrees', async () => {
  await using supervised = await superviseProject();
  const { project } = supervised;
  const background = join(project.dir, 'reports/background');
  const command = 'touch started-$OUTLOOP_TASK_ID; until test -e go; do sleep 0.1; done; echo done';
  const ids = [await supervised.submit(command), await supervised.submit(command)];
  for (const id of ids) {
    await expect.poll(() => existsSync(join(project.dir, `started-${id}`)), { timeout: 30_000 }).toBe(true);
  }
  const [removed = '', edited = ''] = ids;
  rmSync(join(background, 'active', removed), { recursive: true });
  const manifest = join(background, 'active', edited, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"active"', '"completed"'));
  const found = await supervised.outloop('verify');
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain('The folder of an open task is missing.');
  expect(found.stdout).toContain('By the journal status must be "active".');
  const refused = await supervised.outloop('repair', '--apply');
  expect(refused.stderr).toMatch(/The supervisor of this project runs \(pid \d+\)/);

  writeFileSync(join(project.dir, 'go'), '');
  for (const id of ids) {
    const end = await supervised.waitForLine((line) => line.event === 'task.ended' && line.task_id === id);
    expect(end.status).toBe('completed');
    expect(existsSync(join(background, 'completed', id, 'report.md'))).toBe(true);
  }
  const after = await supervised.outloop('verify');
  expect(after.stdout).toContain('Everything agrees: 0 open tasks, 2 ended ones.');
  expect(after.exitCode).toBe(0);
}, 120_000);

test('a link where the folder of a task was, and its supervisor killed: the next one watches it all the same', async () => {
  await using supervised = await superviseProject();
  const { project } = supervised;
  const folder = 'reports/background/active/$OUTLOOP_TASK_ID';
  const elsewhere = await project.folder('elsewhere');
  const id = await supervised.submit(
    `rm -r ${folder}; ln -s ${elsewhere} ${folder}; touch up; until test -e go; do sleep 0.1; done; echo done`,
  );
  await expect.poll(() => existsSync(join(project.dir, 'up')), { timeout: 30_000 }).toBe(true);
  const started = await supervised.waitForLine(({ event }) => event === 'supervisor.started');
  process.kill((started.process as { pid: number }).pid, 'SIGKILL');
  const waited = supervised.outloop('wait', id, '--timeout', '60s');
  await supervised.waitForLine(({ event, epoch }) => event === 'supervisor.started' && epoch === 2);
  writeFileSync(join(project.dir, 'go'), '');
  const end = await supervised.waitForLine(({ event }) => event === 'task.ended');
  expect(end).toMatchObject({ task_id: id, status: 'completed' });
  expect((await waited).exitCode).toBe(0);
  expect(existsSync(join(project.dir, 'reports/background/completed', id, 'report.md'))).toBe(true);
  expect(readdirSync(elsewhere)).toEqual([]);
}, 120_000);

test('a journal that cannot be read: limits and the emergency file still end workers, and both ends are told later', async () => {
  await using supervised = await superviseProject('limits:\n  output_bytes: 100000\n');
  const { project } = supervised;
  const path = join(project.dir, 'reports/coordination.jsonl');
  const loud = await supervised.submit('touch loud; until test -e shout; do sleep 0.1; done; yes');
  const quiet = await supervised.submit('trap "" TERM; touch quiet; while :; do sleep 0.1; done');
  for (const name of ['loud', 'quiet']) {
    await expect.poll(() => existsSync(join(project.dir, name)), { timeout: 30_000 }).toBe(true);
  }
  const runs = async (id: string) => {
    const marked = await findProcessesUsing(`OUTLOOP_TASK_ID=${id}`);
    return marked.length > 0;
  };
  // A link to itself, put there and taken away in one step each: a journal that is missing is another matter.
  linkSync(path, `${path}.away`);
  symlinkSync('coordination.jsonl', `${path}.loop`);
  renameSync(`${path}.loop`, path);
  writeFileSync(join(project.dir, 'shout'), '');
  await expect.poll(() => runs(loud), { timeout: 30_000 }).toBe(false);
  expect(await runs(quiet)).toBe(true);
  writeFileSync(join(project.dir, 'reports/.outloop/emergency'), '');
  await expect.poll(() => runs(quiet), { timeout: 30_000 }).toBe(false);

  renameSync(`${path}.away`, path);
  const endOf = async (id: string) =>
    (await supervised.waitForLine((line) => line.event === 'task.ended' && line.task_id === id)).status;
  expect(await endOf(loud)).toBe('limit_exceeded');
  expect(await endOf(quiet)).toBe('cancelled');
}, 120_000);

test.skipIf(!canMount)(
  'a disk that fills up while a task runs: it ends once there is room',
  async () => {
    await using supervised = await superviseProject();
    const { project } = supervised;
    const reports = join(project.dir, 'reports');
    mkdirSync(reports, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'outloop-test', reports]);
    let pid = 0;
    project.onCleanup(async () => {
      writeFileSync(join(project.dir, 'go'), '');
      if (pid > 0) await endProcess(pid);
      execFileSync('umount', ['-l', reports]);
    });
    const id = await supervised.submit('touch started; until test -e go; do sleep 0.1; done; echo done');
    await expect.poll(() => existsSync(join(project.dir, 'started')), { timeout: 30_000 }).toBe(true);
    const started = await supervised.waitForLine(({ event }) => event === 'supervisor.started');
    pid = (started.process as { pid: number }).pid;
    const ballast = fillDisk(reports);
    // The last page of the journal may have room for a few.
    const accepted = [id];
    let refusal = '';
    while (refusal === '' && accepted.length < 15) {
      const answer = await supervised.outloop('submit', '--command', 'echo more', '--json');
      if (answer.exitCode === 0) accepted.push((JSON.parse(answer.stdout) as { task_id: string }).task_id);
      else refusal = answer.stdout;
    }
    expect(refusal).toMatch(/Cannot write the journal \(ENOSPC\)/);
    writeFileSync(join(project.dir, 'go'), '');
    const workers = async () =>
      (await project.processes()).filter(({ command }) => command.includes('test -e go'));
    await expect.poll(workers, { timeout: 20_000 }).toEqual([]);
    expect(await isAlive(pid)).toBe(true);

    rmSync(ballast);
    for (const one of accepted) {
      const end = await supervised.waitForLine((line) => line.event === 'task.ended' && line.task_id === one);
      expect(end.status).toBe('completed');
      expect(existsSync(join(reports, 'background/completed', one, 'report.md'))).toBe(true);
    }
    expect(await isAlive(pid)).toBe(true);
  },
  120_000,
);

test.skipIf(!canMount)(
  'reports that become read-only while a task runs: it is refused to submit, and the task ends once they can be written',
  async () => {
    await using supervised = await superviseProject();
    const { project } = supervised;
    const reports = join(project.dir, 'reports');
    mkdirSync(reports, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'outloop-test', reports]);
    const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, reports]);
    let pid = 0;
    project.onCleanup(async () => {
      writeFileSync(join(project.dir, 'go'), '');
      if (pid > 0) await endProcess(pid);
      execFileSync('umount', ['-l', reports]);
    });
    const id = await supervised.submit('touch started; until test -e go; do sleep 0.1; done; echo done');
    await expect.poll(() => existsSync(join(project.dir, 'started')), { timeout: 30_000 }).toBe(true);
    const started = await supervised.waitForLine(({ event }) => event === 'supervisor.started');
    pid = (started.process as { pid: number }).pid;
    remount('ro');
    const refused = await supervised.outloop('submit', '--command', 'echo more', '--json');
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout + refused.stderr).toMatch(/EROFS/);
    writeFileSync(join(project.dir, 'go'), '');
    const workers = async () =>
      (await project.processes()).filter(({ command }) => command.includes('test -e go'));
    await expect.poll(workers, { timeout: 20_000 }).toEqual([]);
    expect(await isAlive(pid)).toBe(true);
    const shown = await supervised.outloop('status');
    expect(shown.exitCode, shown.stderr).toBe(0);
    remount('rw');
    const end = await supervised.waitForLine((line) => line.event === 'task.ended');
    expect(end).toMatchObject({ task_id: id, status: 'completed' });
    expect((await supervised.journal()).filter(({ event }) => event === 'task.submitted')).toHaveLength(1);
    expect(await isAlive(pid)).toBe(true);
  },
  120_000,
);

/** Fills the disk of a folder to the last byte. */
function fillDisk(folder: string): string {
  const ballast = join(folder, 'ballast');
  for (let bytes = 1 << 19; bytes >= 1; bytes >>= 1) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // As much as fits is there.
    }
  }
  return ballast;
}
