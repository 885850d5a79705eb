import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { lastUserText } from '../harness/model-request.ts';
import { isAlive, pollUntil } from '../harness/processes.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { callTool, heldResult, isWorkerRequest, stepOf, workerScript } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';

describe('after a kill -9', () => {
  test('of the supervisor, the next command line call starts another, which adopts the worker', async () => {
    const gate = createGate();
    await using scenario = await createScenario(
      workerScript(
        readFirst(() => scenario),
        heldResult(gate),
      ),
    );
    const id = await scenario.submit('researcher', TASK);
    await scenario.server.waitForRequest((request) => isWorkerRequest(request) && stepOf(request) === 1);
    const workers = (await scenario.workerProcesses()).map(({ pid }) => pid);
    await killSupervisor(scenario);
    expect(await Promise.all(workers.map(isAlive))).not.toContain(false);

    const waiting = scenario.outloop('wait', id);
    await expect.poll(() => scenario.events('supervisor.started'), { timeout: 60_000 }).toHaveLength(2);
    gate.release();
    expect(await waiting).toMatchObject({ exitCode: 0 });
    await expectWholeTranscript(scenario);
    expect(await scenario.events('attempt.started')).toHaveLength(1);
  });

  test('of the supervisor while nobody looks, an ended worker is found and its result kept', async () => {
    const gate = createGate();
    await using scenario = await createScenario(
      workerScript(
        readFirst(() => scenario),
        heldResult(gate),
      ),
    );
    await scenario.submit('researcher', TASK);
    await scenario.server.waitForRequest((request) => isWorkerRequest(request) && stepOf(request) === 1);
    await killSupervisor(scenario);
    gate.release();
    const gone = async () => (await scenario.workerProcesses()).length === 0;
    expect(await pollUntil(gone, 60_000)).toBe(true);
    expect(await scenario.events('task.ended')).toHaveLength(0);

    // A session of somebody else: its start sees open work that nobody watches.
    await scenario.print('hello');
    await scenario.waitForLine((line) => line.event === 'task.ended');
    await expectWholeTranscript(scenario);
  });

  test('of the supervisor, the held stop of a one-shot session starts another', async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const run = scenario.start(`/outloop:background researcher "${TASK}"`);
    await scenario.server.waitForRequest(isWorkerRequest);
    await scenario.server.waitForRequest(() => scenario.ownTurns()[0]?.state === 'answered');
    await killSupervisor(scenario);
    await expect.poll(() => scenario.events('supervisor.started'), { timeout: 60_000 }).toHaveLength(2);
    gate.release();
    expect((await run.done).exitCode).toBe(0);
    expect(lastUserText(scenario.ownTurns()[1] as never)).toContain('The importer swallows two errors.');
  });

  test('of the worker, its task is lost, nothing it started survives, and the report says what to do', async () => {
    const child = callTool('Bash', { command: 'setsid sleep 300 >/dev/null 2>&1 &', description: 'start' });
    await using scenario = await createScenario(
      workerScript(
        readFirst(() => scenario),
        child,
        heldResult(createGate()),
      ),
    );
    await scenario.submit('coder', 'implement the export endpoint');
    await scenario.server.waitForRequest((request) => isWorkerRequest(request) && stepOf(request) === 2);
    const pidOf = async (start: string) =>
      (await scenario.workerProcesses()).find(({ command }) => command.startsWith(start))?.pid;
    // The shell that started it may have ended before it has become what it is to be.
    expect(await pollUntil(() => pidOf('sleep 300'), 60_000)).toBeGreaterThan(0);
    process.kill((await pidOf(scenario.client)) ?? 0, 'SIGKILL');
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(await scenario.workerProcesses()).toEqual([]);
    expect(ended.status).toBe('lost');
    expect(ended.summary).toMatch(/SIGKILL/);
    const report = join(scenario.project.dir, `${ended.results_location}/report.md`);
    const text = await readFile(report, 'utf8');
    expect(text).toContain('README.md');
    expect(text).toMatch(/Submit the task again, or resume its session/);
  });
});

/** A worker's first step: it reads a file, so that there is something to find in its transcript. */
function readFirst(scenario: () => Scenario) {
  return () => callTool('Read', { file_path: join(scenario().project.dir, 'README.md') });
}

async function killSupervisor(scenario: Scenario): Promise<void> {
  const pid = await scenario.supervisorPid();
  process.kill(pid, 'SIGKILL');
  expect(await pollUntil(async () => !(await isAlive(pid)), 60_000)).toBe(true);
}

/** Every line of the worker's stream stands in the transcript once, and the task has ended once, as completed. */
async function expectWholeTranscript(scenario: Scenario): Promise<void> {
  expect(await scenario.events('task.ended')).toMatchObject([{ status: 'completed' }]);
  const lines = ((await transcript(scenario, 'completed')) ?? '').trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { uuid?: string; type: string; subtype?: string });
  const ids = events.map((event) => event.uuid).filter((id) => id !== undefined);
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  const kinds = events.map((event) => event.type);
  expect(kinds.filter((type) => type === 'result')).toHaveLength(1);
  expect(events.filter((event) => event.subtype === 'init')).toHaveLength(1);
  expect(kinds.filter((type) => type === 'user').length).toBeGreaterThanOrEqual(1);
}

async function transcript(scenario: Scenario, state: 'active' | 'completed'): Promise<string | null> {
  const [submitted] = await scenario.events('task.submitted');
  const path = `reports/background/${state}/${submitted?.task_id}/transcript.jsonl`;
  return readFile(join(scenario.project.dir, path), 'utf8').catch(() => null);
}
