import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { createScenario } from './scenario.ts';
import { callTool, heldResult, workerScript } from './worker-script.ts';

test('a task that runs out of time is ended, says so, and keeps what it did', async () => {
  await using scenario = await createScenario(
    workerScript(
      () => callTool('Read', { file_path: join(scenario.project.dir, 'README.md') }),
      heldResult(createGate()),
    ),
  );
  await scenario.submit('researcher', 'analyze the error handling of the importer', '--timeout', '10s');
  const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 60_000);
  expect(ended.status).toBe('timed_out');
  expect(ended.summary).toMatch(/time limit of 10 ?s/);
  expect(await scenario.workerProcesses()).toEqual([]);

  const read = (name: string) =>
    readFile(join(scenario.project.dir, String(ended.results_location), name), 'utf8');
  expect(await read('transcript.jsonl')).toContain('I use Read.');
  expect(await read('researcher_progress.md')).toContain('README.md');
  expect(await read('output.log')).toMatch(/\[TIMEOUT\] \d{4}-/);
  const report = await read('report.md');
  expect(report).toContain('README.md');
  expect(report).toMatch(/--timeout/);
  expect((await scenario.outloop('wait', String(ended.task_id))).exitCode).toBe(124);
});
