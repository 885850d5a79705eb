import { expect, test } from 'vitest';
import { textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario } from './scenario.ts';

test('a one-shot session gets the end of its command in one continuation, and no worker is asked', async () => {
  await using scenario = await createScenario(() => ({ text: 'ok' }));
  const run = await scenario.print(`/outloop:run echo "it's" 'one; two' && exit 3`);
  expect(run.exitCode, run.stderr).toBe(0);
  const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
  expect(ended).toMatchObject({ status: 'failed', summary: "Exit code 3. It ended with: it's one; two" });
  const own = scenario.ownTurns();
  expect(own).toHaveLength(2);
  expect(textOf(own[0] as never)).toContain('The command was started in the background as');
  expect(textOf(own[1] as never)).toContain("It ended with: it's one; two");
  expect(scenario.workerTurns()).toHaveLength(0);
  const { stdout } = await scenario.outloop('check');
  expect(stdout).toMatch(
    /-command-\w{4} failed \(\d+s\): echo .*\n {2}it's one; two\n {2}All of it: reports\/.*command\.log/,
  );
});

test.skipIf(skipWithoutTmux())(
  'an idle session is woken by the end of its command; what is refused is said without a model',
  async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const session = await scenario.open();
    await session.submit('/outloop:run bash -c "sudo id"');
    await session.waitForScreen(/refused/);
    expect(scenario.ownTurns()).toHaveLength(0);
    await session.submit('/outloop:run until [ -e go ]; do sleep 0.1; done; echo ready');
    await scenario.waitForLine((line) => line.event === 'gate.told');
    await session.waitIdle();
    const before = scenario.ownTurns().length;
    await scenario.outloop('run', 'touch go');
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    const woken = scenario.ownTurns().slice(before);
    expect(woken).toHaveLength(1);
    expect(textOf(woken[0] as never)).toContain('Exit code 0. It ended with: ready');
  },
);
