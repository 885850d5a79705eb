import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { lastUserText, textOf } from '../harness/model-request.ts';
import { isAlive, pollUntil } from '../harness/processes.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';

describe('the stop gate', () => {
  test('a one-shot session is held until its task has ended, and goes on once', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const run = scenario.start(`/outloop:background researcher "${TASK}"`);
    await scenario.server.waitForRequest(isWorkerRequest);
    await waitForHeldStop(scenario);
    // The model has answered and the client would end, if nobody held it.
    expect(scenario.ownTurns()).toHaveLength(1);
    expect(scenario.ownTurns()[0]?.state).toBe('answered');
    expect(await isAlive(run.pid)).toBe(true);
    expect(run.events.some((event) => event.type === 'result')).toBe(false);

    gate.release();
    const outcome = await run.done;
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    expect(scenario.ownTurns()).toHaveLength(2);
    expect(lastUserText(scenario.ownTurns()[1] as never)).toContain('The importer swallows two errors.');
    expect(await scenario.events('notice.heard')).toMatchObject([{ by: 'stop' }]);
  });

  test('a one-shot session with nothing delegated is not held', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const outcome = await scenario.print('hello');
    expect(outcome.result).toMatchObject({ subtype: 'success', num_turns: 1 });
  });

  test('a streamed session is told once and not held', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const run = scenario.start(`/outloop:background researcher "${TASK}"`, { input: 'stream-json' });
    const first = await run.waitForEvent((event) => event.type === 'result');
    expect(await scenario.events('task.ended')).toHaveLength(0);
    const told = scenario.ownTurns().length;
    expect(textOf(scenario.ownTurns().at(-1) as never)).toContain('Their ends are told with the next prompt');

    const from = run.events.indexOf(first) + 1;
    run.send('go on');
    await run.waitForEvent((event) => event.type === 'result', 30_000, from);
    expect(scenario.ownTurns()).toHaveLength(told + 1);
    gate.release();
    await scenario.waitForLine((line) => line.event === 'task.ended');
    run.send('and now?');
    await scenario.server.waitForRequest((request) => lastUserText(request).includes('and now?'));
    expect(textOf(scenario.ownTurns().at(-1) as never)).toContain('The importer swallows two errors.');
    run.endInput();
    expect((await run.done).exitCode).toBe(0);
  });

  test.skipIf(skipWithoutTmux())(
    'an attended session goes on once for each task that it gained',
    async () => {
      const gate = createGate();
      await using scenario = await createScenario(workerScript(heldResult(gate)));
      const session = await scenario.open();
      const turnsOf = async (prompt: string, expectTold: number) => {
        const before = scenario.ownTurns().length;
        await session.submit(prompt);
        await scenario.server.waitForRequest(() => scenario.ownTurns().length > before);
        await pollUntil(async () => (await scenario.events('gate.told')).length >= expectTold, 60_000);
        await session.waitIdle();
        return scenario.ownTurns().slice(before);
      };
      const first = await turnsOf(`/outloop:background researcher "${TASK}"`, 1);
      expect(first).toHaveLength(2);
      expect(textOf(first[1] as never)).toMatch(/Background Tasks: 1 active \(researcher\)/);
      expect(textOf(first[1] as never)).toContain('will wake this session');
      expect(await turnsOf('hello', 1)).toHaveLength(1);

      const second = await turnsOf('/outloop:background reviewer "review the tests of the importer"', 2);
      expect(second).toHaveLength(2);
      expect(textOf(second[1] as never)).toMatch(/Background Tasks: 2 active \(researcher, reviewer\)/);
      expect(await turnsOf('hello again', 2)).toHaveLength(1);
      expect(await scenario.events('gate.told')).toHaveLength(2);
    },
  );
});

/** Resolves once the session's Stop hook is running: from then on the client has nothing left to do. */
async function waitForHeldStop(scenario: Scenario): Promise<void> {
  const held = await pollUntil(
    async () => (await scenario.project.processes()).some(({ command }) => command.includes('stop-control')),
    30_000,
  );
  expect(held, 'the Stop hook runs').toBe(true);
}
