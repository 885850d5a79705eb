import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../harness/model-request.ts';
import { pollUntil } from '../harness/processes.ts';
import type { Scenario } from './scenario.ts';
import { createScenario } from './scenario.ts';
import { callTool, simpleWorker, stepOf, workerScript } from './worker-script.ts';

interface Line {
  readonly event: string;
  readonly [field: string]: unknown;
}

async function activityLines(scenario: Scenario, count: number): Promise<Line[]> {
  const read = async () => {
    const text = await readFile(join(scenario.project.dir, 'reports/activity.jsonl'), 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  };
  const lines = await pollUntil(async () => {
    const found = await read();
    return found.length >= count && found;
  }, 15_000);
  if (lines === undefined) throw new Error(`fewer than ${count} lines: ${JSON.stringify(await read())}`);
  return lines;
}

/** A session that reads one file, writes another, reads one that is not there, and says so. */
function reader() {
  return (request: Parameters<typeof stepOf>[0]) => {
    const steps = [
      { text: 'I read.', tools: [{ name: 'Read', input: { file_path: 'notes.txt' } }] },
      {
        tools: [
          { name: 'Write', input: { file_path: 'made.txt', content: 'one' } },
          { name: 'Read', input: { file_path: 'absent.txt' } },
        ],
      },
      { text: 'done' },
    ];
    return steps[stepOf(request)] ?? { text: 'ok' };
  };
}

describe('what a session does', () => {
  test('is taken down beside it, with lengths of prompts, and told with outcomes; a later session can load it', async () => {
    await using scenario = await createScenario(workerScript(callTool('Read', { file_path: 'notes.txt' })), {
      files: { 'notes.txt': 'hello\n' },
    });
    // Outloop was used here before: else nothing is taken down.
    const task = await scenario.submit('researcher', 'analyze the error handling here');
    await scenario.outloop('wait', task);
    scenario.server.setScript(reader());
    const run = await scenario.print('please look at the notes', {
      args: ['--permission-mode', 'acceptEdits'],
    });
    expect(run.exitCode, run.stderr).toBe(0);

    const lines = await activityLines(scenario, 6);
    const worker = lines.filter(({ task_id }) => task_id === task);
    expect(worker).toMatchObject([{ event: 'tool', tool: 'Read', target: 'notes.txt' }]);
    const own = lines.filter(({ task_id }) => task_id === undefined);
    expect(own.map(({ event }) => event).toSorted()).toEqual(['prompt', 'stop', 'tool', 'tool', 'tool']);
    expect(own.find(({ event }) => event === 'prompt')).toMatchObject({ characters: 24 });
    expect(JSON.stringify(own)).not.toContain('please look');
    expect(own.filter(({ event }) => event === 'tool')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ tool: 'Read', target: 'notes.txt' }),
        expect.objectContaining({ tool: 'Write', target: 'made.txt' }),
      ]),
    );

    const told = await scenario.outloop('activity', '--tool', 'read', '--json');
    expect(told.exitCode, told.stderr).toBe(0);
    const { activities } = JSON.parse(told.stdout) as { activities: Line[] };
    expect(activities).toMatchObject([
      { task_id: task, target: 'notes.txt', outcome: 'ok' },
      { target: 'notes.txt', outcome: 'ok', duration_ms: expect.any(Number) },
      { target: 'absent.txt', outcome: 'error' },
    ]);

    const [bundle = ''] = await readdir(join(scenario.project.dir, 'reports/context-bundles'));
    const session = bundle.replace('.jsonl', '');
    expect(session).toBe(String(activities.at(-1)?.session_id));
    const loaded = await scenario.print(`/outloop:bundle ${session.slice(0, 8)}`);
    expect(loaded.exitCode, loaded.stderr).toBe(0);
    const request = scenario.ownTurns().at(-1);
    expect(textOf(request as never)).toContain('- please look at the notes');
    expect(textOf(request as never)).toMatch(/Changed:\n- made\.txt/);

    scenario.server.setScript(simpleWorker());
    const next = await scenario.submit('coder', 'fix the notes', '--bundle', session.slice(0, 8));
    await scenario.outloop('wait', next);
    const prime = textOf(scenario.workerTurns().at(-1) as never);
    expect(prime).toContain('| changed: made.txt');
  });

  test('leaves nothing in a project where nothing was ever delegated', async () => {
    await using scenario = await createScenario(() => ({ text: 'ok' }));
    await scenario.print('hello');
    expect(await readdir(scenario.project.dir)).not.toContain('reports');
  });
});
