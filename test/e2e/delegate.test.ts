import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTurn, textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario, isWorkerRequest, simpleWorker } from './scenario.ts';

const TASK = 'analyze the error handling of the importer';

describe('one delegation, start to end', () => {
  test('a one-shot session is held until its task has ended, and gets the result in one continuation', async () => {
    await using scenario = await createScenario(simpleWorker());
    const run = await scenario.print(`/outloop:background researcher "${TASK}"`);

    expect(run.exitCode, run.stderr).toBe(0);
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(ended).toMatchObject({ status: 'completed', summary: 'The importer swallows two errors.' });
    const report = await readFile(join(scenario.project.dir, `${ended.results_location}/report.md`), 'utf8');
    expect(report).toContain('The importer swallows two errors.');
    // Two turns of the session: the delegation, and one continuation with the result. One of the worker.
    const turns = scenario.server.requests.filter(isTurn);
    const own = turns.filter((request) => !isWorkerRequest(request));
    expect(own).toHaveLength(2);
    expect(textOf(own[0] as never)).toContain('was delegated as');
    expect(textOf(own[1] as never)).toContain('The importer swallows two errors.');
    expect(turns.filter(isWorkerRequest)).toHaveLength(1);
  });

  test.skipIf(skipWithoutTmux())('an idle session is woken once, and shows the result', async () => {
    await using scenario = await createScenario(simpleWorker());
    const session = await scenario.open();
    await session.submit(`/outloop:background researcher "${TASK}"`);
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    const heard = await scenario.waitForLine((line) => line.event === 'notice.heard');
    expect(heard).toMatchObject({ task_ids: [ended.task_id] });
    await session.waitIdle();
    const told = scenario.server.requests.filter(
      (request) =>
        isTurn(request) &&
        !isWorkerRequest(request) &&
        textOf(request).includes(`[outloop:${ended.task_id}]`),
    );
    expect(told.length).toBeGreaterThan(0);
    expect((await scenario.journal()).filter((line) => line.event === 'notice.heard')).toHaveLength(1);
  });
});
