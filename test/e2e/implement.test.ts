import { expect, test } from 'vitest';
import { textOf } from '../harness/model-request.ts';
import { createScenario } from './scenario.ts';
import { simpleWorker } from './worker-script.ts';

test('implement hands the work to a coder, a reviewer and a tester, and its end comes once', async () => {
  await using scenario = await createScenario(simpleWorker());
  await scenario.project.write('src/importer.js', 'export const changed = true;\n');
  const run = await scenario.print(
    `/outloop:implement "fix the importer's parser and keep \\"quotes\\" as they are" --timeout 5m`,
  );
  expect(run.exitCode, run.stderr).toBe(0);
  const submitted = await scenario.events('task.submitted');
  expect(submitted.map((line) => line.delegated_agent)).toEqual(['coder', 'reviewer', 'tester']);
  const started = await scenario.events('attempt.started');
  expect(started.map((line) => line.task_id)).toEqual(submitted.map((line) => line.task_id));
  expect((await scenario.events('task.ended')).map((line) => line.status)).toEqual(
    Array(3).fill('completed'),
  );

  const own = scenario.ownTurns();
  expect(own).toHaveLength(2);
  expect(textOf(own[0] as never)).toMatch(
    /Delegated as coder \S+, then reviewer \S+, then tester \S+, each after/,
  );
  for (const { task_id } of submitted) expect(textOf(own[1] as never)).toContain(`[outloop:${task_id}]`);
  expect(textOf(own[1] as never)).toMatch(/Joined report of those submitted together: \S+-implement-\w+\.md/);
  const reviewer = scenario
    .workerTurns()
    .find((turn) => textOf(turn).includes('BACKGROUND TASK: review what was done'));
  expect(textOf(reviewer as never)).toMatch(
    /THE CHANGES TO REVIEW, what is not committed:\n\| \S+changes\.diff holds/,
  );
});

test('review starts a reviewer; what cannot be reviewed is said, and track shows a page, without a model call', async () => {
  await using scenario = await createScenario(simpleWorker());
  const session = scenario.start('/outloop:review src', { input: 'stream-json' });
  await session.waitForEvent((event) => event.type === 'result');
  await scenario.waitForLine((line) => line.event === 'task.ended');
  const turns = scenario.ownTurns().length;
  let from = session.events.findIndex((event) => event.type === 'result') + 1;
  const answerTo = async (command: string): Promise<string> => {
    session.send(command);
    const result = await session.waitForEvent((event) => event.type === 'result', 30_000, from);
    from = session.events.indexOf(result) + 1;
    expect(result.num_turns, command).toBe(0);
    return String(result.result);
  };
  const page = await answerTo('/outloop:track');
  expect(page).toMatch(
    /Under way: nothing\n\nNext: nothing\n\nEnded\n {2}\w{4} {2}reviewer, completed \(\d+s/,
  );
  expect(page).toContain('        review the code in src\n        The importer swallows two errors.');
  expect(await answerTo('/outloop:review no-such-branch; touch x')).toContain(
    'There is no file, folder or branch',
  );
  expect(await answerTo('/outloop:implement')).toContain('There is no task.');
  expect(scenario.ownTurns()).toHaveLength(turns);
  session.endInput();
  await session.done;
});
