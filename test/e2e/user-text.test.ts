import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '../../src/policy/presets.ts';
import { createGate } from '../harness/model-reply.ts';
import { isTurn, textOf } from '../harness/model-request.ts';
import { endProcess } from '../harness/processes.ts';
import { skipWithoutTmux } from '../harness/tmux-client.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { heldResult, isWorkerRequest, simpleWorker, workerScript } from './worker-script.ts';

/** What is typed behind the command, and the task's text, or what its refusal must name. */
const TYPED: readonly (readonly [typed: string, text: string | RegExp])[] = [
  [
    '"analyze why $(touch touched-1) and `touch touched-2` are in the docs; touch touched-3"',
    'analyze why $(touch touched-1) and `touch touched-2` are in the docs; touch touched-3',
  ],
  ['"analyze the importer\' || touch touched-4 || \'"', "analyze the importer' || touch touched-4 || '"],
  [
    "analyze why it's slow & what the user's cache does",
    "analyze why it's slow & what the user's cache does",
  ],
  ['"analyze the \\"import\\" button"', 'analyze the "import" button'],
  ['\'analyze the emoji 😀 and the "Ünïcödé" here\'', 'analyze the emoji 😀 and the "Ünïcödé" here'],
  ['"document what $USER, ~ and %TEMP% mean here"', 'document what $USER, ~ and %TEMP% mean here'],
  ['"analyze the importer\n$(touch touched-5)"', /line break/],
  [
    `"analyze $(touch touched-6) ${'the importer '.repeat(770)}"`,
    /100\d\d characters; allowed are 10 to 200/,
  ],
];

// By default a text that looks like a shell is refused; here it is to get as far as it can.
const ALLOWED = PRESETS.default.blocked.map((rule) => rule.id).join(', ');
const FILES = { '../home/.config/outloop/outloop.yaml': `policy:\n  allow: [${ALLOWED}]\n` };

describe('the text of a person', () => {
  for (const mode of ['manual', 'bypassPermissions']) {
    test(`never meets a shell in ${mode} mode, and is the task's text to the letter`, async () => {
      await using scenario = await createScenario(workerScript(heldResult(createGate())), {
        files: FILES,
        // The client runs in bypass mode as root only where it is told that this is a sandbox.
        env: { IS_SANDBOX: '1' },
      });
      const run = scenario.start(undefined, {
        input: 'stream-json',
        args: ['--permission-mode', mode],
      });
      let from = 0;
      for (const [typed, text] of TYPED) {
        const before = (await scenario.events('task.submitted')).length;
        run.send(`/outloop:background coder ${typed}`);
        const result = await run.waitForEvent((event) => event.type === 'result', 30_000, from);
        from = run.events.indexOf(result) + 1;
        const submitted = (await scenario.events('task.submitted')).slice(before);
        const answer = String(result.result);
        if (typeof text === 'string') {
          expect(submitted, answer).toMatchObject([{ task_description: text, delegated_agent: 'coder' }]);
        } else {
          expect(submitted).toEqual([]);
          expect(answer).toMatch(text);
        }
      }
      run.endInput();
      await run.done;
      const worker = await scenario.server.waitForRequest(isWorkerRequest);
      expect(textOf(worker)).toContain(TYPED[0]?.[1]);
      await expectNothingTouched(scenario);
    });
  }

  test.skipIf(skipWithoutTmux())('typed or pasted into the terminal is the same', async () => {
    await using scenario = await createScenario(workerScript(heldResult(createGate())), { files: FILES });
    const session = await scenario.open();
    const hard = 'analyze why it\'s $(touch touched-7) `touch touched-8` ; "quoted" 😀';
    await session.submit(`/outloop:background coder ${hard}`);
    const submitted = await scenario.waitForLine((line) => line.event === 'task.submitted');
    expect(submitted.task_description).toBe(hard);
    await session.waitIdle();

    // Only what is pasted behind a typed command is its argument; the client folds it in the input.
    const turns = scenario.server.count((request) => isTurn(request) && !isWorkerRequest(request));
    await session.type('/outloop:background coder ');
    await session.paste(`"analyze $(touch touched-9) ${'the importer '.repeat(770)}"`);
    await session.waitForScreen(/Pasted text/);
    await session.key('Enter');
    await session.waitForScreen(/characters; allowed are 10 to 200/);
    await session.waitIdle();
    expect(scenario.server.count((request) => isTurn(request) && !isWorkerRequest(request))).toBe(turns);
    expect(await scenario.events('task.submitted')).toHaveLength(1);
    await expectNothingTouched(scenario);
  });
});

describe.skipIf(skipWithoutTmux())('the name of a folder', () => {
  for (const [what, name] of [
    ['that looks like a shell', 'it\'s $(touch touched-1) `touch touched-2` "a"; touch touched-3'],
    ['of several lines', 'a\n//\ntouch touched-4\n'],
  ] as const) {
    test(`${what} never meets one either`, async () => {
      await using scenario = await createScenario(simpleWorker());
      const folder = join(scenario.project.dir, name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'outloop.yaml'), 'gate: once\n');
      scenario.project.onCleanup(() => endSupervisorOf(folder));
      const session = await scenario.open({ cwd: folder });
      await session.submit('/outloop:background researcher "analyze the error handling of the importer"');
      const completed = () => readdir(join(folder, 'reports/background/completed')).catch(() => []);
      await expect.poll(completed, { timeout: 60_000 }).toHaveLength(1);
      if (!name.includes('\n')) await session.waitForScreen(/Monitor event: .*researcher/);
      await session.waitIdle();
      await expectNothingTouched(scenario);
    });
  }
});

async function endSupervisorOf(folder: string): Promise<void> {
  const card = await readFile(join(folder, 'reports/.outloop/supervisor.json'), 'utf8').catch(() => null);
  if (card !== null) await endProcess((JSON.parse(card) as { pid: number }).pid);
}

async function expectNothingTouched(scenario: Scenario): Promise<void> {
  const files = await readdir(scenario.project.root, { recursive: true });
  expect(files.filter((file) => /(^|\/)touched-\d$/.test(file))).toEqual([]);
}
