import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Check } from '../../../src/doctor/check.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { identityOf, isAlive } from '../../../src/process/identity.ts';
import { NEEDED_FLAGS } from '../../../src/runners/probe-client.ts';
import { claimSupervision } from '../../../src/supervisor/claim.ts';
import type { DoctorPayload } from '../../../src/verbs/doctor.ts';
import { createProject, type TestProject } from '../../harness/project.ts';
import { runOutloop } from '../../harness/run-outloop.ts';

let project: TestProject;
let path: string;

beforeEach(async () => {
  project = await createProject({});
  const folder = await project.folder('bin');
  const help = NEEDED_FLAGS.join(' ');
  writeFileSync(
    join(folder, 'claude'),
    `#!/bin/sh\ncase $1 in --version) echo 2.1.329 ;; *) echo '${help}' ;; esac\n`,
  );
  chmodSync(join(folder, 'claude'), 0o755);
  path = `${folder}${delimiter}${process.env.PATH}`;
});

afterEach(async () => project[Symbol.asyncDispose]());

async function examine(): Promise<{
  readonly exitCode: number | null;
  readonly checks: Readonly<Record<string, Check>>;
}> {
  const { exitCode, stdout } = await runOutloop(project, ['doctor', '--json'], { env: { PATH: path } });
  const { checks, healthy } = JSON.parse(stdout) as DoctorPayload;
  expect(healthy).toBe(exitCode === 0);
  return { exitCode, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

test('a place where everything is there is found healthy, by really running the hooks of the built plugin', async () => {
  const { exitCode, checks } = await examine();
  expect(exitCode).toBe(0);
  expect(Object.values(checks).filter(({ status }) => status === 'fail')).toEqual([]);
  expect(checks).toMatchObject({
    client: { status: 'ok', summary: expect.stringContaining('2.1.329') },
    hooks: { status: 'ok' },
    guard: { status: 'ok' },
    '/background': { status: 'ok', summary: expect.stringContaining("Claude Code's own") },
    config: { status: 'ok' },
    journal: { status: 'ok' },
    supervisor: { status: 'ok' },
    git: { status: 'ok', summary: 'branch main' },
  });
});

test('the report for people fits 80 columns and exits 3 where the client is missing', async () => {
  const { exitCode, stdout, stderr } = await runOutloop(project, ['doctor']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: '' });
  expect(stdout).toMatch(/^fail {2}client /m);
  expect(stdout).toMatch(/^ +-> Install it/m);
  expect(stdout).toContain('1 of 12 checks failed');
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('a broken configuration is a failure that names the file', async () => {
  await project.write('outloop.yaml', 'limits: [\n');
  const { exitCode, checks } = await examine();
  expect(exitCode).toBe(3);
  expect(checks.config).toMatchObject({ status: 'fail', summary: expect.stringContaining('outloop.yaml') });
});

test('who answers bare /background is told: our file, then an old one, then a stranger', async () => {
  await runOutloop(project, ['init']);
  const file = '.claude/commands/background.md';
  expect((await examine()).checks['/background']).toMatchObject({ status: 'ok' });
  await project.write(file, '---\n---\n<!-- outloop:command background -->\nOld.\n');
  expect((await examine()).checks['/background']).toMatchObject({
    status: 'warn',
    next: expect.stringContaining('init'),
  });
  await project.write(file, 'Mine.\n');
  const { exitCode, checks } = await examine();
  expect(checks['/background']).toMatchObject({
    status: 'warn',
    summary: expect.stringContaining(join(project.dir, file)),
  });
  expect(exitCode).toBe(0);
});

test('a reports folder that cannot be written is a failure', async () => {
  await project.write('reports', 'a file, not a folder\n');
  const { exitCode, checks } = await examine();
  expect(exitCode).toBe(3);
  expect(checks.reports).toMatchObject({ status: 'fail', next: expect.stringContaining('reports_dir') });
});

test('lines that are not history are counted', async () => {
  await project.write('reports/coordination.jsonl', '{"status":"initiated"}\n');
  expect((await examine()).checks.journal).toMatchObject({
    status: 'warn',
    summary: expect.stringContaining('history: 1'),
  });
});

test('a linked worktree is named, with where its tasks are kept', async () => {
  await project.git('worktree', 'add', '-q', '../tree');
  const tree = join(project.root, 'tree');
  const { stdout } = await runOutloop(project, ['doctor', '--json'], { cwd: tree, env: { PATH: path } });
  const { checks, project: examined } = JSON.parse(stdout) as DoctorPayload;
  expect(examined).toBe(project.dir);
  expect(checks.find(({ name }) => name === 'git')?.summary).toContain('linked worktree');
});

test('a supervisor that lives but does not answer is a failure', async () => {
  const pid = await claimAsThisProcess('0.1.0');
  expect((await examine()).checks.supervisor).toMatchObject({
    status: 'fail',
    next: expect.stringContaining(`kill ${pid}`),
  });
});

test.each([
  ['0.0.9', 'older'],
  ['99.0.0', 'newer'],
])('a supervisor of version %s is named as %s', async (version, age) => {
  await claimAsThisProcess(version);
  const folder = join(project.root, 'run');
  mkdirSync(folder, { mode: 0o700 });
  const socket = join(folder, 'a.sock');
  const server = createServer((connection) => {
    connection.write(`${JSON.stringify({ outloop: 1, root: project.dir, pid: 1, version, token: 't' })}\n`);
    connection.on('data', () => connection.write('{"ok":true}\n'));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  try {
    await project.write(
      'reports/.outloop/supervisor.json',
      JSON.stringify({ socket, pid: 1, version, token: 't' }),
    );
    const { exitCode, checks } = await examine();
    expect(exitCode).toBe(0);
    expect(checks.supervisor).toMatchObject({ status: 'warn', summary: expect.stringContaining(age) });
  } finally {
    server.close();
  }
});

async function claimAsThisProcess(version: string): Promise<number> {
  const internal = join(project.dir, 'reports/.outloop');
  mkdirSync(internal, { recursive: true });
  const journal = openJournal({ journal: join(project.dir, 'reports/coordination.jsonl'), internal });
  const self = identityOf(process.pid);
  if (self === null) throw new Error('this process is not in the process table');
  const claimed = await claimSupervision(journal, { now: Date.now, processes: { isAlive } }, self, version);
  expect(claimed.ok).toBe(true);
  return self.pid;
}
