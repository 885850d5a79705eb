import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { lastUserText, sinceLastAnswer, textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, resultReply, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';
const SUMMARY = 'The importer swallows two errors.';
const COMMAND = `/outloop:background researcher "${TASK}"`;

/** A Stop hook of somebody else, that keeps what it is told and, if it is to, goes on once. */
function foreignHook(goesOn: boolean): Record<string, string> {
  const goOn = `printf '%s' "$input" | grep -q '"stop_hook_active":true' || echo '{"decision":"block","reason":"FOREIGN REASON"}'`;
  return {
    'foreign.sh': `input=$(cat)\nprintf '%s\\n' "$input" >>stops.jsonl\n${goesOn ? goOn : ''}\n`,
    '.claude/settings.json': JSON.stringify({
      hooks: { Stop: [{ hooks: [{ type: 'command', command: 'sh "$CLAUDE_PROJECT_DIR/foreign.sh"' }] }] },
    }),
  };
}

const costs: string[] = [];
afterAll(() => {
  process.stdout.write(`\nModel requests of the session, by what its stop met:\n${costs.join('\n')}\n`);
});

/** Takes down what one way to stop has cost. */
function cost(what: string, requests: number, of: string): void {
  costs.push(`  ${what.padEnd(46)} ${String(requests).padStart(2)}  ${of}`);
}

describe('what the gate costs', () => {
  test('one-shot: one continuation in all, for two tasks', async () => {
    await using scenario = await createScenario((request) =>
      isWorkerRequest(request) ? resultReply(request) : { text: 'ok' },
    );
    await scenario.print(`/outloop:fan-out\nresearcher "${TASK}"\nresearcher "analyze the tests"`);
    expect(scenario.ownTurns()).toHaveLength(2);
    cost('one-shot, two tasks', scenario.ownTurns().length, 'the command, one continuation');
  });

  test('one-shot beside a Stop hook of somebody else: both in one continuation, and no loop', async () => {
    await using scenario = await createScenario(workerScript(), { files: foreignHook(true) });
    const outcome = await scenario.print(COMMAND);
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    const stops = await stopsOf(scenario);
    expect(stops.map((stop) => stop.stop_hook_active)).toEqual([false, true]);
    expect(scenario.ownTurns()).toHaveLength(2);
    const last = sinceLastAnswer(scenario.ownTurns()[1] as ModelRequest);
    expect(last).toContain('FOREIGN REASON');
    expect(last).toContain(SUMMARY);
    expect(await scenario.events('notice.heard')).toHaveLength(1);
    cost('one-shot, a foreign Stop hook that goes on once', 2, 'the command, one continuation for both');
  });

  test('with the supervisor dead and none to be started it says so and lets the session go', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)), { copiesPlugin: true });
    const run = scenario.start(COMMAND);
    await scenario.server.waitForRequest(isWorkerRequest);
    const pid = await scenario.supervisorPid();
    await rm(join(scenario.plugin, 'dist/bin/supervisor.cjs'));
    process.kill(pid, 'SIGKILL');
    const outcome = await run.done;
    gate.release();
    expect(outcome.exitCode, outcome.stderr).toBe(0);
    expect(outcome.stdout).toContain('cannot watch over the open background tasks');
    expect(scenario.ownTurns()).toHaveLength(1);
    cost('one-shot, the supervisor dead for good', 1, 'the command; a line for the person');
  });

  test('streamed: told once of what it gained, and nothing more at a stop that follows', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const run = scenario.start(COMMAND, { input: 'stream-json' });
    const first = await run.waitForEvent((event) => event.type === 'result');
    expect(scenario.ownTurns()).toHaveLength(2);
    const from = run.events.indexOf(first) + 1;
    run.send('go on');
    await run.waitForEvent((event) => event.type === 'result', 30_000, from);
    expect(scenario.ownTurns()).toHaveLength(3);
    cost('streamed, one task gained, then one more prompt', 3, 'the command, one telling, the prompt');
    gate.release();
    await scenario.waitForLine((line) => line.event === 'task.ended');
    run.endInput();
    await run.done;
  });
});

describe.skipIf(skipWithoutTmux())('what the gate costs an attended session', () => {
  test('with its own monitor among the background tasks: one telling, one wake-up', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)), {
      files: foreignHook(false),
    });
    const session = await scenario.open();
    await session.submit(COMMAND);
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    const told = scenario.ownTurns().length;
    expect(told).toBe(2);
    const stops = await stopsOf(scenario);
    const types = stops.flatMap((stop) =>
      (stop.background_tasks as { type: string }[]).map(({ type }) => type),
    );
    expect(types).toContain('monitor');
    gate.release();
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    expect(scenario.ownTurns()).toHaveLength(told + 1);
    cost('attended, one task, the monitor in its list', 3, 'the command, one telling, one wake-up');
  });

  test('after an interrupt: no stop is held, and the end wakes it once', async () => {
    const gates = { worker: createGate(), answer: createGate() };
    await using scenario = await createScenario((request) => {
      if (isWorkerRequest(request)) return { ...resultReply(request), gate: gates.worker };
      return lastUserText(request).endsWith('think')
        ? { text: 'thought', gate: gates.answer }
        : { text: 'ok' };
    });
    const session = await scenario.open();
    await session.submit(COMMAND);
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    await session.submit('think');
    await scenario.server.waitForRequest((request) => lastUserText(request).endsWith('think'));
    await session.key('Escape');
    const thinking = scenario.ownTurns().find((turn) => lastUserText(turn).endsWith('think'));
    await expect.poll(() => thinking?.state, { timeout: 30_000 }).toBe('aborted');
    gates.answer.release();
    const before = scenario.ownTurns().length;
    gates.worker.release();
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    expect(scenario.ownTurns()).toHaveLength(before + 1);
    expect(textOf(scenario.ownTurns().at(-1) as ModelRequest)).toContain(SUMMARY);
    cost('attended, interrupted while the task runs', 4, 'the command, one telling, the prompt, one wake-up');
  });
});

/** What the foreign hook was told at each stop of the session; it runs in workers as well. */
async function stopsOf(scenario: Scenario): Promise<Record<string, unknown>[]> {
  const [submitted] = await scenario.events('task.submitted');
  const text = await readFile(join(scenario.project.dir, 'stops.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((stop) => stop.session_id === submitted?.session_id);
}
