import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { lastUserText, textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario } from './scenario.ts';
import { heldResult, resultReply, simpleWorker, WORK_RESULT, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';
const SUMMARY = 'The importer swallows two errors.';

describe('one delegation, start to end', () => {
  test('a one-shot session gets the result of its task in one continuation', async () => {
    await using scenario = await createScenario(simpleWorker());
    const run = await scenario.print(`/outloop:background researcher "${TASK}"`);

    expect(run.exitCode, run.stderr).toBe(0);
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(ended).toMatchObject({ status: 'completed', summary: SUMMARY });
    const report = await readFile(join(scenario.project.dir, `${ended.results_location}/report.md`), 'utf8');
    expect(report).toContain(SUMMARY);
    const own = scenario.ownTurns();
    expect(own).toHaveLength(2);
    expect(textOf(own[0] as never)).toContain('was delegated as');
    expect(textOf(own[1] as never)).toContain(SUMMARY);
    expect(scenario.workerTurns()).toHaveLength(1);
  });

  test.skipIf(skipWithoutTmux())(
    'an idle session is woken once by the end of its task, and shows the report when asked',
    async () => {
      const gate = createGate();
      await using scenario = await createScenario(workerScript(heldResult(gate)));
      const session = await scenario.open();
      await session.submit(`/outloop:background researcher "${TASK}"`);
      await scenario.waitForLine((line) => line.event === 'gate.told');
      await scenario.server.waitForRequest((request) => scenario.workerTurns().includes(request));
      await session.waitIdle();
      const before = scenario.ownTurns().length;

      gate.release();
      const heard = await scenario.waitForLine((line) => line.event === 'notice.heard');
      await session.waitIdle();
      const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
      expect(heard).toMatchObject({ task_ids: [ended.task_id], by: 'monitor' });
      // A command that needs no model passes every hook of a prompt: nothing may be offered again.
      await session.submit('/outloop:status');
      await session.waitForScreen(/1 ended/);
      const woken = scenario.ownTurns().slice(before);
      expect(woken).toHaveLength(1);
      expect(textOf(woken[0] as never)).toContain(`[outloop:${ended.task_id}]`);
      expect(await scenario.events('notice.heard')).toHaveLength(1);

      scenario.server.setScript(() => ({ text: 'It swallows two errors, says the report.' }));
      await session.submit('/outloop:result');
      await session.waitForScreen(/says the report/);
      const shown = scenario.ownTurns().slice(before + 1);
      expect(shown).toHaveLength(1);
      expect(textOf(shown[0] as never)).toContain('<background-report>');
      expect(textOf(shown[0] as never)).toContain('Handle the read error');
    },
  );

  test.skipIf(skipWithoutTmux())('each of two tasks wakes an idle session once', async () => {
    const gates = { importer: createGate(), exporter: createGate() };
    await using scenario = await createScenario(
      workerScript((request) => {
        const name = textOf(request).includes('exporter') ? 'exporter' : 'importer';
        const result = { ...WORK_RESULT, summary: `The ${name} is sound.` };
        return { ...resultReply(request, result), gate: gates[name] };
      }),
    );
    const session = await scenario.open();
    for (const name of ['importer', 'exporter']) {
      await session.submit(`/outloop:background researcher "analyze the error handling of the ${name}"`);
      await scenario.waitForLine(
        (line) => line.event === 'task.submitted' && String(line.task_description).endsWith(name),
      );
      await session.waitIdle();
    }
    await scenario.server.waitForRequest(() => scenario.workerTurns().length === 2);

    for (const name of ['exporter', 'importer'] as const) {
      const before = scenario.ownTurns().length;
      const heardBefore = (await scenario.events('notice.heard')).length;
      gates[name].release();
      await scenario.waitForLine(
        (line) => line.event === 'task.ended' && line.summary === `The ${name} is sound.`,
      );
      await expect
        .poll(async () => (await scenario.events('notice.heard')).length, { timeout: 60_000 })
        .toBe(heardBefore + 1);
      await session.waitIdle();
      const woken = scenario.ownTurns().slice(before);
      expect(woken).toHaveLength(1);
      expect(lastUserText(woken[0] as never)).toContain(`The ${name} is sound.`);
    }
  });
});
