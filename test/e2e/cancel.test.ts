import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { isAlive, pollUntil } from '../harness/processes.ts';
import { createScenario } from './scenario.ts';
import { callTool, heldResult, stepOf, workerScript } from './worker-script.ts';

// A child in a session of its own, and one that ignores TERM; both outlive the shell that started them.
const CHILDREN = [
  'setsid sleep 300 >/dev/null 2>&1 & echo $! >> pids',
  '(trap "" TERM; while :; do sleep 300; done) >/dev/null 2>&1 & echo $! >> pids',
].join('\n');

describe('a cancelled task', () => {
  test('is ended only when nothing of its process tree is alive', async () => {
    await using scenario = await createScenario(
      workerScript(
        callTool('Bash', { command: CHILDREN, description: 'start children' }),
        heldResult(createGate()),
      ),
    );
    const id = await scenario.submit('coder', 'implement the export endpoint');
    await scenario.server.waitForRequest((request) => stepOf(request) === 1);
    // By their command lines: what a worker takes for a pid may be the one of its own namespace.
    const sleeping = await pollUntil(async () => {
      const seen = await scenario.workerProcesses();
      const sleepers = seen.filter(({ command }) => command === 'sleep 300');
      return sleepers.length === 2 && seen;
    }, 60_000);
    if (sleeping === undefined) throw new Error('the two children never came up');
    const tree = sleeping.map(({ pid }) => pid);

    const cancelled = await scenario.outloop('cancel', id.slice(-4));
    expect(cancelled.exitCode, cancelled.stderr).toBe(0);
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 60_000);
    const living = await Promise.all(tree.map(isAlive));
    expect(living).not.toContain(true);
    expect(await scenario.workerProcesses()).toEqual([]);
    expect(ended).toMatchObject({ task_id: id, status: 'cancelled' });
    const result = join(scenario.project.dir, `${ended.results_location}/result.json`);
    expect(JSON.parse(await readFile(result, 'utf8'))).toMatchObject({
      status: 'cancelled',
      containment: expect.stringContaining('no survivor found'),
    });
    const again = await scenario.outloop('cancel', id);
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('had ended already') });
  });

  test('that never started ends at once, and its session hears of it', async () => {
    await using scenario = await createScenario(workerScript(heldResult(createGate())));
    const first = await scenario.submit('coder', 'implement the export endpoint');
    const second = await scenario.submit('tester', 'write tests for the export endpoint');
    await scenario.waitForLine((line) => line.event === 'attempt.started' && line.task_id === first);
    expect((await scenario.outloop('status', second)).stdout).toContain(first.slice(-4));
    await scenario.outloop('cancel', second);
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
    expect(ended).toMatchObject({ task_id: second, status: 'cancelled' });
    expect(await scenario.events('attempt.started')).toHaveLength(1);
    const wait = await scenario.outloop('wait', second);
    expect(wait.exitCode).toBe(130);
    expect(await pollUntil(async () => (await scenario.workerProcesses()).length > 0, 60_000)).toBe(true);
  });
});
