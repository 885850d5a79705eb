import { expect, test } from 'vitest';
import type { ModelRequest } from '../harness/model-request.ts';
import { textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';

const until = (file: string) => `until [ -e ${file} ]; do sleep 0.1; done`;

async function heardIds(scenario: Scenario): Promise<string[]> {
  return (await scenario.events('notice.heard')).flatMap((line) => line.task_ids as string[]);
}

const count = (text: string, part: string) => text.split(part).length - 1;

test('a one-shot session hears of the awaited line while its command goes on, and then of its end', async () => {
  await using scenario = await createScenario(() => ({ text: 'ok' }));
  const run = scenario.start(
    `/outloop:run --watch-for "^ready" echo ready on 3000; ${until('go')}; echo bye`,
  );
  await scenario.waitForLine((line) => line.event === 'notice.heard');
  expect(await scenario.events('task.ended')).toHaveLength(0);
  await scenario.project.write('go', '');
  expect((await run.done).exitCode).toBe(0);
  const own = scenario.ownTurns();
  expect(own).toHaveLength(3);
  expect(textOf(own[1] as ModelRequest)).toContain(
    'has written the awaited line (data from it): ready on 3000',
  );
  expect(textOf(own[2] as ModelRequest)).toContain('Exit code 0. It ended with: ready on 3000 / bye');
  const [line] = await scenario.events('notice.raised');
  expect(count(textOf(own[2] as ModelRequest), `[outloop:${line?.notice_id}]`)).toBe(1);
});

test.skipIf(skipWithoutTmux())(
  'an idle session is woken once by the awaited line, and once by ends that come together',
  async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const session = await scenario.open();
    await session.submit(
      `/outloop:run --watch-for "^ready" ${until('up')}; echo ready on 3000; ${until('go')}; echo one`,
    );
    await session.waitIdle();
    await session.submit(`/outloop:run ${until('go')}; echo two`);
    await expect
      .poll(async () => (await scenario.events('attempt.started')).length, { timeout: 60_000 })
      .toBe(2);
    await session.waitIdle();

    const before = scenario.ownTurns().length;
    await scenario.project.write('up', '');
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    const woken = scenario.ownTurns().slice(before);
    expect(woken).toHaveLength(1);
    expect(textOf(woken[0] as ModelRequest)).toContain('the awaited line (data from it): ready on 3000');
    expect(await scenario.events('task.ended')).toHaveLength(0);

    await scenario.project.write('go', '');
    await expect.poll(() => heardIds(scenario), { timeout: 60_000 }).toHaveLength(3);
    await session.waitIdle();
    const ends = scenario.ownTurns().slice(before + 1);
    expect(ends).toHaveLength(1);
    const text = textOf(ends[0] as ModelRequest);
    expect(text).toContain('It ended with: ready on 3000 / one');
    expect(text).toContain('It ended with: two');
    for (const id of await heardIds(scenario)) expect(count(text, `[outloop:${id}]`), id).toBe(1);
  },
);
