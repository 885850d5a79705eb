import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { lastUserText, sinceLastAnswer, textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { handIn, subagentScript } from './subagent-script.ts';
import { WORK_RESULT } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';
const LONG = { ...WORK_RESULT, handoff: 'The importer in detail. '.repeat(400) };

describe('a task inside a one-shot session', () => {
  test('gets its prime by the hook, ends with a report, and says one short message to the session', async () => {
    await using scenario = await createScenario(subagentScript({ work: () => handIn(LONG) }));
    const outcome = await scenario.print(`/outloop:background researcher "${TASK}" --in-session`);
    expect(outcome.exitCode, outcome.stderr).toBe(0);

    const [submitted] = await scenario.events('task.submitted');
    expect(submitted).toMatchObject({ runner: 'subagent', credentials: [] });
    expect(await scenario.events('attempt.started')).toHaveLength(1);
    expect(await scenario.events('attempt.tied')).toHaveLength(1);
    const [ended] = await scenario.events('task.ended');
    expect(ended).toMatchObject({ status: 'completed', summary: WORK_RESULT.summary });
    expect(await scenario.events('notice.heard')).toMatchObject([{ by: 'monitor' }]);

    const report = await readFile(
      join(scenario.project.dir, String(ended?.results_location), 'report.md'),
      'utf8',
    );
    expect(report).toContain('Read src/importer.ts');
    expectPrimaryClean(scenario);
    // The command, the answer after the call, the answer to the end.
    expect(scenario.ownTurns()).toHaveLength(3);
    expect((await scenario.outloop('verify')).exitCode).toBe(0);
  });

  test('is refused with what it cannot be promised, and without a model call', async () => {
    await using scenario = await createScenario(subagentScript());
    const outcome = await scenario.print(`/outloop:background researcher "${TASK}" --in-session --budget 2`);
    expect(outcome.stdout).toContain('--budget cannot be kept with --in-session');
    expect(scenario.server.requests.filter(({ kind }) => kind === 'turn')).toHaveLength(0);
    expect(await scenario.journal()).toHaveLength(0);
  });

  test('that the model never starts is asked for once more, and then ends as failed', async () => {
    await using scenario = await createScenario(subagentScript({ session: () => ({ text: 'no' }) }));
    await scenario.print(`/outloop:background researcher "${TASK}" --in-session`);
    expect(await scenario.events('task.ended')).toMatchObject([{ status: 'failed' }]);
    expect(await scenario.events('notice.heard')).toHaveLength(1);
    expect(scenario.ownTurns()).toHaveLength(3);
  });

  test('in the foreground gives the session no more than the short message', async () => {
    await using scenario = await createScenario(
      subagentScript({
        work: () => handIn(LONG),
        handback: () => ({ text: 'I would rather tell everything. '.repeat(100) }),
        session: (request) => {
          const call = /prompt "(\[outloop:[^"]+)"/.exec(sinceLastAnswer(request))?.[1];
          if (call === undefined) return undefined;
          const input = {
            subagent_type: 'outloop:researcher',
            description: 'x',
            prompt: call,
            run_in_background: false,
          };
          return { tools: [{ name: 'Agent', input }] };
        },
      }),
    );
    await scenario.print(`/outloop:background researcher "${TASK}" --in-session`);
    expect(await scenario.events('task.ended')).toMatchObject([{ status: 'completed' }]);
    expect(await scenario.events('notice.heard')).toMatchObject([{ by: 'result' }]);
    const last = textOf(scenario.ownTurns().at(-1) as ModelRequest);
    expect(last).toContain(WORK_RESULT.summary);
    expect(last).not.toContain('I would rather tell everything');
  });
});

describe.skipIf(skipWithoutTmux())('a task inside an attended session', () => {
  test('leaves the session free, and its end is a turn of its own', async () => {
    const gate = createGate();
    await using scenario = await createScenario(subagentScript({ work: () => ({ ...handIn(LONG), gate }) }));
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}" --in-session`);
    await scenario.waitForLine((line) => line.event === 'attempt.tied');
    await session.waitIdle();
    const before = scenario.ownTurns().length;
    await session.submit('hello');
    await scenario.server.waitForRequest((request) => lastUserText(request).endsWith('hello'));
    await session.waitIdle();
    expect(scenario.ownTurns()).toHaveLength(before + 1);
    gate.release();
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    expect(scenario.ownTurns()).toHaveLength(before + 2);
    expectPrimaryClean(scenario);
  });

  test('that is cancelled is stopped by the client, and ends as cancelled', async () => {
    const gate = createGate();
    await using scenario = await createScenario(
      subagentScript({
        work: () => ({ ...handIn(), gate }),
        session: (request) => {
          const id = /TaskStop tool with task_id "([^"]+)"/.exec(sinceLastAnswer(request))?.[1];
          return id === undefined ? undefined : { tools: [{ name: 'TaskStop', input: { task_id: id } }] };
        },
      }),
    );
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}" --in-session`);
    const tied = await scenario.waitForLine((line) => line.event === 'attempt.tied');
    await session.waitIdle();
    await session.submit(`/outloop:cancel ${String(tied.task_id)}`);
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(ended).toMatchObject({ status: 'cancelled' });
    await session.waitIdle();
    gate.release();
  });

  test('that is killed with its session ends as lost, without another session', async () => {
    const gate = createGate();
    await using scenario = await createScenario(subagentScript({ work: () => ({ ...handIn(), gate }) }));
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}" --in-session`);
    await scenario.waitForLine((line) => line.event === 'attempt.tied');
    session.kill('SIGKILL');
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(ended).toMatchObject({ status: 'lost' });
    gate.release();
  });
});

/** The prime, the work and the whole result of a subagent never reach the conversation that asked for it. */
function expectPrimaryClean(scenario: Scenario): void {
  for (const request of scenario.ownTurns()) {
    const text = textOf(request);
    expect(text).not.toContain('CONTEXT PRIME');
    expect(text).not.toContain('The importer in detail.');
    const result = /<result>([\s\S]*?)<\/result>/.exec(text)?.[1] ?? '';
    expect(result.length).toBeLessThanOrEqual(600);
  }
}
