import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isAlive, pollUntil } from '../../harness/processes.ts';
import type { SupervisedProject } from './supervised-project.ts';
import { superviseProject } from './supervised-project.ts';

const runScript = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'hooks/run.sh');

/** Whether a prompt starts node: a stand-in for node says so. */
function promptStartsNode({ project }: SupervisedProject): boolean {
  const node = join(project.home, 'fake-node');
  writeFileSync(node, '#!/bin/sh\necho started\n');
  chmodSync(node, 0o755);
  const env = project.env({ CLAUDE_PROJECT_DIR: project.dir, OUTLOOP_NODE: node });
  const run = spawnSync('sh', [runScript, 'prompt-submit'], { cwd: project.dir, env, input: '{}' });
  expect(String(run.stderr)).toBe('');
  return String(run.stdout) === 'started\n';
}

test.runIf(process.platform === 'linux')(
  'while a task works on, prompts cost a shell; what happens is seen at once',
  async () => {
    await using supervised = await superviseProject();
    const { project } = supervised;
    const settled = join(project.dir, 'reports/.outloop/settled');
    const isSettled = () => existsSync(settled) && !promptStartsNode(supervised);
    const first = await supervised.submit('until [ -e go ]; do sleep 0.1; done');
    await supervised.waitForLine(({ event }) => event === 'attempt.started');
    expect(await pollUntil(isSettled, 20_000)).toBe(true);

    const second = await supervised.submit('sleep 60');
    expect(promptStartsNode(supervised)).toBe(true);
    expect(await pollUntil(isSettled, 20_000)).toBe(true);

    // The end of a task is there for a prompt from the moment on that the journal has it.
    writeFileSync(join(project.dir, 'go'), '');
    await supervised.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === first);
    expect(promptStartsNode(supervised)).toBe(true);
    expect(await pollUntil(() => !existsSync(settled), 20_000)).toBe(true);
    await supervised.outloop('cancel', second);
    await supervised.waitForLine(({ event, task_id }) => event === 'task.ended' && task_id === second);
  },
);

test.runIf(process.platform === 'linux')(
  'a supervisor that is killed is missed at the next prompt',
  async () => {
    await using supervised = await superviseProject();
    const { project } = supervised;
    const id = await supervised.submit('sleep 60');
    const settled = join(project.dir, 'reports/.outloop/settled');
    expect(await pollUntil(() => existsSync(settled) && !promptStartsNode(supervised), 20_000)).toBe(true);
    const started = await supervised.waitForLine(({ event }) => event === 'supervisor.started');
    const { pid } = started.process as { pid: number };
    process.kill(pid, 'SIGKILL');
    expect(await pollUntil(async () => !(await isAlive(pid)), 20_000)).toBe(true);
    expect(existsSync(settled)).toBe(true);
    expect(promptStartsNode(supervised)).toBe(true);
    await supervised.outloop('cancel', id);
    await supervised.waitForLine(({ event }) => event === 'task.ended');
  },
);
