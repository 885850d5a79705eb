import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { textOf } from '../harness/model-request.ts';
import { isAlive } from '../harness/processes.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';
const SUMMARY = 'The importer swallows two errors.';

describe('a session that goes away while its task runs', () => {
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    test(`one-shot, by ${signal}: its hook leaves, the task finishes, the next session is told, once`, async () => {
      const gate = createGate();
      await using scenario = await createScenario(workerScript(heldResult(gate)));
      const run = scenario.start(`/outloop:background researcher "${TASK}"`);
      await scenario.server.waitForRequest(isWorkerRequest);
      await expect.poll(() => hooksOf(scenario), { timeout: 60_000 }).not.toHaveLength(0);
      run.kill(signal);
      await run.done;
      await expect.poll(() => hooksOf(scenario), { timeout: 60_000 }).toHaveLength(0);
      await releaseAndHear(scenario, gate.release);
    });
  }

  test('one-shot, by SIGTERM: a supervisor that its held hook has started stays with its worker', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const run = scenario.start(`/outloop:background researcher "${TASK}"`);
    await scenario.server.waitForRequest(isWorkerRequest);
    await expect.poll(() => hooksOf(scenario), { timeout: 60_000 }).not.toHaveLength(0);
    process.kill(await scenario.supervisorPid(), 'SIGKILL');
    await expect.poll(() => scenario.events('supervisor.started'), { timeout: 60_000 }).toHaveLength(2);
    run.kill('SIGTERM');
    await run.done;
    await expect.poll(() => hooksOf(scenario), { timeout: 60_000 }).toHaveLength(0);
    expect(await isAlive(await scenario.supervisorPid())).toBe(true);
    await releaseAndHear(scenario, gate.release);
  });

  test.skipIf(skipWithoutTmux())(
    'interactive and killed: the task finishes, the next session is told, once',
    async () => {
      const gate = createGate();
      await using scenario = await createScenario(workerScript(heldResult(gate)));
      const session = await scenario.open();
      await session.submit(`/outloop:background researcher "${TASK}"`);
      await scenario.server.waitForRequest(isWorkerRequest);
      await session.waitIdle();
      session.kill('SIGKILL');
      await session.waitForEnd();
      await releaseAndHear(scenario, gate.release);
    },
  );

  test.skipIf(skipWithoutTmux())('told to leave: it leaves at once, and the task goes on', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}"`);
    await scenario.server.waitForRequest(isWorkerRequest);
    await session.waitIdle();
    await session.submit('/exit');
    await session.waitForEnd();
    expect(await isAlive(await scenario.supervisorPid())).toBe(true);
    await releaseAndHear(scenario, gate.release);
  });

  test.skipIf(skipWithoutTmux())('/clear: the tasks stay its own, and their end wakes it', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}"`);
    const submitted = await scenario.waitForLine((line) => line.event === 'task.submitted');
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();

    await session.submit('/clear');
    await session.waitIdle();
    await session.submit('/outloop:status');
    await session.waitForScreen(/1 open, 0 ended/);
    const before = scenario.ownTurns().length;
    gate.release();
    const heard = await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    const woken = scenario.ownTurns().slice(before);
    expect(woken).toHaveLength(1);
    expect(textOf(woken[0] as never)).toContain(SUMMARY);
    expect(textOf(woken[0] as never)).toContain('Background Tasks: 1 active (researcher)');
    expect(heard.session_id).not.toBe(submitted.session_id);
  });
});

/** Lets the worker finish, and then asks two new sessions what they are told. */
async function releaseAndHear(scenario: Scenario, release: () => void): Promise<void> {
  release();
  const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
  expect(ended).toMatchObject({ status: 'completed', summary: SUMMARY });
  expect(await scenario.events('notice.heard')).toHaveLength(0);

  const first = await firstTurnOf(scenario, 'what is new?');
  expect(first).toContain('SessionStart hook additional context');
  expect(first).toContain(`[outloop:${ended.task_id}]`);
  expect(first).toContain(SUMMARY);
  expect(await scenario.events('notice.heard')).toMatchObject([{ task_ids: [ended.task_id], by: 'start' }]);
  expect(await firstTurnOf(scenario, 'and now?')).not.toContain('additional context');
}

async function firstTurnOf(scenario: Scenario, prompt: string): Promise<string> {
  const before = scenario.ownTurns().length;
  const outcome = await scenario.print(prompt);
  expect(outcome.exitCode, outcome.stderr).toBe(0);
  const turns = scenario.ownTurns().slice(before);
  expect(turns).toHaveLength(1);
  return textOf(turns[0] as never);
}

async function hooksOf(scenario: Scenario): Promise<string[]> {
  const all = await scenario.project.processes();
  return all.map(({ command }) => command).filter((command) => command.includes('stop-control'));
}
