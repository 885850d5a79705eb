import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { lastUserText } from '../harness/model-request.ts';
import { endProcess } from '../harness/processes.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { callTool } from './worker-script.ts';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly what: string;
}

async function foreignRows(scenario: Scenario): Promise<readonly Row[]> {
  const { stdout } = await scenario.outloop('list', '--all', '--json');
  const { foreign } = JSON.parse(stdout) as { foreign: { rows: Row[]; problem: string | null } };
  expect(foreign.problem).toBeNull();
  return foreign.rows;
}

/** Runs the client itself. */
function client({ client: program, project }: Scenario, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd: project.dir, env: project.env(), timeout: 60_000 }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
  });
}

/** A background session of the client's own; its service is ended with the test. */
async function aBackgroundSession(scenario: Scenario): Promise<string> {
  scenario.project.onCleanup(async () => {
    const left = await scenario.project.processes();
    await Promise.all(
      left.filter(({ command }) => /daemon run|bg-/.test(command)).map(({ pid }) => endProcess(pid)),
    );
  });
  const said = await client(scenario, '--bg', '--name', 'aside', 'think about the importer');
  const id = /backgrounded · ([0-9a-f]+)/.exec(said)?.[1];
  if (id === undefined) throw new Error(said);
  return id;
}

const until = (file: string) => `until [ -e ${file} ]; do sleep 0.1; done`;

test("what a session has in the client's own background is listed, read only", async () => {
  await using scenario = await createScenario((request) =>
    lastUserText(request).endsWith('start it')
      ? callTool('Bash', { command: until('done'), run_in_background: true, description: 'wait' })
      : { text: 'ok' },
  );
  await scenario.outloop('run', until('done'));
  const session = scenario.start('start it', { input: 'stream-json', args: ['--allowedTools', 'Bash'] });
  await session.waitForEvent((event) => event.type === 'result');
  expect(await foreignRows(scenario)).toMatchObject([
    { kind: 'shell', status: 'running', what: until('done') },
  ]);
  const { stdout } = await scenario.outloop('status', '--all');
  expect(stdout).toMatch(/Claude Code's own, only shown here:\n\S+ +shell +running +until/);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  await scenario.project.write('done', '');
  session.endInput();
  await session.done;
  expect(await foreignRows(scenario)).toEqual([]);
});

test('a background session of the client is listed, and one that is adopted is stopped at its limit', async () => {
  await using scenario = await createScenario(() => ({ text: 'ok' }));
  const id = await aBackgroundSession(scenario);
  expect(await foreignRows(scenario)).toMatchObject([{ id, kind: 'session', what: 'aside' }]);
  expect((await scenario.outloop('adopt', 'ffffffff')).stderr).toContain('No background session');
  const adopted = await scenario.outloop('adopt', id.slice(0, 6), '--timeout', '10s', '--json');
  expect(adopted.exitCode, adopted.stderr).toBe(0);
  await scenario.waitForLine((line) => line.event === 'attempt.started');
  expect(await foreignRows(scenario)).toEqual([]);
  const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 90_000);
  expect(ended).toMatchObject({
    status: 'failed',
    summary: expect.stringContaining(`Its limit of 10 seconds was over: session ${id} was stopped`),
  });
  expect(await client(scenario, 'agents', '--json', '--all')).toMatch(/"state": "stopped"/);
});

test('an adopted session that ends ends its task', async () => {
  await using scenario = await createScenario(() => ({ text: 'ok' }));
  const first = await aBackgroundSession(scenario);
  await scenario.outloop('adopt', first);
  await scenario.waitForLine((line) => line.event === 'attempt.started');
  await client(scenario, 'stop', first);
  const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 90_000);
  expect(ended.summary).toMatch(new RegExp(`Exit code 3.*session ${first} is stopped`));
});

test('cancelling the task of an adopted session stops it', async () => {
  await using scenario = await createScenario(() => ({ text: 'ok' }));
  const id = await aBackgroundSession(scenario);
  await scenario.outloop('adopt', id);
  const started = await scenario.waitForLine((line) => line.event === 'attempt.started');
  const cancelled = await scenario.outloop('cancel', String(started.task_id));
  expect(cancelled.exitCode, cancelled.stderr).toBe(0);
  await scenario.waitForLine((line) => line.event === 'task.ended');
  expect(await client(scenario, 'agents', '--json', '--all')).toMatch(/"state": "stopped"/);
});
