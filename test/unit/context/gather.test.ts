import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBrief } from '../../../src/context/brief.ts';
import { parseGitStatus } from '../../../src/context/git-facts.ts';
import { gatherProjectKind } from '../../../src/context/project-kind.ts';
import { tempFolder } from '../workspace/workspace-rig.ts';

describe('what kind of project a folder is', () => {
  const cases: [name: string, files: Record<string, string>, languages: string[], commands: string[]][] = [
    ['nothing known', { 'a.txt': '' }, [], []],
    [
      'npm',
      { 'package.json': '{"scripts":{"test":"vitest","lint":"x","start":"y"}}' },
      ['JavaScript'],
      ['npm test', 'npm run lint'],
    ],
    [
      'pnpm with TypeScript',
      { 'package.json': '{"scripts":{"test":"x"}}', 'tsconfig.json': '{}', 'pnpm-lock.yaml': '' },
      ['TypeScript', 'JavaScript'],
      ['pnpm test'],
    ],
    ['bun', { 'package.json': '{"scripts":{"test":"x"}}', 'bun.lock': '' }, ['JavaScript'], ['bun run test']],
    [
      'npm init',
      { 'package.json': '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}' },
      ['JavaScript'],
      [],
    ],
    ['a broken package.json', { 'package.json': '{"scripts":' }, ['JavaScript'], []],
    [
      'Python with uv',
      { 'pyproject.toml': '[tool.pytest.ini_options]\n', 'uv.lock': '' },
      ['Python'],
      ['uv run pytest'],
    ],
    ['Python with tox', { 'setup.py': '', 'tox.ini': '' }, ['Python'], ['tox']],
    ['Python without tests', { 'requirements.txt': '' }, ['Python'], []],
    [
      'Go with make',
      { 'go.mod': '', Makefile: 'VERSION := 1\ntest: build\n\tgo test\nlint:\n\tx\ntested = 1\n' },
      ['Go'],
      ['make test', 'make lint', 'go test ./...'],
    ],
    ['make without tests', { Makefile: 'test-all:\n\tx\nbuild := 1\n' }, [], []],
    ['Rust', { 'Cargo.toml': '' }, ['Rust'], ['cargo test']],
    [
      'Gradle with its wrapper',
      { 'build.gradle.kts': '', gradlew: '' },
      ['Java or Kotlin'],
      ['./gradlew test'],
    ],
    ['Maven', { 'pom.xml': '' }, ['Java'], ['mvn test']],
    ['.NET', { 'App.csproj': '' }, ['.NET'], ['dotnet test']],
  ];
  test.each(cases)('%s', (_, files, languages, commands) => {
    const root = tempFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const kind = gatherProjectKind(root);
    expect(kind.languages).toEqual(languages);
    expect(kind.commands.map(({ command }) => command)).toEqual(commands);
  });

  test('names the guides that are there', () => {
    const root = tempFolder();
    for (const name of ['README.md', 'CLAUDE.md', 'notes.md']) writeFileSync(join(root, name), '');
    expect(gatherProjectKind(root).guides).toEqual(['CLAUDE.md', 'README.md']);
  });

  test('is nothing known for a folder that cannot be read', () => {
    expect(gatherProjectKind(join(tempFolder(), 'gone'))).toEqual({
      languages: [],
      commands: [],
      guides: [],
    });
  });
});

describe('reading the status of git', () => {
  test('knows branch, distance, changes, renames, conflicts and untracked files', () => {
    const output = [
      '# branch.oid 4b825dc',
      '# branch.head main',
      '# branch.upstream origin/main',
      '# branch.ab +3 -1',
      '1 .M N... 100644 100644 100644 aaa bbb src/with space.ts',
      '1 A. N... 000000 100644 100644 aaa bbb new.ts',
      '2 R. N... 100644 100644 100644 aaa bbb R100 to.ts',
      'from.ts',
      'u UU N... 100644 100644 100644 100644 aaa bbb ccc both.ts',
      '? untracked.txt',
      '',
    ].join('\0');
    expect(parseGitStatus(output)).toEqual({
      state: 'known',
      branch: 'main',
      upstream: { name: 'origin/main', ahead: 3, behind: 1 },
      changed: [
        'M src/with space.ts',
        'A new.ts',
        'R from.ts -> to.ts',
        'UU both.ts (conflict)',
        '?? untracked.txt',
      ],
    });
  });

  test('knows a detached head and an empty answer', () => {
    expect(parseGitStatus('# branch.head (detached)\0').branch).toBeNull();
    expect(parseGitStatus('')).toEqual({ state: 'known', branch: null, upstream: null, changed: [] });
  });
});

describe('reading a brief', () => {
  test('gives its text, also through a link inside the project', () => {
    const root = tempFolder();
    place(root, 'docs/brief.md', 'do this');
    symlinkSync(join(root, 'docs/brief.md'), join(root, 'link.md'));
    expect(readBrief(root, 'docs/brief.md')).toEqual({ path: 'docs/brief.md', text: 'do this' });
    expect(readBrief(root, 'link.md')).toEqual({ path: 'link.md', text: 'do this' });
  });

  test('says why it cannot', () => {
    const root = tempFolder();
    const outside = tempFolder();
    place(outside, 'secret.md', 'secret');
    place(root, 'binary', 'a\0b');
    symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
    expect(readBrief(root, 'gone.md')).toMatchObject({ problem: expect.stringContaining('not there') });
    expect(readBrief(root, 'link.md')).toMatchObject({
      problem: expect.stringContaining('out of the project'),
    });
    expect(readBrief(root, `../${outside.split('/').at(-1)}/secret.md`)).toMatchObject({
      problem: expect.any(String),
    });
    expect(readBrief(root, 'binary')).toMatchObject({ problem: 'it is no text' });
    expect(readBrief(root, '.')).toMatchObject({ problem: expect.any(String) });
  });
});

function place(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
