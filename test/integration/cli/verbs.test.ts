import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { VERSION } from '../../../src/version.ts';
import { createProject, type TestProject } from '../../harness/project.ts';
import { runOutloop } from '../../harness/run-outloop.ts';

let project: TestProject;

beforeAll(async () => {
  project = await createProject({});
}, 60_000);

afterAll(async () => project?.[Symbol.asyncDispose]());

const outloop = (...args: string[]) => runOutloop(project, args);

function json(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

describe('help', () => {
  test('lists every verb with a sentence and the exit codes, in 80 columns', async () => {
    const { exitCode, stdout, stderr } = await outloop('--help');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const verb of 'submit status list show result logs follow cancel wait policy init uninit doctor'.split(
      ' ',
    )) {
      expect(stdout).toMatch(new RegExp(`^  ${verb}\\b.* {2,}\\S`, 'm'));
    }
    expect(stdout).toContain('Exit codes: 0 done');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test.each(['submit', 'status', 'cancel', 'wait', 'doctor'])('of %s names its flags', async (verb) => {
    const { exitCode, stdout } = await outloop(verb, '--help');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: outloop ${verb}`);
    expect(stdout).toContain('--json');
  });

  test('the version is the one of the product', async () => {
    expect(await outloop('--version')).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  test('works through a link, as npm makes them', async () => {
    const folder = await project.folder('linked');
    symlinkSync(join(inject('plugin'), 'bin/outloop'), join(folder, 'outloop'));
    const linked = join(folder, 'plugin');
    mkdirSync(join(linked, 'bin'), { recursive: true });
    symlinkSync('../../outloop', join(linked, 'bin/outloop'));
    expect((await runOutloop(project, ['--version'], { plugin: linked })).stdout).toBe(`${VERSION}\n`);
  });
});

describe('wrong use exits 2 and says what was wrong', () => {
  test.each([
    [['nope'], "unknown command 'nope'"],
    [['status', '--nope'], "unknown option '--nope'"],
    [['cancel'], 'Which tasks?'],
    [['wait'], "missing required argument 'id'"],
    [['show'], "missing required argument 'id'"],
    [['follow'], "missing required argument 'id'"],
    [['logs', '-n', '0'], 'whole number above 0'],
    [['submit'], 'Which task?'],
    [
      ['submit', 'researcher', 'analyze the importer', '--timeout', 'soon'],
      '--timeout: "soon" is no allowed duration',
    ],
    [['submit', 'researcher', 'analyze the importer', '--max-turns', '-1'], '--max-turns'],
    [['submit', 'researcher', 'analyze the importer', '--budget', 'much'], '--budget'],
    [['submit', 'researcher', 'analyze the importer', '--memory', '1M'], 'Allowed are 64.0 MB to'],
    [['submit', '--command', 'true', '--on-failure', 'agent:coder'], 'a shell command has no agent'],
  ])('outloop %j', async (args, words) => {
    const { exitCode, stdout, stderr } = await outloop(...args);
    expect(stderr).toContain(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  test.each([
    ['no JSON', 'not json', 'stdin is not JSON'],
    ['no task', '{"agent":"coder"}', 'task'],
    ['an unknown field', '{"task":"analyze the importer","shell":"sh"}', 'shell'],
  ])('outloop submit --json - with %s', async (_, input, words) => {
    const { exitCode, stdout } = await runOutloop(project, ['submit', '--json', '-'], { input });
    expect(exitCode).toBe(2);
    expect(json(stdout)).toMatchObject({
      failure: { code: 'input_malformed', message: expect.stringContaining(words) },
    });
  });
});

describe('a refused task', () => {
  test('exits 1 and leaves nothing behind', async () => {
    const short = await outloop('submit', 'coder', 'do it');
    expect(short).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('10 to 200') });
    const agent = await outloop('submit', 'plumber', 'analyze the error handling', '--json');
    expect(agent.exitCode).toBe(1);
    expect(json(agent.stdout)).toMatchObject({ failure: { code: 'unknown_agent' } });
    expect(existsSync(join(project.dir, 'reports'))).toBe(false);
  });
});

describe('where nothing was ever delegated', () => {
  test('status says so and how to begin, and makes nothing', async () => {
    const { exitCode, stdout, stderr } = await outloop('status');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^No background tasks here\.\n/);
    expect(stdout).toContain('/background researcher');
    expect(existsSync(join(project.dir, 'reports'))).toBe(false);
  });

  test('status as JSON is empty lists', async () => {
    const { exitCode, stdout } = await outloop('status', '--json');
    expect(exitCode).toBe(0);
    expect(json(stdout)).toEqual({
      supervised: false,
      scope: 'all',
      open: [],
      ended: [],
      others_open: 0,
      invalid_lines: 0,
      means: {
        containment: expect.any(String),
        limits: expect.objectContaining({ tokens: expect.any(String) }),
      },
      next_scheduled: null,
    });
    expect(json((await outloop('list', '--json')).stdout)).toEqual({ tasks: [], matched: 0 });
  });

  test.each(['status', 'show', 'result', 'logs', 'follow', 'cancel', 'wait'])(
    '%s of an unknown id exits 1 and says how to look',
    async (verb) => {
      const { exitCode, stdout, stderr } = await outloop(verb, 'k3f9');
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toContain('No task is named by "k3f9".');
      expect(stderr).toContain('outloop status --all');
      const asJson = await outloop(verb, 'k3f9', '--json');
      expect(asJson.exitCode).toBe(1);
      expect(json(asJson.stdout)).toMatchObject({ failure: { code: 'task_not_found' } });
    },
  );

  test.each(['result', 'logs'])('%s without an id says that there is none', async (verb) => {
    const { exitCode, stderr } = await outloop(verb);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('outloop status --all');
  });
});

describe('init and uninit', () => {
  const file = (base: string) => join(base, '.claude/commands/background.md');

  test('write and remove the file of the project, from any folder of it', async () => {
    const done = await runOutloop(project, ['init'], { cwd: join(project.dir, 'src') });
    expect(done).toMatchObject({ exitCode: 0, stderr: '' });
    expect(done.stdout).toContain('Wrote .claude/commands/background.md');
    expect(existsSync(file(project.dir))).toBe(true);
    expect(json((await outloop('init', '--json')).stdout)).toMatchObject({ outcome: 'unchanged' });
    expect((await outloop('uninit')).stdout).toContain('Removed .claude/commands/background.md');
    expect(existsSync(file(project.dir))).toBe(false);
    expect(json((await outloop('uninit', '--json')).stdout)).toMatchObject({ outcome: 'absent' });
  });

  test('write and remove the file of the user', async () => {
    expect((await outloop('init', '--user')).exitCode).toBe(0);
    expect(existsSync(file(project.home))).toBe(true);
    expect(existsSync(file(project.dir))).toBe(false);
    expect((await outloop('uninit', '--user')).stdout).toContain('Removed');
    expect(existsSync(file(project.home))).toBe(false);
  });

  test("stop at somebody else's file", async () => {
    await project.write('.claude/commands/background.md', 'Mine.\n');
    const refused = await outloop('init', '--json');
    expect(refused.exitCode).toBe(1);
    expect(json(refused.stdout)).toMatchObject({ failure: { code: 'file_exists' } });
    expect(json((await outloop('uninit', '--json')).stdout)).toMatchObject({ outcome: 'foreign' });
    expect(readFileSync(file(project.dir), 'utf8')).toBe('Mine.\n');
  });
});
