import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { findCycles } from './tidy/cycles.ts';
import { LAYERS, PURE_LAYERS, PURE_NODE_MODULES, placeOf, SIBLINGS, wrongWays } from './tidy/layers.ts';
import { readModule, readModules } from './tidy/read-modules.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const product = readModules(root, ['src', 'hooks', 'commands']);
const tools = readModules(root, ['scripts', 'demo', 'bench', 'test']);
const everything = [...product, ...tools];
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

describe('layers', () => {
  test('every file of the product has its place', () => {
    expect(product.filter(({ path }) => placeOf(path) === null).map(({ path }) => path)).toEqual([]);
    expect(product.length).toBeGreaterThan(100);
  });

  test('imports go down only', () => {
    expect(wrongWays(product)).toEqual([]);
  });

  test('an import that goes up, or from one service to another, is seen', () => {
    const up = readModule('src/journal/a.ts', "import type { X } from '../verbs/context.ts';");
    const across = readModule('src/runners/a.ts', "const { x } = await import('../context/brief.ts');");
    const down = readModule('src/verbs/a.ts', "export { ok } from '../domain/result.ts';");
    expect(wrongWays([up, across, down])).toEqual([
      'src/journal/a.ts -> src/verbs/context.ts',
      'src/runners/a.ts -> src/context/brief.ts',
    ]);
  });

  test('no exception is kept that nobody needs', () => {
    const unused = SIBLINGS.filter(
      ({ from, to }) =>
        !product.some(
          ({ path, imports }) => path.startsWith(from) && imports.some(({ target }) => target.startsWith(to)),
        ),
    );
    expect(unused).toEqual([]);
  });

  test('words and decisions touch no disk, process or socket', () => {
    const pure = LAYERS.slice(0, PURE_LAYERS).flatMap(({ places }) => places);
    const impure = product
      .filter(({ path }) => pure.some((place) => path.startsWith(place)))
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            ({ target, isTypeOnly }) =>
              target.startsWith('node:') && !isTypeOnly && !PURE_NODE_MODULES.includes(target),
          )
          .map(({ target }) => `${path} -> ${target}`),
      );
    expect(impure).toEqual([]);
  });

  test('only the journal locks', () => {
    const lockers = product.filter(({ imports }) =>
      imports.some(({ target }) => target === 'proper-lockfile'),
    );
    expect(lockers.map(({ path }) => dirname(path))).toEqual(['src/journal']);
  });

  test('no modules import one another in a circle, not even for types', () => {
    expect(findCycles(everything)).toEqual([]);
    const a = readModule('src/x/a.ts', "import type { B } from './b.ts';");
    const b = readModule('src/x/b.ts', "import { a } from './a.ts';");
    expect(findCycles([a, b])).toEqual([['src/x/a.ts', 'src/x/b.ts', 'src/x/a.ts']]);
  });
});

describe('the outside world', () => {
  // Who reads clock, chance or environment without being handed them, and why.
  const ALLOWED: Readonly<Record<string, string>> = {
    'src/process/ps.ts process.env': 'ps is found on the PATH and must speak the C locale',
    'src/workspace/safe-file.ts randomBytes': 'names of temporary files; nothing depends on them',
  };
  const WORLD = [
    'Date.now',
    'new Date()',
    'performance.now',
    'Math.random',
    'randomBytes',
    'randomUUID',
    'process.env',
  ];
  const entry = LAYERS.length - 2;

  test('clock, chance and environment are read where the parts are put together, and handed down', () => {
    const readers = product
      .filter(({ path }) => (placeOf(path)?.layer ?? 0) < entry)
      .flatMap(({ path, uses }) =>
        uses.filter(({ name }) => WORLD.includes(name)).map(({ name }) => `${path} ${name}`),
      );
    expect([...new Set(readers)].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });

  test('one module sends signals', () => {
    const senders = product.filter(({ uses }) => uses.some(({ name }) => name.endsWith('.kill')));
    expect(senders.map(({ path }) => path)).toEqual(['src/process/signal.ts']);
  });
});

describe('files', () => {
  const isTest = (path: string) => path.endsWith('.test.ts');

  test('are short, and so are their functions', () => {
    const long = everything.filter(({ path, lines }) => lines > (isTest(path) ? 300 : 250));
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
    const longFunctions = everything
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, functions }) =>
        functions
          .filter(({ lines }) => lines > 70)
          .map(({ name, line, lines }) => `${path}:${line} ${name}: ${lines} lines`),
      );
    expect(longFunctions).toEqual([]);
  });

  test('export by name, and hand nothing on', () => {
    expect(everything.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path)).toEqual([]);
    expect(everything.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual([]);
    expect(readModule('a.ts', "export * from './b.ts';\nexport { c } from './c.ts';").isBarrel).toBe(true);
    expect(readModule('a.ts', 'const a = 1;\nexport { a as default };').hasDefaultExport).toBe(true);
  });

  test('name no folder of the machine that they were written on', () => {
    // The texts that judge the policy name places of people who are made up.
    const texts = tracked
      .filter((path) => /\.(ts|js|cjs|json|jsonl|md|sh|yaml|yml)$/.test(path) || path.startsWith('bin/'))
      .filter((path) => !/^test\/policy\/.*\.jsonl$/.test(path));
    const places = [root, join(homedir(), '.cache'), join(homedir(), '.claude'), join(homedir(), '.npm')];
    const found = texts.filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return (
        places.some((place) => namesPlace(text, place)) ||
        /\/(home|Users)\/(?!(you|me|user|someone|ada)\b)[a-z]+\//.test(text)
      );
    });
    expect(found).toEqual([]);
  });
});

describe('what must agree', () => {
  test('the version is the same everywhere', () => {
    const versionIn = (path: string) => (readJson(path) as { version: string }).version;
    expect(versionIn('package.json')).toBe(VERSION);
    expect(versionIn('package-lock.json')).toBe(VERSION);
    expect(versionIn('.claude-plugin/plugin.json')).toBe(VERSION);
    const marketplace = readJson('.claude-plugin/marketplace.json') as { plugins: { version?: string }[] };
    for (const { version } of marketplace.plugins) expect(version ?? VERSION).toBe(VERSION);
  });

  test('each command has its text, its script, and its line in the hook that runs it', () => {
    const named = (extension: string) =>
      tracked
        .filter((path) => dirname(path) === 'commands' && path.endsWith(extension))
        .map((path) => basename(path, extension))
        .toSorted();
    const hook = product.find(({ path }) => path === 'hooks/expand.ts');
    const run = hook?.imports
      .filter(({ isDynamic }) => isDynamic)
      .map(({ target }) => basename(target, '.ts'));
    expect(named('.md').length).toBeGreaterThan(0);
    expect(named('.ts')).toEqual(named('.md'));
    expect(run?.toSorted()).toEqual(named('.md'));
  });

  test("a command's text is cheap, is not for the model to call, and gives nothing to a shell", () => {
    for (const path of tracked.filter((one) => /^commands\/.*\.md$/.test(one))) {
      const text = readFileSync(join(root, path), 'utf8');
      expect(text, path).toMatch(/^disable-model-invocation: true$/m);
      expect(/^description: (.*)$/m.exec(text)?.[1]?.length, path).toBeLessThanOrEqual(40);
      expect(text, path).not.toContain('!`');
      expect(text, path).not.toContain('$ARGUMENTS');
    }
  });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

// A root of one segment, as in a container, would be found in too many innocent texts.
function namesPlace(text: string, place: string): boolean {
  return place.split('/').length > 2 && text.includes(place);
}
