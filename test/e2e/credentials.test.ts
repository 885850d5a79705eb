import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { lastUserText, textOf, toolResults } from '../harness/model-request.ts';
import { isAlive, pollUntil } from '../harness/processes.ts';
import { dummyApiKey } from '../harness/project.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import {
  callTool,
  heldResult,
  isWorkerRequest,
  resultReply,
  stepOf,
  WORK_RESULT,
  workerScript,
} from './worker-script.ts';

// Of no shape that anybody would know for a secret.
const KEY = 'the-quick-brown-fox-jumps-over-it';

describe('credentials of the environment', () => {
  test('reach the worker and stand nowhere else, not even where the worker prints them', async () => {
    const gate = createGate();
    await using scenario = await createScenario(
      workerScript(
        callTool('Bash', { command: 'printenv ANTHROPIC_API_KEY', description: 'print' }),
        heldResult(gate, { ...WORK_RESULT, summary: `The key is ${KEY}.`, work_performed: [KEY] }),
      ),
    );
    const env = { ANTHROPIC_API_KEY: KEY };
    const done = await scenario.outloopWith(env, 'submit', 'coder', 'implement the export endpoint');
    expect(done.exitCode, done.stderr).toBe(0);
    const printed = await scenario.server.waitForRequest((request) => stepOf(request) === 1);
    expect(toolResults(printed)).toMatchObject([{ text: KEY, isError: false }]);
    expect(printed.headers['x-api-key']).toBe(KEY);
    expect(await environmentOf(await scenario.supervisorPid())).not.toContain(KEY);
    gate.release();
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(ended.summary).toBe('The key is [redacted:environment].');
    expect(await filesHolding(scenario, KEY)).toEqual([]);
  });

  test('of a worker that a second supervisor has adopted stand nowhere either', async () => {
    const gate = createGate();
    await using scenario = await createScenario(
      workerScript(
        { ...callTool('Bash', { command: 'printenv ANTHROPIC_API_KEY', description: 'print' }), gate },
        (request) => resultReply(request),
      ),
    );
    const env = { ANTHROPIC_API_KEY: KEY };
    await scenario.outloopWith(env, 'submit', 'coder', 'implement the export endpoint');
    await scenario.server.waitForRequest(isWorkerRequest);
    await killSupervisor(scenario);
    const [submitted] = await scenario.events('task.submitted');
    const waiting = scenario.outloop('wait', String(submitted?.task_id));
    await expect.poll(() => scenario.events('supervisor.started'), { timeout: 60_000 }).toHaveLength(2);
    gate.release();
    expect(await waiting).toMatchObject({ exitCode: 0 });
    const printed = scenario.workerTurns().find((request) => stepOf(request) === 1);
    expect(toolResults(printed as never)).toMatchObject([{ text: KEY }]);
    expect(await filesHolding(scenario, KEY)).toEqual([]);
  });

  test('are a reason to refuse a task whose text holds one', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const refused = await scenario.outloop('submit', 'coder', `implement the login with ${dummyApiKey}`);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).not.toContain(dummyApiKey);
    expect(await scenario.journal()).toEqual([]);
  });

  test.skipIf(skipWithoutTmux())(
    'are lost with the supervisor: a waiting task says so, and goes on after the next prompt of its session',
    async () => {
      const gates = { first: createGate(), busy: createGate() };
      await using scenario = await createScenario((request) => {
        if (!isWorkerRequest(request)) {
          return lastUserText(request).includes('think')
            ? { text: 'thought', gate: gates.busy }
            : { text: 'ok' };
        }
        const held = textOf(request).includes('export endpoint') ? { gate: gates.first } : {};
        return { ...resultReply(request), ...held };
      });
      const session = await scenario.open();
      await session.submit('/outloop:background coder "implement the export endpoint"');
      await scenario.server.waitForRequest(isWorkerRequest);
      await session.waitIdle();
      await session.submit('/outloop:background coder "implement the import endpoint"');
      const second = await scenario.waitForLine((line) => String(line.task_description).includes('import'));
      await session.waitIdle();
      // The session is kept busy, so that nothing of it can hand its credentials over again.
      await session.submit('think');
      await scenario.server.waitForRequest((request) => lastUserText(request).includes('think'));
      await killSupervisor(scenario);
      const id = String(second.task_id);
      const waiting = scenario.outloop('wait', id);
      await expect.poll(() => scenario.events('supervisor.started'), { timeout: 60_000 }).toHaveLength(2);
      gates.first.release();
      await scenario.waitForLine((line) => line.event === 'task.ended');
      const shown = await pollUntil(async () => {
        const { stdout } = await scenario.outloop('status', id);
        return /credentials/.test(stdout) && stdout;
      }, 60_000);
      expect(shown).toMatch(/waiting for (the )?credentials of its session/);
      expect(await scenario.events('attempt.started')).toHaveLength(1);

      gates.busy.release();
      expect(await waiting).toMatchObject({ exitCode: 0 });
      expect(await filesHolding(scenario, dummyApiKey)).toEqual([]);
      await session.waitIdle();
    },
  );
});

async function killSupervisor(scenario: Scenario): Promise<void> {
  const pid = await scenario.supervisorPid();
  process.kill(pid, 'SIGKILL');
  expect(await pollUntil(async () => !(await isAlive(pid)), 60_000)).toBe(true);
}

/** The files of the project that hold the text, reports and all. */
async function filesHolding(scenario: Scenario, text: string): Promise<string[]> {
  const { dir } = scenario.project;
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(paths.some((path) => path.endsWith('coordination.jsonl'))).toBe(true);
  const texts = await Promise.all(paths.map(async (path) => [path, await textUnlessGone(path)] as const));
  return texts.filter(([, content]) => content.includes(text)).map(([path]) => path);
}

// The supervisor tidies up after an end: what is gone between listing and reading holds nothing.
async function textUnlessGone(path: string): Promise<string> {
  return readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

async function environmentOf(pid: number): Promise<string> {
  return process.platform === 'linux' ? readFile(`/proc/${pid}/environ`, 'latin1') : '';
}
