import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTurn, toolResults } from '../harness/model-request.ts';
import { createScenario, pluginRoot } from './scenario.ts';
import { callTool, simpleWorker, stepOf, workerScript } from './worker-script.ts';

describe('a worker whose model tries to delegate', () => {
  for (const [what, agent, task, calls] of [
    [
      'by the tools of the client',
      'orchestrator',
      'coordinate the review of the importer',
      [
        callTool('Agent', { description: 'help', prompt: 'do it', subagent_type: 'general-purpose' }),
        callTool('Task', { description: 'help', prompt: 'do it', subagent_type: 'general-purpose' }),
        callTool('Skill', { skill: 'outloop:background', args: 'coder "implement the export endpoint"' }),
      ],
    ],
    [
      'by the shell',
      'coder',
      'implement the export endpoint',
      [
        callTool('Bash', { command: 'claude -p hello', description: 'ask' }),
        callTool('Bash', { command: 'cd src && echo "hello" | claude -p', description: 'ask' }),
        callTool('Bash', {
          command: 'outloop submit coder "update the export endpoint"',
          description: 'ask',
        }),
        callTool('Bash', {
          command: `sh ${join(pluginRoot, 'bin/outloop')} submit coder "update the export endpoint"`,
          description: 'ask',
        }),
      ],
    ],
  ] as const) {
    test(`${what} is denied each time, and nobody else starts`, async () => {
      await using scenario = await createScenario(workerScript(...calls));
      const path = await scenario.project.folder('bin');
      await symlink(scenario.client, join(path, 'claude'));
      await symlink(join(pluginRoot, 'bin/outloop'), join(path, 'outloop'));
      const PATH = `${path}:${process.env.PATH}`;
      const submitted = await scenario.outloopWith({ PATH }, 'submit', agent, task);
      expect(submitted.exitCode, submitted.stderr).toBe(0);
      const ended = await scenario.waitForLine((line) => line.event === 'task.ended', 60_000);

      const answers = scenario.workerTurns().filter((request) => stepOf(request) > 0);
      expect(answers).toHaveLength(calls.length);
      for (const request of answers) expect(toolResults(request)).toMatchObject([{ isError: true }]);
      expect(new Set(scenario.server.requests.filter(isTurn).map((one) => one.sessionId)).size).toBe(1);
      expect(await scenario.events('task.submitted')).toHaveLength(1);
      // Denied through and through by the guard is no success, whatever the worker says.
      if (agent === 'coder') expect(`${ended.status}: ${ended.summary}`).toMatch(/^failed: .*denied/);
    });
  }

  test('past the guard finds that the command line refuses it too', async () => {
    const command = `o=${join(pluginRoot, 'bin')}/out; "\${o}loop" submit coder "update the export endpoint"`;
    await using scenario = await createScenario(
      workerScript(callTool('Bash', { command, description: 'ask' })),
    );
    await scenario.submit('coder', 'implement the export endpoint');
    await scenario.waitForLine((line) => line.event === 'task.ended', 60_000);
    const answer = scenario.workerTurns().find((request) => stepOf(request) === 1);
    expect(toolResults(answer as never)).toMatchObject([{ isError: true }]);
    expect(toolResults(answer as never)[0]?.text).toMatch(/worker/);
    expect(await scenario.events('task.submitted')).toHaveLength(1);
  });

  test('is not offered the plugin itself, nor the hooks of a session', async () => {
    await using scenario = await createScenario(simpleWorker());
    await scenario.submit('coder', 'implement the export endpoint');
    await scenario.waitForLine((line) => line.event === 'task.ended');
    const [turn] = scenario.workerTurns();
    expect(turn?.tools.map((tool) => tool.name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(Agent|Task|Skill)$/)]),
    );
    for (const words of ['outloop:', 'additional context']) {
      expect(JSON.stringify(turn?.body).includes(words), words).toBe(false);
    }
  });
});
