import { describe, expect, test } from 'vitest';
import { createGate, type Gate } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { sinceLastAnswer, textOf } from '../harness/model-request.ts';
import { endProcess } from '../harness/processes.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, resultReply, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';
const SUMMARY = 'The importer swallows two errors.';
const COMMAND = `/outloop:background researcher "${TASK}"`;

describe.skipIf(skipWithoutTmux())('notices and sessions', () => {
  test('of two sessions in one project each hears of its own task, and of it alone', async () => {
    const gates = { importer: createGate(), exporter: createGate() };
    await using scenario = await createScenario((request) => {
      if (!isWorkerRequest(request)) return { text: 'ok' };
      const isImporter = textOf(request).includes('BACKGROUND TASK: analyze the importer');
      return { ...resultReply(request), gate: isImporter ? gates.importer : gates.exporter };
    });
    const one = await scenario.open();
    await one.submit('/outloop:background researcher "analyze the importer"');
    const first = await scenario.waitForLine((line) => line.event === 'gate.told');
    await one.waitIdle();
    const two = await scenario.open();
    await two.submit('/outloop:background researcher "analyze the exporter"');
    const second = await scenario.waitForLine(
      (line) => line.event === 'gate.told' && line.session_id !== first.session_id,
    );
    await two.waitIdle();
    for (const [gate, told] of [
      [gates.exporter, second],
      [gates.importer, first],
    ] as const) {
      gate.release();
      const ids = told.task_ids as string[];
      const heard = await scenario.waitForLine(
        (line) => line.event === 'notice.heard' && (line.task_ids as string[]).includes(String(ids[0])),
      );
      expect(heard.session_id).toBe(told.session_id);
      expect(heard.task_ids).toEqual(ids);
    }
    await one.waitIdle();
    await two.waitIdle();
    const last = (session: unknown) => scenario.ownTurns().findLast((turn) => turn.sessionId === session);
    expect(textOf(last(first.session_id) as ModelRequest)).not.toContain(
      `[outloop:${(second.task_ids as string[])[0]}]`,
    );
  });

  test('a wake-up that is lost with the monitor is made good at the next prompt, once', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const session = await scenario.open();
    await session.submit(COMMAND);
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    for (const { pid, command } of await scenario.project.processes()) {
      if (command.includes('monitor.sh')) await endProcess(pid);
    }
    await session.waitIdle();
    gate.release();
    await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(await scenario.events('notice.heard')).toHaveLength(0);
    await session.submit('and?');
    const heard = await scenario.waitForLine((line) => line.event === 'notice.heard');
    expect(heard.by).toBe('prompt');
    await session.waitIdle();
    await session.submit('more?');
    await session.waitIdle();
    await expectOnce(scenario);
  });

  test('a session that was compacted is still woken by the end, once', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const session = await scenario.open();
    await session.submit(COMMAND);
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    await session.submit('/compact');
    await session.waitForScreen(/Compacted/i);
    await session.waitIdle();
    gate.release();
    const heard = await scenario.waitForLine((line) => line.event === 'notice.heard');
    expect(heard.by).toBe('monitor');
    await session.waitIdle();
    await expectOnce(scenario);
  });

  for (const [what, args] of [
    ['resumed', []],
    ['forked', ['--fork-session']],
  ] as const) {
    test(`a session that is ${what} by another process hears at its start what ended in between, once`, async () => {
      const gate = createGate();
      await using scenario = await createScenario(workerScript(heldResult(gate)));
      const sessionId = await leaveOpen(scenario, gate);
      await scenario.print('what is new?', { args: ['--resume', sessionId, ...args] });
      expect(await scenario.events('notice.heard')).toMatchObject([{ by: 'start' }]);
      expect(sinceLastAnswer(scenario.ownTurns().at(-1) as ModelRequest)).toContain(SUMMARY);
      const before = scenario.ownTurns().length;
      await scenario.print('and now?', { args: ['--resume', sessionId] });
      expect(sinceLastAnswer(scenario.ownTurns()[before] as ModelRequest)).not.toContain('[outloop:');
    });
  }
});

/** A session that delegates and leaves; its task ends without it. */
async function leaveOpen(scenario: Scenario, gate: Gate): Promise<string> {
  const session = await scenario.open();
  await session.submit(COMMAND);
  const told = await scenario.waitForLine((line) => line.event === 'gate.told');
  await session.waitIdle();
  await session.submit('/exit');
  await session.waitForEnd();
  gate.release();
  await scenario.waitForLine((line) => line.event === 'task.ended');
  return String(told.session_id);
}

/** The one end was given to the model once, and heard once. */
async function expectOnce(scenario: Scenario): Promise<void> {
  const [ended] = await scenario.events('task.ended');
  const heard = await scenario.events('notice.heard');
  expect(heard).toMatchObject([{ task_ids: [ended?.task_id] }]);
  const last = textOf(scenario.ownTurns().at(-1) as ModelRequest);
  expect(last.split(`[outloop:${ended?.task_id}]`).length - 1).toBe(1);
}
