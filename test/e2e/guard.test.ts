import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGate } from '../harness/model-reply.ts';
import { toolResults } from '../harness/model-request.ts';
import { createScenario } from './scenario.ts';
import { isWorkerRequest, stepOf, workerScript } from './worker-script.ts';

describe('the guard of a worker', () => {
  for (const file of ['hooks/run.sh', 'dist/hooks/guard.cjs']) {
    test(`without ${file} every tool of the worker is denied`, async () => {
      const gate = createGate();
      await using scenario = await createScenario(
        workerScript(() => ({
          gate,
          tools: [
            { name: 'Read', input: { file_path: join(scenario.project.dir, 'README.md') } },
            {
              name: 'Write',
              input: { file_path: join(scenario.project.dir, 'written.txt'), content: 'x' },
            },
            { name: 'Bash', input: { command: 'touch touched', description: 'touch' } },
          ],
        })),
        { copiesPlugin: true },
      );
      await scenario.submit('coder', 'implement the export endpoint');
      await scenario.server.waitForRequest(isWorkerRequest);
      await rm(join(scenario.plugin, file));
      gate.release();

      const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 60_000);
      const answer = scenario.workerTurns().find((request) => stepOf(request) === 1);
      const results = toolResults(answer as never);
      expect(results).toHaveLength(3);
      for (const { isError, text } of results) {
        expect(isError).toBe(true);
        expect(text).toMatch(/^PreToolUse:\w+ hook error/);
      }
      expect(existsSync(join(scenario.project.dir, 'written.txt'))).toBe(false);
      expect(existsSync(join(scenario.project.dir, 'touched'))).toBe(false);
      expect(ended.status).toBe('failed');
      expect(ended.summary).toMatch(/denied/);
    });
  }

  test('lets ordinary work pass, and nothing outside the project or in the reports', async () => {
    await using scenario = await createScenario(
      workerScript(() => ({
        tools: [
          { name: 'Read', input: { file_path: join(scenario.project.dir, 'README.md') } },
          {
            name: 'Write',
            input: { file_path: join(scenario.project.dir, 'src/export.js'), content: 'export {};\n' },
          },
          { name: 'Bash', input: { command: 'node --version', description: 'look' } },
          { name: 'Read', input: { file_path: join(scenario.project.home, '.gitconfig') } },
          {
            name: 'Write',
            input: { file_path: join(scenario.project.dir, '.claude/settings.json'), content: '{}' },
          },
          {
            name: 'Write',
            input: { file_path: join(scenario.project.dir, 'reports/coordination.jsonl'), content: '' },
          },
        ],
      })),
    );
    await scenario.submit('coder', 'implement the export endpoint');
    const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 60_000);
    const answer = scenario.workerTurns().find((request) => stepOf(request) === 1);
    const denied = toolResults(answer as never).filter(({ isError }) => isError);
    expect(denied.map(({ id }) => id.slice(-1))).toEqual(['3', '4', '5']);
    for (const { text } of denied) expect(text).toMatch(/Outloop's guard: .*(outside|\.claude|reports)/);
    expect(ended.status).toBe('completed');
    expect(existsSync(join(scenario.project.dir, 'src/export.js'))).toBe(true);
    expect(existsSync(join(scenario.project.dir, '.claude/settings.json'))).toBe(false);
  });
});
