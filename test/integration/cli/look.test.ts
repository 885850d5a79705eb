import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollUntil } from '../../harness/processes.ts';
import { runOutloop } from '../../harness/run-outloop.ts';
import { type SupervisedProject, superviseProject } from '../supervisor/supervised-project.ts';

let supervised: SupervisedProject;
let [first, second, open]: string[] = [];

beforeAll(async () => {
  supervised = await superviseProject();
  first = await supervised.submit('echo one; echo two; exit 3', '--name', 'breaks', '--memory', '1G');
  second = await supervised.submit('echo three', '--after', `${first}:end`, '--claim', 'path:src');
  open = await supervised.submit('until [ -e go ]; do sleep 0.1; done; echo gone', '--retries', '2');
  await supervised.outloop('wait', first ?? '', second ?? '');
}, 60_000);

afterAll(async () => {
  await supervised?.project.write('go', '');
  await supervised?.outloop('wait', open ?? '');
  await supervised?.[Symbol.asyncDispose]();
});

const short = (id: string | undefined) => (id ?? '').slice(-4);

async function json(...args: string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await supervised.outloop(...args, '--json')).stdout) as Record<string, unknown>;
}

async function listed(...args: string[]): Promise<string[]> {
  return ((await json('list', ...args)).tasks as { id: string }[]).map(({ id }) => id);
}

function fits(text: string): void {
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
}

test('list gives the newest first, and only what fits all filters', async () => {
  expect(await listed()).toEqual([open, second, first]);
  expect(await listed('--status', 'ended')).toEqual([second, first]);
  expect(await listed('--status', 'failed,queued')).toEqual([first]);
  expect(await listed('--status', 'open', '--agent', 'command')).toEqual([open]);
  expect(await listed('--agent', 'coder')).toEqual([]);
  expect(await listed('--name', 'BREAKS')).toEqual([first]);
  expect(await listed('--name', 'echo three')).toEqual([second]);
  expect(await listed('--since', '1h', '--limit', '1')).toEqual([open]);
  expect(await listed('--since', '2020-01-01', '--owner', 'own')).toEqual([open, second, first]);
  expect(await listed('--owner', '99999999')).toEqual([]);
  const { stdout } = await supervised.outloop('list', '-n', '2');
  expect(stdout).toMatch(/^TASK +AGENT +STATUS +DURATION +SUBMITTED +WHAT\n/);
  expect(stdout).toContain('1 older one is not shown: --limit');
  fits(stdout);
});

test.each([
  [['--status', 'nope'], '--status: "nope" is none.\nAllowed are open, ended, queued'],
  [['--since', 'soon'], 'Examples: 90m, 2h, 3d'],
  [['--limit', '0'], 'Allowed are 1 to 10000'],
  [['--agent', 'plumber'], 'Allowed choices are researcher'],
])('list %j is refused with what is allowed', async (args, words) => {
  const { exitCode, stdout, stderr } = await supervised.outloop('list', ...args);
  expect(stderr).toContain(words);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});

test('show tells everything about an ended task', async () => {
  const shown = await json('show', short(first));
  expect(shown).toMatchObject({
    id: first,
    status: 'failed',
    name: 'breaks',
    submitted_by: { pid: null, lives: false },
    options: { limits: { memory_bytes: 1024 ** 3 } },
    dependents: [],
    workspace: `reports/background/completed/${first}`,
    outcome: { summary: expect.stringContaining('Exit code 3'), containment: expect.any(String) },
    open_session: null,
  });
  expect((shown.events as { event: string }[]).map(({ event }) => event)).toEqual([
    'task.submitted',
    'attempt.started',
    'task.ended',
  ]);
  expect(shown.files).toContain('command.log');
  const { stdout } = await supervised.outloop('show', short(first));
  expect(stdout).toMatch(/1\.0 GB of\s+memory/);
  expect(stdout).toMatch(/Next\n {2}outloop result \w+\n {2}outloop retry \w+/);
  fits(stdout);
});

test('show tells of an open task what it waits for, what waits for it, and what it does', async () => {
  const waiting = await supervised.submit('echo later', '--after', open ?? '');
  expect(await json('show', waiting)).toMatchObject({
    status: 'queued',
    progress: `waiting for ${short(open)}`,
    dependencies: [{ task_id: open, on: 'success', status: 'running' }],
  });
  expect(await json('show', open ?? '')).toMatchObject({
    dependents: [waiting],
    options: { attempts_max: 3 },
    outcome: null,
  });
  expect(await json('show', second ?? '')).toMatchObject({
    dependencies: [{ task_id: first, on: 'end', status: 'failed' }],
    options: { claims: [{ resource: 'path:src', mode: 'exclusive' }] },
  });
  await supervised.outloop('cancel', waiting);
});

test('follow prints each line of a task that has ended, then how, with its exit code', async () => {
  const { stdout, exitCode } = await supervised.outloop('follow', first ?? '');
  expect(stdout).toBe(
    `one\ntwo\n${first} failed: Exit code 3. It ended with: one / two\nReport: reports/background/completed/${first}/report.md\n`,
  );
  expect(exitCode).toBe(10);
  const { stdout: lines } = await supervised.outloop('follow', first ?? '', '--json');
  expect(
    lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { kind: 'line', text: 'one' },
    { kind: 'line', text: 'two' },
    expect.objectContaining({ kind: 'ended', id: first, status: 'failed' }),
  ]);
});

test('wait gives the exit code of the first one named that did not complete, or of any', async () => {
  const both = await supervised.outloop('wait', second ?? '', first ?? '', '--json');
  expect(both.exitCode).toBe(10);
  expect(JSON.parse(both.stdout)).toMatchObject({
    tasks: [
      { id: second, status: 'completed' },
      { id: first, status: 'failed' },
    ],
  });
  const any = await supervised.outloop('wait', open ?? '', second ?? '', '--any');
  expect(any).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${second} completed`) });
  expect(any.stdout).not.toContain(open);
  const late = await supervised.outloop('wait', open ?? '', second ?? '', '--timeout', '10s', '--json');
  expect(late.exitCode).toBe(124);
  expect(JSON.parse(late.stdout)).toMatchObject({
    failure: { code: 'timed_out', details: { open: [open] } },
  });
});

test('follow goes along with a running task to its end', async () => {
  const id = await supervised.submit('echo begun; until [ -e on ]; do sleep 0.1; done; echo over');
  let stdout = '';
  const following = runOutloop(supervised.project, ['follow', id], {
    onStdout: (text) => {
      stdout += text;
    },
  });
  expect(await pollUntil(async () => stdout.includes('begun\n'), 60_000)).toBe(true);
  expect(stdout).not.toContain('over');
  await supervised.project.write('on', '');
  expect((await following).exitCode).toBe(0);
  expect(stdout).toMatch(/begun\nover\n.* completed: /);
});
