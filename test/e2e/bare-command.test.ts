import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario } from './scenario.ts';
import { simpleWorker } from './worker-script.ts';

const TASK = 'analyze the error handling of the importer';
const THEIRS = '---\ndescription: Theirs\n---\nPaint the background: $ARGUMENTS\n';
const PLACES = { project: 'project/.claude/commands', user: 'home/.claude/commands' } as const;

describe('bare /background', () => {
  for (const scope of ['project', 'user'] as const) {
    test(`delegates where \`outloop init --${scope}\` put its file, and no longer after uninit`, async () => {
      await using scenario = await createScenario(simpleWorker());
      const init = await scenario.outloop('init', `--${scope}`);
      expect(init.exitCode, init.stderr).toBe(0);
      const run = await scenario.print(`/background researcher "${TASK}"`);
      expect(run.exitCode, run.stderr).toBe(0);
      expect(textOf(scenario.ownTurns()[0] as never)).toContain('was delegated as');
      expect(await scenario.events('task.ended')).toMatchObject([{ status: 'completed' }]);

      const uninit = await scenario.outloop('uninit', `--${scope}`);
      expect(uninit.exitCode, uninit.stderr).toBe(0);
      await scenario.print(`/background researcher "${TASK}"`);
      expect(await scenario.events('task.submitted')).toHaveLength(1);
    });

    test(`with somebody else's ${scope} file, reaches the model as that file says and delegates nothing`, async () => {
      await using scenario = await createScenario(simpleWorker(), {
        files: { [`../${PLACES[scope]}/background.md`]: THEIRS },
      });
      const run = await scenario.print(`/background researcher "${TASK}"`);
      expect(run.exitCode, run.stderr).toBe(0);
      const own = scenario.ownTurns();
      expect(own).toHaveLength(1);
      expect(textOf(own[0] as never)).toContain(`Paint the background: researcher "${TASK}"`);
      expect(textOf(own[0] as never)).not.toContain('additional context');
      expect(await scenario.journal()).toEqual([]);

      const init = await scenario.outloop('init', `--${scope}`);
      expect(init.exitCode).toBe(1);
      expect(init.stderr).toMatch(/is not Outloop's, so it was not touched/);
      const file = join(scenario.project.root, PLACES[scope], 'background.md');
      expect(await readFile(file, 'utf8')).toBe(THEIRS);
    });
  }

  test.skipIf(skipWithoutTmux())(
    'wins over the built-in command in the terminal, and wakes the session',
    async () => {
      await using scenario = await createScenario(simpleWorker());
      await scenario.outloop('init', '--project');
      const session = await scenario.open();
      await session.submit(`/background researcher "${TASK}"`);
      const ended = await scenario.waitForLine((line) => line.event === 'task.ended');
      const heard = await scenario.waitForLine((line) => line.event === 'notice.heard');
      expect(heard.task_ids).toEqual([ended.task_id]);
      await session.waitIdle();
      expect(await session.isRunning()).toBe(true);
    },
  );
});
