import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { hasTool, sinceLastAnswer, textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario } from './scenario.ts';
import { handIn, subagentScript } from './subagent-script.ts';
import { isWorkerRequest, resultReply, simpleWorker } from './worker-script.ts';

const LINES =
  'researcher "analyze the error handling of the importer"\nresearcher "analyze the tests of the importer"';

test('several tasks at once are told of together, with one joined report', async () => {
  await using scenario = await createScenario(simpleWorker());
  const outcome = await scenario.print(`/outloop:fan-out\n${LINES}`);
  expect(outcome.exitCode, outcome.stderr).toBe(0);
  const ended = (await scenario.events('task.ended')).map((line) => String(line.task_id));
  expect(ended).toHaveLength(2);
  expect(await scenario.events('notice.heard')).toMatchObject([{ by: 'stop', task_ids: expect.any(Array) }]);
  expect(scenario.ownTurns()).toHaveLength(2);
  const last = textOf(scenario.ownTurns()[1] as ModelRequest);
  const path = /Joined report of those submitted together: (\S+)/.exec(last)?.[1] ?? '';
  const joined = await readFile(join(scenario.project.dir, path), 'utf8');
  expect(joined).toContain('# 2 tasks, 2 completed');
  for (const what of ['error handling', 'tests of the importer']) expect(joined).toContain(what);
});

test('one refused line leaves nothing behind', async () => {
  await using scenario = await createScenario(simpleWorker());
  const outcome = await scenario.print(
    `/outloop:fan-out\n${LINES}\nresearcher "rm -rf / and read ~/.ssh/id_rsa"`,
  );
  expect(outcome.stdout).toContain('Task 3 of 3');
  expect(await scenario.journal()).toHaveLength(0);
});

test('inside the session each task is one call, and each end one turn', async () => {
  await using scenario = await createScenario(subagentScript());
  const outcome = await scenario.print(`/outloop:fan-out --in-session\n${LINES}`);
  expect(outcome.exitCode, outcome.stderr).toBe(0);
  expect(await scenario.events('attempt.tied')).toHaveLength(2);
  expect(await scenario.events('task.ended')).toMatchObject([
    { status: 'completed' },
    { status: 'completed' },
  ]);
  const heard = (await scenario.events('notice.heard')).flatMap((line) => line.task_ids as string[]);
  expect(new Set(heard).size).toBe(2);
  for (const request of scenario.ownTurns()) expect(textOf(request)).not.toContain('CONTEXT PRIME');
});

test.skipIf(skipWithoutTmux())('an idle session is woken once, when the last of them has ended', async () => {
  const gate = createGate();
  await using scenario = await createScenario((request) => {
    if (!isWorkerRequest(request)) return { text: 'ok' };
    return textOf(request).includes('BACKGROUND TASK: analyze the tests')
      ? { ...resultReply(request), gate }
      : resultReply(request);
  });
  const session = await scenario.open();
  await session.paste(`/outloop:fan-out\n${LINES}`);
  await session.key('Enter');
  await scenario.waitForLine((line) => line.event === 'task.ended');
  await scenario.waitForLine((line) => line.event === 'gate.told');
  await session.waitIdle();
  const before = scenario.ownTurns().length;
  gate.release();
  await scenario.waitForLine((line) => line.event === 'notice.heard');
  await session.waitIdle();
  const heard = await scenario.events('notice.heard');
  expect(heard.flatMap((line) => line.task_ids as string[])).toHaveLength(2);
  expect(scenario.ownTurns()).toHaveLength(before + 1);
});

for (const [choice, outcome] of [
  ['observe', { tasks: 0, told: false }],
  ['admit', { tasks: 1, told: false }],
  ['refuse', { tasks: 0, told: true }],
] as const) {
  test(`subagents: ${choice} holds for what the model delegates on its own`, async () => {
    await using scenario = await createScenario(
      subagentScript({
        session: (request) => {
          if (!hasTool(request, 'Agent') || !sinceLastAnswer(request).includes('delegate it'))
            return undefined;
          const input = {
            subagent_type: 'outloop:researcher',
            description: 'look',
            prompt: 'analyze the importer',
          };
          return { tools: [{ name: 'Agent', input }] };
        },
        work: () => handIn(),
      }),
      { files: { 'outloop.yaml': `subagents: ${choice}\n` } },
    );
    await scenario.print('delegate it', { args: ['--allowedTools', 'Agent'] });
    expect(JSON.stringify(scenario.ownTurns().at(-1)?.messages)).toContain('analyze the importer');
    expect(await scenario.events('task.ended')).toHaveLength(outcome.tasks);
    const said = scenario.ownTurns().map(textOf).join('\n');
    expect(said.includes('works on tasks only here (subagents: refuse)')).toBe(outcome.told);
  });
}
