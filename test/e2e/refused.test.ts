import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTurn } from '../harness/model-request.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import { createScenario } from './scenario.ts';

const REFUSED: readonly (readonly [what: string, line: string, named: RegExp])[] = [
  ['a task with blocked words', 'coder "implement a script that runs sudo rm -rf / for me"', /sudo|rm -rf/],
  ['a task that looks like a shell', 'coder "run $(touch x) for the importer"', /"\$\(t/],
  ['a task that is too short', 'coder "fix it"', /6 characters; allowed are 10 to 200/],
  ['an unknown flag', 'coder "implement the export endpoint" --turbo', /--turbo/],
  [
    'a flag that stands twice',
    'coder "implement the export endpoint" --model opus --model sonnet',
    /--model/,
  ],
  ['an unbalanced quote', 'coder "implement the export endpoint', /quote/i],
  ['an unknown agent', 'hacker "implement the export endpoint"', /hacker/],
  ['a report outside the project', 'coder "implement the export endpoint" --report ../x.md', /\.\.\/x\.md/],
  [
    'a second command behind it',
    'coder "implement the export endpoint" /outloop:background coder "implement the import endpoint"',
    /\/outloop:background/,
  ],
  ['nothing at all', '', /task/i],
];

describe('a refused task', () => {
  test('makes no model call and no task, and names the part that was refused', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const run = scenario.start(undefined, { input: 'stream-json' });
    let from = 0;
    for (const [what, line, named] of REFUSED) {
      run.send(`/outloop:background ${line}`);
      const result = await run.waitForEvent((event) => event.type === 'result', 30_000, from);
      from = run.events.indexOf(result) + 1;
      expect(result.num_turns, what).toBe(0);
      expect(String(result.result), what).toMatch(named);
      expect(String(result.result), what).not.toContain('Original prompt');
    }
    run.endInput();
    expect((await run.done).exitCode).toBe(0);
    expect(scenario.server.count(isTurn)).toBe(0);
    expect(existsSync(join(scenario.project.dir, 'reports'))).toBe(false);
  });

  test('is explained to the person in the same words as on the command line', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const text = 'implement a script that runs sudo rm -rf / for me';
    const command = await scenario.outloop('submit', 'coder', text);
    expect(command.exitCode).toBe(1);
    const run = await scenario.print(`/outloop:background coder "${text}"`);
    const words = command.stderr.replace(/^outloop: /, '').trimEnd();
    expect(run.result?.result).toBe(`UserPromptExpansion operation blocked by hook:\n${words}`);
    expect(scenario.server.count(isTurn)).toBe(0);
  });

  test.skipIf(skipWithoutTmux())('is shown in the terminal line by line', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    const session = await scenario.open();
    await session.submit('/outloop:background coder "fix it"');
    const screen = await session.waitForScreen(/allowed are 10 to 200/);
    expect(screen).toMatch(/Say what is to be done, and to what\./);
    await session.waitIdle();
    expect(scenario.server.count(isTurn)).toBe(0);
  });
});
