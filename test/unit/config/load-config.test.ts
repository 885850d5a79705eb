import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.ts';
import { parseLayer } from '../../../src/config/parse-layer.ts';
import { checkTask } from '../../../src/policy/check-task.ts';
import { PRESETS } from '../../../src/policy/presets.ts';

// What is loaded only when a file must be read anew: counted, otherwise as it is.
vi.mock('../../../src/config/parse-layer.ts', async (importOriginal) => {
  const original = await importOriginal<{ parseLayer: typeof parseLayer }>();
  return { parseLayer: vi.fn(original.parseLayer) };
});

const parsed = vi.mocked(parseLayer);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outloop-config-'));
  mkdirSync(join(folder, 'project/reports/.outloop'), { recursive: true });
  mkdirSync(join(folder, 'home/.config/outloop'), { recursive: true });
  parsed.mockClear();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const projectFile = () => join(folder, 'project/outloop.yaml');
const projectCache = () => join(folder, 'project/reports/.outloop/config-cache.json');
const userFile = () => join(folder, 'home/.config/outloop/outloop.yaml');

function load() {
  const root = join(folder, 'project');
  return loadConfig(
    { root, internal: join(root, 'reports/.outloop') },
    { HOME: join(folder, 'home'), PATH: '/usr/bin' },
  );
}

async function loaded() {
  const config = await load();
  if (!config.ok) throw new Error(config.failure.message);
  return config.value;
}

/** The refusal of these contents: code, and the message without the folder. */
async function refusal(contents: string, file = projectFile()): Promise<string> {
  writeFileSync(file, contents);
  const config = await load();
  if (config.ok) return 'accepted';
  return `${config.failure.code}: ${config.failure.message.replaceAll(folder, '')}`;
}

describe('without any file', () => {
  test('the defaults hold, and neither YAML nor a schema is loaded', async () => {
    expect(await loaded()).toMatchObject({
      reports_dir: 'reports',
      gitignore_reports: true,
      limits: { timeout_ms: 1_800_000 },
      gate: 'auto',
      max_parallel: 6,
      client: { path: undefined },
      sources: [],
    });
    expect((await loaded()).policy).toEqual(PRESETS.default);
    expect(parsed).not.toHaveBeenCalled();
  });

  test('an empty file changes nothing', async () => {
    writeFileSync(projectFile(), '# nothing yet\n');
    expect(await loaded()).toMatchObject({ gate: 'auto', max_parallel: 6 });
  });
});

describe('a file', () => {
  test('is read once, until it changes', async () => {
    writeFileSync(projectFile(), 'gate: hold\n');
    expect(await loaded()).toMatchObject({ gate: 'hold' });
    expect(await loaded()).toMatchObject({ gate: 'hold' });
    expect(parsed).toHaveBeenCalledTimes(1);
    writeFileSync(projectFile(), 'gate: tell\n');
    expect(await loaded()).toMatchObject({ gate: 'tell' });
    expect(parsed).toHaveBeenCalledTimes(2);
  });

  test('of the project wins over that of the user, key by key', async () => {
    writeFileSync(
      userFile(),
      'gate: once\nmax_parallel: 2\nlimits:\n  max_turns: 40\nmodels:\n  coder: opus\n',
    );
    writeFileSync(projectFile(), 'gate: hold\nlimits:\n  timeout_ms: 60000\nmodels:\n  tester: haiku\n');
    expect(await loaded()).toMatchObject({
      gate: 'hold',
      max_parallel: 2,
      limits: { max_turns: 40, timeout_ms: 60_000 },
      models: { coder: 'opus', tester: 'haiku' },
      sources: [userFile(), projectFile()],
    });
  });

  test('of the user alone names the client', async () => {
    writeFileSync(userFile(), 'client:\n  path: ~/bin/claude\n');
    expect((await loaded()).client.path).toBe(join(folder, 'home/bin/claude'));
    expect(await refusal('client:\n  path: /evil\n')).toContain("client may only stand in the user's file");
  });

  test('that cannot be read refuses everything', async () => {
    mkdirSync(projectFile());
    expect(await load()).toMatchObject({ ok: false, failure: { code: 'config_broken' } });
  });
});

describe('a broken file is refused with its place', () => {
  test.each([
    [
      'gate: hold\nlimit:\n  x: 1\n',
      'config_broken: /project/outloop.yaml:2:1\n  unknown key "limit". Did you mean "limits"?',
    ],
    [
      'limits:\n  max_turn: 3\n',
      'config_broken: /project/outloop.yaml:2:3\n  unknown key "max_turn". Did you mean "max_turns"?',
    ],
    [
      'limits:\n  timeout_ms: 5\n',
      'config_broken: /project/outloop.yaml:2:15\n  timeout_ms must be a whole number from 10000 to 86400000 (ms)',
    ],
    [
      'gate: maybe\n',
      'config_broken: /project/outloop.yaml:1:7\n  gate must be one of: auto, hold, once, tell, off',
    ],
    [
      'gitignore_reports: 1\n',
      'config_broken: /project/outloop.yaml:1:20\n  gitignore_reports must be a boolean',
    ],
    [
      'models:\n  coder: --help\n',
      'config_broken: /project/outloop.yaml:2:10\n  coder is no name of a model',
    ],
    [
      'reports_dir: ../elsewhere\n',
      'config_broken: /project/outloop.yaml:1:14\n  must be a folder inside the project',
    ],
    [
      '{reports_dir: notes}\n',
      'config_broken: /project/outloop.yaml:1:15\n  must stand alone on its line, from the first column on',
    ],
    ['- gate\n', 'config_broken: /project/outloop.yaml:1:1\n  must be a map'],
    ['gate: hold\ngate: once\n', 'config_broken: /project/outloop.yaml:2:1\n  Map keys must be unique'],
    [
      'policy:\n  preset: lax\n',
      'policy_broken: /project/outloop.yaml:2:11\n  preset must be one of: default, seed-strict',
    ],
    [
      'policy:\n  block:\n    - id: a.b\n      pattern: x\n',
      'policy_broken: /project/outloop.yaml:3:7\n  why must be text',
    ],
    [
      'policy:\n  block:\n    - id: a.b\n      why: no\n',
      'policy_broken: /project/outloop.yaml:3:7\n  rule "a.b" needs exactly one of: pattern, any, all, words',
    ],
    [
      'policy:\n  block:\n    - id: a.b\n      why: no\n      pattern: (a+)+b\n',
      'policy_broken: /project/outloop.yaml:5:16\n  the pattern repeats a group that holds a repeat or a choice; use `words`\n  with a `gap` instead',
    ],
    [
      'policy:\n  block:\n    - id: a.b\n      why: no\n      words: [[touch], [legacy]]\n      examples: { match: [touch nothing] }\n',
      'policy_broken: /project/outloop.yaml:6:27\n  rule "a.b" does not match this example of its own',
    ],
    [
      'policy:\n  length_min: 50\n  length_max: 40\n',
      'policy_broken: /project/outloop.yaml:2:15\n  length_min must not be above length_max',
    ],
    [
      'policy:\n  allow: [destroy.all]\n',
      "policy_broken: /project/outloop.yaml:2:10\n  allow may only stand in the user's file",
    ],
  ])('%j', async (contents, message) => {
    expect(await refusal(contents)).toBe(message);
  });

  test('all problems are counted, the first three told', async () => {
    const message = await refusal('a: 1\nb: 2\nc: 3\nd: 4\n');
    expect(message).toContain(':3:1');
    expect(message).not.toContain(':4:1');
    expect(message).toContain('(1 more)');
  });

  test('every line of a message fits a terminal', async () => {
    const message = await refusal('policy:\n  block:\n    - id: a.b\n      why: no\n      pattern: (x*)*y\n');
    for (const line of message.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('a rule that the user would allow but nobody ships is named with the nearest one', async () => {
    expect(await refusal('policy:\n  allow: [destroy.al]\n', userFile())).toContain(
      'Did you mean "destroy.all"?',
    );
  });
});

describe('the policy', () => {
  const verdictOf = async (text: string, agent = 'coder') => {
    const verdict = checkTask({ agent, text }, (await loaded()).policy);
    return verdict.ok ? 'accepted' : (verdict.failure.details?.rule ?? verdict.failure.code);
  };

  test('gets stricter by what a project adds', async () => {
    expect(await verdictOf('touch the old billing code')).toBe('accepted');
    writeFileSync(
      projectFile(),
      'policy:\n  agents: [tester]\n  length_max: 40\n  block:\n    - id: no.billing\n      words: [[touch, change], [billing]]\n      why: Billing is frozen.\n',
    );
    expect(await verdictOf('touch the old billing code', 'tester')).toBe('no.billing');
    expect(await verdictOf('cover the parser with tests', 'coder')).toBe('unknown_agent');
    expect(await verdictOf('cover the parser and the lexer with more tests', 'tester')).toBe('length.long');
    expect(await verdictOf('cover the parser with tests', 'tester')).toBe('accepted');
  });

  test('has one hurdle more where a project approves by its own rules', async () => {
    writeFileSync(
      projectFile(),
      'policy:\n  approve:\n    - id: only.docs\n      pattern: docs\n      why: Documentation only.\n',
    );
    expect(await verdictOf('update the docs of the parser')).toBe('accepted');
    expect(await verdictOf('speed up the parser a little')).toBe('approved.none');
  });

  test('stays strict where the user chose the strict preset', async () => {
    writeFileSync(userFile(), 'policy:\n  preset: seed-strict\n');
    writeFileSync(projectFile(), 'policy:\n  preset: default\n');
    expect(await verdictOf('review the key bindings of the editor')).toBe('seed.credentials');
  });

  test('lets the user, and nobody else, switch single rules off', async () => {
    expect(await verdictOf('delete all files of the project')).toBe('destroy.all');
    writeFileSync(userFile(), 'policy:\n  allow: [destroy.all]\n');
    expect(await verdictOf('delete all files of the project')).toBe('accepted');
  });
});

describe('a cache that came with a clone', () => {
  test('cannot speak for the user', async () => {
    writeFileSync(projectFile(), 'gate: hold\n');
    await loaded();
    const cache = JSON.parse(readFileSync(projectCache(), 'utf8'));
    cache.layer.client = { path: '/evil' };
    cache.layer.policy = { allow: ['destroy.all'] };
    writeFileSync(projectCache(), JSON.stringify(cache));
    const config = await loaded();
    expect(config.client.path).toBeUndefined();
    expect(checkTask({ agent: 'coder', text: 'delete all files of the project' }, config.policy).ok).toBe(
      false,
    );
  });

  test('is not believed where it goes past the bounds, or makes no sense', async () => {
    writeFileSync(projectFile(), 'max_parallel: 3\n');
    await loaded();
    const cache = readFileSync(projectCache(), 'utf8');
    for (const wrong of [cache.replace(':3', ':9999'), 'null', '{', '[]']) {
      writeFileSync(projectCache(), wrong);
      expect(await loaded()).toMatchObject({ max_parallel: 3 });
    }
  });
});
