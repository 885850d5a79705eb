import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { lastUserText, textOf } from '../harness/model-request.ts';
import { pollUntil } from '../harness/processes.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { callTool, isWorkerRequest, resultReply } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';

describe.skipIf(skipWithoutTmux())('a session that works while its task ends', () => {
  test('hears of it before its next model call, and not again when it stops', async () => {
    const gate = createGate();
    await using scenario = await createScenario((request) => {
      if (isWorkerRequest(request)) return { ...resultReply(request), gate };
      return lastUserText(request).endsWith('work')
        ? callTool('Bash', { command: 'until [ -e go ]; do sleep 0.1; done', description: 'work' })
        : { text: 'ok' };
    });
    const session = await scenario.open({ args: ['--allowedTools', 'Bash'] });
    await session.submit(`/outloop:background researcher "${TASK}"`);
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    const before = scenario.ownTurns().length;
    await session.submit('work');
    await scenario.server.waitForRequest((request) => lastUserText(request).endsWith('work'));
    await session.waitForScreen(/until \[ -e go \]/);
    gate.release();
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    await waitForQueued(scenario, String(ended.task_id));
    await scenario.project.write('go', '');
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    const turns = scenario.ownTurns().slice(before);
    expect(turns).toHaveLength(2);
    expect(textOf(turns[1] as never)).toContain(`[outloop:${ended.task_id}]`);
    await expectToldOnce(scenario, [String(ended.task_id)]);
  });

  test('hears of it in a turn of its own when its last answer is under way', async () => {
    const gates = { worker: createGate(), answer: createGate() };
    await using scenario = await createScenario((request) => {
      if (isWorkerRequest(request)) return { ...resultReply(request), gate: gates.worker };
      return lastUserText(request).endsWith('think')
        ? { text: 'thought', gate: gates.answer }
        : { text: 'ok' };
    });
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}"`);
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    const before = scenario.ownTurns().length;
    await session.submit('think');
    await scenario.server.waitForRequest((request) => lastUserText(request).endsWith('think'));
    gates.worker.release();
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    gates.answer.release();
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    await expectToldOnce(scenario, [String(ended.task_id)]);
    expect(scenario.ownTurns().slice(before)).toHaveLength(2);
  });

  test('hears of several that end at once, of each once', async () => {
    const gate = createGate();
    await using scenario = await createScenario((request) =>
      isWorkerRequest(request) ? { ...resultReply(request), gate } : { text: 'ok' },
    );
    const session = await scenario.open();
    for (const what of ['importer', 'exporter', 'router']) {
      await session.submit(`/outloop:background researcher "analyze the error handling of the ${what}"`);
      await scenario.waitForLine((line) => String(line.task_description).endsWith(what));
      await session.waitIdle();
    }
    await scenario.server.waitForRequest(() => scenario.workerTurns().length === 3);
    const before = scenario.ownTurns().length;
    gate.release();
    await expect.poll(() => heardIds(scenario), { timeout: 60_000 }).toHaveLength(3);
    await session.waitIdle();
    const ended = (await scenario.events('task.ended')).map((line) => String(line.task_id));
    await expectToldOnce(scenario, ended);
    expect(scenario.ownTurns().length - before).toBeLessThanOrEqual(3);
  });
});

/** After a command that passes every hook of a prompt: each end was given to the model once, and heard once. */
async function expectToldOnce(scenario: Scenario, ids: readonly string[]): Promise<void> {
  const last = scenario.ownTurns().at(-1) as ModelRequest;
  for (const id of ids) expect(textOf(last).split(`[outloop:${id}]`).length - 1, id).toBe(1);
  expect((await heardIds(scenario)).sort()).toEqual([...ids].sort());
}

/** Resolves once the client has the notice of this task in its queue, by its own transcript. */
async function waitForQueued(scenario: Scenario, id: string): Promise<void> {
  const folder = join(scenario.project.home, '.claude/projects');
  const isQueued = (text: string) =>
    text.split('\n').some((line) => line.includes('"queue-operation"') && line.includes(`[outloop:${id}]`));
  const queued = await pollUntil(async () => {
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.jsonl'));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return texts.some(isQueued);
  }, 60_000);
  expect(queued, 'the client has the notice in its queue').toBe(true);
}

async function heardIds(scenario: Scenario): Promise<string[]> {
  return (await scenario.events('notice.heard')).flatMap((line) => line.task_ids as string[]);
}
