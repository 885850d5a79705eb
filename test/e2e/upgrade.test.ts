import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { isAlive, pollUntil } from '../harness/processes.ts';
import type { TestProject } from '../harness/project.ts';
import { runOutloop } from '../harness/run-outloop.ts';
import { copyPlugin, createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';

/** A copy of the plugin that calls itself version 0.0.1: what an update has left running. */
async function olderPlugin(project: TestProject): Promise<string> {
  const folder = await copyPlugin(project);
  const supervisor = join(folder, 'dist/bin/supervisor.cjs');
  const text = await readFile(supervisor, 'utf8');
  const older = text.replaceAll(/VERSION ?= ?"[0-9.]+"/g, 'VERSION="0.0.1"');
  expect(older).not.toBe(text);
  await writeFile(supervisor, older);
  return folder;
}

test('a newer hook asks an older supervisor to drain; its worker goes on and ends under the new one', async () => {
  const gate = createGate();
  await using scenario = await createScenario(workerScript(heldResult(gate)));
  const { exitCode, stderr } = await runOutloop(scenario.project, ['submit', 'researcher', TASK], {
    plugin: await olderPlugin(scenario.project),
    env: { OUTLOOP_CLAUDE: scenario.client },
  });
  expect(exitCode, stderr).toBe(0);
  await scenario.server.waitForRequest(isWorkerRequest, 30_000);
  const oldPid = await scenario.supervisorPid();

  const second = await scenario.submit('reviewer', 'review the error handling of the importer');
  await scenario.waitForLine((line) => line.event === 'supervisor.started' && line.epoch === 2);
  expect(await pollUntil(async () => !(await isAlive(oldPid)), 60_000)).toBe(true);
  gate.release();
  const started = await scenario.events('supervisor.started');
  expect(started.map(({ version }) => version)).toEqual(['0.0.1', expect.not.stringMatching('0.0.1')]);
  await scenario.waitForLine((line) => line.event === 'task.ended' && line.task_id === second);
  const ended = await pollUntil(async () => {
    const lines = await scenario.events('task.ended');
    return lines.length === 2 && lines;
  }, 60_000);
  expect(ended?.map(({ status }) => status)).toEqual(['completed', 'completed']);
  // Each task was started once: the first worker was adopted, not run again.
  expect(await scenario.events('attempt.started')).toHaveLength(2);
});
