import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOpenWork } from '../../harness/end-open-work.ts';
import type { JournalLine } from '../../harness/journal-lines.ts';
import { readJournal, waitForLine } from '../../harness/journal-lines.ts';
import { isAlive, pollUntil } from '../../harness/processes.ts';
import { createProject, type TestProject } from '../../harness/project.ts';
import { runOutloop } from '../../harness/run-outloop.ts';

/*
 * Real processes on the real supervisor; the command runner stands in for workers, so that no model is needed.
 */
let project: TestProject;

beforeAll(async () => {
  project = await createProject({});
  project.onCleanup(() => endOpenWork(project));
}, 60_000);

afterAll(async () => project?.[Symbol.asyncDispose]());

const outloop = (...args: string[]) => runOutloop(project, args);

async function submit(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await outloop('submit', ...args, '--json');
  if (exitCode !== 0) throw new Error(`${stdout}${stderr}`);
  return (JSON.parse(stdout) as { task_id: string }).task_id;
}

async function waitFor(id: string): Promise<{ status: string; summary: string; results_location: string }> {
  const { stdout } = await outloop('wait', id, '--timeout', '40s', '--json');
  return JSON.parse(stdout) as { status: string; summary: string; results_location: string };
}

const line = (fits: (line: JournalLine) => boolean) => waitForLine(project, fits);

/** Ends when a file called `go` is there. */
const UNTIL_GO = 'until [ -e go ]; do sleep 0.1; done';

const index = async (event: string, id: string) =>
  (await readJournal(project)).findIndex((one) => one.event === event && one.task_id === id);

test('a command runs in the project, and its output, exit code and last words are kept', async () => {
  const id = await submit('--command', 'pwd; echo one >&2; echo "two $OUTLOOP_TASK_ID"; exit 3');
  const ended = await waitFor(id);
  expect(ended).toMatchObject({
    status: 'failed',
    summary: `Exit code 3. It ended with: ${project.dir} / one / two ${id}`,
  });
  const folder = join(project.dir, ended.results_location);
  expect(readFileSync(join(folder, 'command.log'), 'utf8')).toBe(`${project.dir}\none\ntwo ${id}\n`);
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('exit code 3, 3 lines of output');
  expect((await outloop('wait', id)).exitCode).toBe(10);
});

test('dependents start after their dependency, or end as such, with all behind them', async () => {
  const first = await submit('--command', `${UNTIL_GO}; exit 1`, '--name', 'first');
  const needs = await submit('--command', 'echo never', '--after', first.slice(-4));
  const behind = await submit('--command', 'echo never', '--after', needs);
  const cleanup = await submit('--command', 'echo cleaned', '--after', `${first}:end`);
  const status = JSON.parse((await outloop('status', needs, '--json')).stdout) as { progress: string };
  expect(status.progress).toBe(`waiting for ${first.slice(-4)}`);
  await project.write('go', '');
  expect((await waitFor(cleanup)).status).toBe('completed');
  expect((await waitFor(needs)).summary).toContain(`it waited for ${first.slice(-4)}, which ended as failed`);
  expect((await waitFor(behind)).summary).toContain(`${needs.slice(-4)}, which ended as dependency failed`);
  expect(await index('attempt.started', cleanup)).toBeGreaterThan(await index('task.ended', first));
  expect([await index('attempt.started', needs), await index('attempt.started', behind)]).toEqual([-1, -1]);
  expect((await outloop('wait', behind)).exitCode).toBe(13);
});

test('two that claim the same never run together, and status says for what one waits', async () => {
  rmSync(join(project.dir, 'go'), { force: true });
  const holder = await submit('--command', UNTIL_GO, '--claim', 'path:src');
  await line(({ event, task_id }) => event === 'attempt.started' && task_id === holder);
  const other = await submit('--command', 'echo mine', '--claim', 'path:src/auth');
  const free = await submit('--command', 'echo free', '--claim', 'path:docs');
  const status = JSON.parse((await outloop('status', other, '--json')).stdout) as { progress: string };
  expect(status.progress).toBe(`claims path:src/auth, held by ${holder.slice(-4)}`);
  const conflicts = await outloop('resolve-conflicts');
  expect(conflicts.stdout).toContain(
    `path:src (exclusive): held by ${holder.slice(-4)}, command; waiting: ${other.slice(-4)}`,
  );
  expect((await waitFor(free)).status).toBe('completed');
  await project.write('go', '');
  expect((await waitFor(other)).status).toBe('completed');
  expect(await index('attempt.started', other)).toBeGreaterThan(await index('task.ended', holder));
  expect(await index('attempt.started', free)).toBeLessThan(await index('task.ended', holder));
});

test('a command outlives its supervisor, and the next one learns its exit code', async () => {
  const id = await submit('--command', 'touch up; sleep 3; echo still here; exit 7');
  await pollUntil(async () => existsSync(join(project.dir, 'up')), 60_000);
  const started = (await readJournal(project)).filter(({ event }) => event === 'supervisor.started').at(-1);
  const { pid } = (started as unknown as { process: { pid: number } }).process;
  process.kill(pid, 'SIGKILL');
  await pollUntil(async () => ((await isAlive(pid)) ? undefined : true), 60_000);
  expect(await waitFor(id)).toMatchObject({
    status: 'failed',
    summary: 'Exit code 7. It ended with: still here',
  });
  expect(
    (await readJournal(project)).filter(
      ({ event, task_id }) => event === 'attempt.started' && task_id === id,
    ),
  ).toHaveLength(1);
});

test('a cancelled command is gone with all its children', async () => {
  const id = await submit('--command', 'sleep 300 & setsid sleep 300 & echo started; wait');
  await line(({ event, task_id }) => event === 'attempt.started' && task_id === id);
  expect((await outloop('cancel', id)).exitCode).toBe(0);
  expect((await waitFor(id)).status).toBe('cancelled');
  expect(await project.processes()).not.toContainEqual(expect.objectContaining({ command: 'sleep 300' }));
});

test('a schedule submits its occurrences by itself, one at a time, until it is removed', async () => {
  const added = await outloop(
    'schedule',
    'add',
    'continuous 10s',
    '--command',
    'echo again',
    '--name',
    'again',
  );
  expect(added.stdout).toContain('Scheduled as again: continuous 10s');
  const occurrence = await line(({ occurrence_of }) => occurrence_of !== undefined);
  expect(occurrence).toMatchObject({ delegated_agent: 'command', occurrence_of: { schedule_id: 'again' } });
  expect((await waitFor(String(occurrence.task_id))).status).toBe('completed');
  await line((one) => one.occurrence_of !== undefined && one.task_id !== occurrence.task_id);
  expect((await outloop('schedule', 'list')).stdout).toMatch(/^again +continuous 10s +/m);
  expect((await outloop('schedule', 'remove', 'again')).exitCode).toBe(0);
  expect((await outloop('schedule', 'show', 'again')).exitCode).toBe(1);
});
