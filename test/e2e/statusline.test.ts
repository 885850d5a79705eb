import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { writeFiles } from '../harness/project.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, workerScript } from './worker-script.ts';

test.skipIf(skipWithoutTmux())(
  'the status line of a session shows its open tasks, and nothing without any',
  async () => {
    const gate = createGate();
    await using scenario = await createScenario(workerScript(heldResult(gate)));
    const command = `${join(scenario.plugin, 'bin/outloop')} statusline`;
    await writeFiles(scenario.project.home, {
      '.claude/settings.json': JSON.stringify({ statusLine: { type: 'command', command } }),
    });
    const session = await scenario.open();
    await session.submit('/outloop:background researcher "analyze the error handling of the importer"');
    await scenario.server.waitForRequest(isWorkerRequest);
    await session.waitForScreen(/1 bg · researcher \d+s/);
    gate.release();
    await scenario.waitForLine((line) => line.event === 'notice.heard');
    await session.waitIdle();
    await session.submit('hello');
    await session.waitIdle();
    await expect.poll(() => session.screen(), { timeout: 15_000 }).not.toContain('1 bg');
  },
);
