import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { textOf } from '../harness/model-request.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, workerScript } from './worker-script.ts';

describe('a starting session', () => {
  test('is told what is open in the words of the coordination log, then a line for each task', async () => {
    await using scenario = await createScenario(workerScript(heldResult(createGate())));
    const ids = [
      await scenario.submit('coder', 'implement the export endpoint'),
      await scenario.submit('tester', 'write tests for the export endpoint'),
    ];
    await scenario.server.waitForRequest(isWorkerRequest);
    const run = await scenario.print('hello');
    expect(run.exitCode, run.stderr).toBe(0);
    // Both are somebody else's: they are shown, and the session is not held for them.
    expect(scenario.ownTurns()).toHaveLength(1);
    const told = textOf(scenario.ownTurns()[0] as never);
    expect(told).toMatch(
      new RegExp(
        `SessionStart hook additional context: Background Tasks: 2 active \\(coder, tester\\)\\n` +
          `- ${ids[0]} \\(\\d+ ?s\\): .+\\n- ${ids[1]} \\(\\d+ ?s\\): .+`,
      ),
    );
    expect(await scenario.events('task.ended')).toHaveLength(0);
  });

  test('with nothing open and nothing unheard is told nothing at all', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const run = await scenario.print('hello');
    const hooks = run.events.filter((event) => event.subtype === 'hook_response');
    expect(hooks).toMatchObject([{ hook_event: 'SessionStart', exit_code: 0, output: '' }]);
    const [turn] = scenario.ownTurns();
    for (const words of ['additional context', 'Background Tasks']) {
      expect(textOf(turn as never).includes(words), words).toBe(false);
    }
    expect(await scenario.journal()).toEqual([]);
  });
});
