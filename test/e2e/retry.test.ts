import { expect, test } from 'vitest';
import { textOf } from '../harness/model-request.ts';
import { createScenario } from './scenario.ts';
import { resultReply, WORK_RESULT, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';

test('a worker that ended with a question is answered in a copy of its session', async () => {
  const blocked = {
    ...WORK_RESULT,
    status: 'blocked',
    summary: 'Two importers fit.',
    issues: ['Which importer is meant, csv or xml?'],
  };
  await using scenario = await createScenario((request) => {
    if (!textOf(request).includes('CONTEXT PRIME')) return { text: 'ok' };
    return resultReply(request, textOf(request).includes('the xml one') ? WORK_RESULT : blocked);
  });
  const id = await scenario.submit('researcher', TASK, '--model', 'sonnet');
  await scenario.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === id);
  const first = await scenario.waitForLine(({ event }) => event === 'attempt.started');

  const answered = await scenario.outloop('answer', id, 'the xml one', '--json');
  expect(answered.exitCode, answered.stdout + answered.stderr).toBe(0);
  const { task_id: next } = JSON.parse(answered.stdout) as { task_id: string };
  const ended = await scenario.waitForLine(
    ({ event, task_id }) => event === 'task.ended' && task_id === next,
  );
  expect(ended).toMatchObject({ status: 'completed', summary: WORK_RESULT.summary });
  const opened = (await scenario.events('task.submitted')).at(-1);
  expect(opened).toMatchObject({
    task_id: next,
    retry_of: id,
    options: { model: 'sonnet', answer: { session_id: first.worker_session_id, text: 'the xml one' } },
  });
  // The worker goes on in what it had said before, in a session of its own.
  const asked = textOf(scenario.workerTurns().at(-1) as never);
  expect(asked).toContain('THE ANSWER to what you asked');
  expect(asked).toContain('Which importer is meant');
  expect(
    scenario
      .workerTurns()
      .at(-1)
      ?.messages.some(({ role }) => role === 'assistant'),
  ).toBe(true);
  const started = (await scenario.events('attempt.started')).at(-1);
  expect(started?.worker_session_id).not.toBe(first.worker_session_id);
  expect((await scenario.outloop('show', id)).stdout).toContain(`Retried by  ${next}`);
});

test('where an agent fails, the one that was named takes over, is told why, and those who waited wait for it', async () => {
  const failed = {
    ...WORK_RESULT,
    status: 'failed',
    summary: 'The tests do not start.',
    issues: ['No runner.'],
  };
  await using scenario = await createScenario(
    workerScript((request) =>
      resultReply(request, textOf(request).includes('The researcher agent works') ? failed : WORK_RESULT),
    ),
  );
  await scenario.outloop('pause');
  const id = await scenario.submit('researcher', TASK, '--on-failure', 'agent:reviewer');
  const behind = await scenario.submit('--command', 'cat "$OUTLOOP_AFTER_REPORTS"', '--after', id);
  await scenario.outloop('resume');
  const heir = await scenario.waitForLine(
    ({ event, retry_of }) => event === 'task.submitted' && retry_of === id,
  );
  expect(heir).toMatchObject({ delegated_agent: 'reviewer', task_description: TASK });
  expect(heir.options).not.toHaveProperty('on_failure');
  const ends = await Promise.all(
    [id, String(heir.task_id), behind].map((one) =>
      scenario.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === one, 60_000),
    ),
  );
  expect(ends.map(({ status }) => status)).toEqual(['failed', 'completed', 'completed']);
  expect(ends[0]?.summary).toContain('The reviewer takes over.');
  const told = textOf(scenario.workerTurns().at(-1) as never);
  expect(told).toContain('THIS TASK WAS TRIED BEFORE');
  expect(told).toContain('The tests do not start.');
  expect(told).toContain('issue: No runner.');
  // The lines of the successor stand before the end, so that nobody ever saw the one without the other.
  const lines = (await scenario.journal()).filter(({ task_id }) =>
    [id, heir.task_id, behind].includes(String(task_id)),
  );
  const at = (event: string, task: string) =>
    lines.findIndex((line) => line.event === event && line.task_id === task);
  expect(at('dependency.moved', behind)).toBeGreaterThan(at('task.submitted', String(heir.task_id)));
  expect(at('task.ended', id)).toBe(at('dependency.moved', behind) + 1);
});

test('in a session, a task is tried again and answered by one command each, with one short answer of the model', async () => {
  const blocked = { ...WORK_RESULT, status: 'blocked', summary: 'Two importers fit.' };
  await using scenario = await createScenario((request) => {
    if (!textOf(request).includes('CONTEXT PRIME')) return { text: 'ok' };
    return resultReply(request, textOf(request).includes('the "xml" one') ? WORK_RESULT : blocked);
  });
  const id = await scenario.submit('researcher', TASK);
  await scenario.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === id);

  const retried = await scenario.print(`/outloop:retry ${id.slice(-4)} --take-over --timeout 1h`);
  expect(retried.exitCode, retried.stderr).toBe(0);
  const again = (await scenario.events('task.submitted')).at(-1);
  expect(again).toMatchObject({ retry_of: id, options: { timeout_ms: 3_600_000 } });
  expect(textOf(scenario.ownTurns()[0] as never)).toContain(`Task ${id} is tried again as a new one.`);
  expect(textOf(scenario.ownTurns().at(-1) as never)).toContain('Two importers fit.');

  const answered = await scenario.print(`/outloop:answer ${String(again?.task_id)} "the "xml" one"`);
  expect(answered.exitCode, answered.stderr).toBe(0);
  expect((await scenario.events('task.submitted')).at(-1)).toMatchObject({
    retry_of: again?.task_id,
    options: { answer: { text: 'the "xml" one' } },
  });
  expect(textOf(scenario.ownTurns().at(-1) as never)).toContain(WORK_RESULT.summary);

  const turns = scenario.ownTurns().length;
  for (const [typed, words] of [
    ['/outloop:retry zzzz', 'No task is named by'],
    ['/outloop:retry', 'Which task?'],
    [`/outloop:answer ${id.slice(-4)}`, 'There is no answer.'],
  ] as const) {
    expect((await scenario.print(typed)).stdout, typed).toContain(words);
  }
  expect(scenario.ownTurns()).toHaveLength(turns);
});
