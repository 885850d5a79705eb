import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { looseObject, looseText } from '../observe/loose.ts';
import { readTextFile } from '../workspace/safe-file.ts';

/** A command that the project's own files name or imply. */
export interface ProjectCommand {
  readonly purpose: 'test' | 'build' | 'lint' | 'types';
  readonly command: string;
  /** The file that says so. */
  readonly from: string;
}

/** What kind of project a folder is, as far as its top level tells. */
export interface ProjectKind {
  readonly languages: readonly string[];
  readonly commands: readonly ProjectCommand[];
  /** Files that explain the project to who works on it. */
  readonly guides: readonly string[];
}

/** Looks at the top level of a project: names of files, and the few small ones that name commands. Never throws. */
export function gatherProjectKind(root: string): ProjectKind {
  const names = new Set(listNames(root));
  const read = (name: string) => (names.has(name) ? readSmall(join(root, name)) : null);
  const found = MARKS.filter((mark) => [...names].some((name) => mark.file.test(name)));
  const commands = [
    ...packageCommands(names, read('package.json')),
    ...makeCommands(read('Makefile') ?? read('makefile'), 'Makefile', 'make'),
    ...makeCommands(read('justfile') ?? read('Justfile'), 'justfile', 'just'),
    ...pythonCommands(names, read('pyproject.toml')),
    ...found.flatMap((mark) => (mark.test === undefined ? [] : [testOf(mark, names)])),
  ];
  return {
    languages: [...new Set(found.map((mark) => mark.language))].filter((name) => name !== ''),
    commands: commands.slice(0, COMMANDS_MAX),
    guides: GUIDES.filter((name) => names.has(name)),
  };
}

const COMMANDS_MAX = 8;
const GUIDES = ['CLAUDE.md', 'AGENTS.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'README.md', 'README.rst'];

interface Mark {
  readonly file: RegExp;
  readonly language: string;
  /** How its tests are run where nothing more exact is known. */
  readonly test?: string;
  /** A wrapper in the project that stands for the first word of `test`. */
  readonly wrapper?: string;
}

const MARKS: readonly Mark[] = [
  { file: /^tsconfig(?:\..*)?\.json$/, language: 'TypeScript' },
  { file: /^package\.json$/, language: 'JavaScript' },
  { file: /^(?:pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt)$/, language: 'Python' },
  { file: /^go\.mod$/, language: 'Go', test: 'go test ./...' },
  { file: /^Cargo\.toml$/, language: 'Rust', test: 'cargo test' },
  { file: /^pom\.xml$/, language: 'Java', test: 'mvn test', wrapper: 'mvnw' },
  { file: /^build\.gradle(?:\.kts)?$/, language: 'Java or Kotlin', test: 'gradle test', wrapper: 'gradlew' },
  { file: /^Gemfile$/, language: 'Ruby' },
  { file: /^composer\.json$/, language: 'PHP' },
  { file: /^mix\.exs$/, language: 'Elixir', test: 'mix test' },
  { file: /\.(?:sln|slnx|csproj|fsproj)$/, language: '.NET', test: 'dotnet test' },
  { file: /^Package\.swift$/, language: 'Swift', test: 'swift test' },
  { file: /^deno\.jsonc?$/, language: 'TypeScript', test: 'deno test' },
  { file: /^CMakeLists\.txt$/, language: 'C or C++' },
  { file: /^pubspec\.yaml$/, language: 'Dart' },
  { file: /^build\.zig$/, language: 'Zig', test: 'zig build test' },
];

function testOf(mark: Mark, names: ReadonlySet<string>): ProjectCommand {
  const from = [...names].find((name) => mark.file.test(name)) ?? '';
  const command = mark.test ?? '';
  const wrapped = mark.wrapper !== undefined && names.has(mark.wrapper);
  return { purpose: 'test', command: wrapped ? command.replace(/^\S+/, `./${mark.wrapper}`) : command, from };
}

const SCRIPTS: readonly [name: string, purpose: ProjectCommand['purpose']][] = [
  ['test', 'test'],
  ['typecheck', 'types'],
  ['lint', 'lint'],
  ['build', 'build'],
];

function packageCommands(names: ReadonlySet<string>, text: string | null): ProjectCommand[] {
  if (text === null) return [];
  const scripts = looseObject(looseObject(parseJson(text)).scripts);
  const manager = names.has('pnpm-lock.yaml')
    ? 'pnpm'
    : names.has('yarn.lock')
      ? 'yarn'
      : names.has('bun.lock') || names.has('bun.lockb')
        ? 'bun'
        : 'npm';
  return SCRIPTS.flatMap(([name, purpose]) => {
    const script = looseText(scripts[name]);
    // What `npm init` writes is no test.
    if (script === '' || script.includes('no test specified')) return [];
    const command = name === 'test' && manager !== 'bun' ? `${manager} test` : `${manager} run ${name}`;
    return [{ purpose, command, from: 'package.json' }];
  });
}

function makeCommands(text: string | null, from: string, tool: string): ProjectCommand[] {
  if (text === null) return [];
  const targets = ['test', 'check', 'lint', 'build'].filter((name) =>
    new RegExp(`^${name}(?:[ \\t][^=:\\n]*)?:(?!=)`, 'm').test(text),
  );
  return targets.map((name) => ({
    purpose: name === 'lint' || name === 'build' ? name : 'test',
    command: `${tool} ${name}`,
    from,
  }));
}

function pythonCommands(names: ReadonlySet<string>, pyproject: string | null): ProjectCommand[] {
  if (names.has('tox.ini')) return [{ purpose: 'test', command: 'tox', from: 'tox.ini' }];
  const usesPytest = names.has('pytest.ini') || names.has('conftest.py') || /pytest/.test(pyproject ?? '');
  if (!usesPytest) return [];
  const runner = names.has('uv.lock') ? 'uv run ' : names.has('poetry.lock') ? 'poetry run ' : '';
  const from = names.has('pytest.ini') ? 'pytest.ini' : pyproject === null ? 'conftest.py' : 'pyproject.toml';
  return [{ purpose: 'test', command: `${runner}pytest`, from }];
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).slice(0, NAMES_MAX);
  } catch {
    return [];
  }
}

const NAMES_MAX = 5_000;
const SMALL_BYTES_MAX = 512 * 1024;

function readSmall(path: string): string | null {
  const text = readTextFile(path, SMALL_BYTES_MAX);
  return text.ok ? text.value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
