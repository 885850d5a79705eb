import { expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { lastUserText, textOf } from '../harness/model-request.ts';
import { createScenario } from './scenario.ts';
import { callTool, heldResult, isWorkerRequest, stepOf, workerScript } from './worker-script.ts';

test('status, logs and cancel answer the person without a model call, by any part of the id', async () => {
  await using scenario = await createScenario(
    workerScript(callTool('Glob', { pattern: '**/*.js' }), heldResult(createGate())),
  );
  const run = scenario.start('/outloop:background researcher "analyze the error handling of the importer"', {
    input: 'stream-json',
  });
  await run.waitForEvent((event) => event.type === 'result');
  await scenario.server.waitForRequest((request) => isWorkerRequest(request) && stepOf(request) === 1);
  const id = String((await scenario.events('task.submitted'))[0]?.task_id);
  const short = id.slice(-4);
  const turns = scenario.ownTurns().length;
  let from = run.events.findIndex((event) => event.type === 'result') + 1;
  const answerTo = async (command: string): Promise<string> => {
    run.send(command);
    const result = await run.waitForEvent((event) => event.type === 'result', 30_000, from);
    from = run.events.indexOf(result) + 1;
    expect(result.num_turns, command).toBe(0);
    return String(result.result);
  };

  const status = await answerTo('/outloop:status');
  expect(status).toContain('1 open, 0 ended');
  expect(status).toMatch(new RegExp(`${short} .*researcher .*running`));
  for (const line of status.split('\n').slice(1)) expect([...line].length).toBeLessThanOrEqual(80);
  expect(await answerTo(`/outloop:status ${short}`)).toContain(id);
  expect(await answerTo(`/outloop:logs ${short}`)).toMatch(/\[START\].*\n.*Task: analyze the error handling/);
  expect(await answerTo(`/outloop:result ${short}`)).toContain('has not ended');
  expect(await answerTo('/outloop:status nosuchtask')).toContain('nosuchtask');
  expect(await answerTo(`/outloop:cancel ${short}`)).toContain(`Cancelling ${id}`);
  await scenario.waitForLine((line) => line.event === 'task.ended');
  expect(await answerTo('/outloop:status')).toContain('0 open, 1 ended');
  expect(scenario.ownTurns()).toHaveLength(turns);

  run.send(`/outloop:result ${short}`);
  await run.waitForEvent((event) => event.type === 'result', 30_000, from);
  const [shown] = scenario.ownTurns().slice(turns);
  expect(lastUserText(shown as never)).toContain('/outloop:result');
  expect(textOf(shown as never)).toContain('<background-report>');
  expect(textOf(shown as never)).toMatch(/Cancelled/i);
  run.endInput();
  await run.done;
});
