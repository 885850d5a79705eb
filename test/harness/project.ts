import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { endProcess, findProcessesUsing, isAlive, pollUntil, type SeenProcess } from './processes.ts';

const run = promisify(execFile);

/** The dummy key that the scripted server accepts; the client approves it by its last 20 characters. */
export const dummyApiKey = 'sk-ant-scripted-000000000000000000000000';

/** A throw-away project with a home of its own. Disposing it fails if a process that used it survived. */
export interface TestProject extends AsyncDisposable {
  /** Holds `project/`, `home/` and `tmp/`; real path. */
  readonly root: string;
  readonly dir: string;
  readonly home: string;
  /** The whole environment for a client or a command; nothing of this process but PATH gets in. */
  readonly env: (extra?: Record<string, string | undefined>) => Record<string, string>;
  /** Writes a file of the project (path relative to `dir`) and returns its full path. */
  readonly write: (path: string, text: string) => Promise<string>;
  /** Creates an empty folder outside the project, for a plugin or the like. */
  readonly folder: (name: string) => Promise<string>;
  readonly git: (...args: string[]) => Promise<string>;
  /** Remembers a process that a test started: cleaning up waits for its end. */
  readonly track: (pid: number) => void;
  /** Runs before the search for survivors, last added first: the place to stop what should stop. */
  readonly onCleanup: (step: () => Promise<void>) => void;
  /** Processes that use this project or home right now. */
  readonly processes: () => Promise<SeenProcess[]>;
}

/**
 * Creates the project: a git repository with one commit, a few source files and a `test` script. `serverUrl` is the
 * scripted model's; `survivorGraceMs` is how long a process may take to leave after the clean-up steps.
 */
export async function createProject(options: {
  serverUrl?: string;
  files?: Record<string, string>;
  survivorGraceMs?: number;
}): Promise<TestProject> {
  // Not os.tmpdir(): on macOS that is so long that sockets below it would exceed their limit.
  const root = await realpath(await mkdtemp('/tmp/ol-'));
  const [dir, home, temp] = [join(root, 'project'), join(root, 'home'), join(root, 'tmp')];
  const pids = new Set<number>();
  const steps: (() => Promise<void>)[] = [];
  const env = (extra: Record<string, string | undefined> = {}) =>
    clearedEnvironment({ home, temp, serverUrl: options.serverUrl, extra });
  const git = async (...args: string[]) => (await run('git', args, { cwd: dir, env: env() })).stdout;

  await Promise.all([mkdir(dir), mkdir(temp), mkdir(home)]);
  await writeFile(join(home, '.claude.json'), JSON.stringify(clientConfig(dir), undefined, 2));
  await writeFile(join(home, '.gitconfig'), '[user]\n\tname = Test\n\temail = test@example.invalid\n');
  await writeFiles(dir, { ...sampleFiles, ...options.files });
  await git('init', '-q', '-b', 'main');
  await git('add', '-A');
  await git('commit', '-q', '-m', 'Start');

  return {
    root,
    dir,
    home,
    env,
    git,
    write: async (path, text) => {
      await writeFiles(dir, { [path]: text });
      return join(dir, path);
    },
    folder: async (name) => {
      await mkdir(join(root, name), { recursive: true });
      return join(root, name);
    },
    track: (pid) => void pids.add(pid),
    onCleanup: (step) => void steps.push(step),
    processes: () => findProcessesUsing(root),
    [Symbol.asyncDispose]: () => cleanUp(root, pids, steps, options.survivorGraceMs ?? 20_000),
  };
}

async function cleanUp(
  root: string,
  pids: ReadonlySet<number>,
  steps: readonly (() => Promise<void>)[],
  graceMs: number,
): Promise<void> {
  const problems: unknown[] = [];
  for (const step of steps.toReversed()) await step().catch((error: unknown) => problems.push(error));
  await pollUntil(async () => (await Promise.all([...pids].map(isAlive))).every((alive) => !alive), graceMs);
  const isEmpty = async () => (await findProcessesUsing(root)).length === 0;
  if (!(await pollUntil(isEmpty, graceMs))) {
    const survivors = await findProcessesUsing(root);
    const list = survivors.map((one) => `  ${one.pid} ${one.command}`).join('\n');
    problems.push(new Error(`These processes outlived their test (${root}) and were ended:\n${list}`));
    await Promise.all(survivors.map((one) => endProcess(one.pid)));
  }
  await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  if (problems.length === 1) throw problems[0];
  if (problems.length > 1) throw new AggregateError(problems, problems.map(String).join('\n'));
}

function clearedEnvironment(parts: {
  home: string;
  temp: string;
  serverUrl: string | undefined;
  extra: Record<string, string | undefined>;
}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    PATH: process.env.PATH ?? '',
    HOME: parts.home,
    TMPDIR: parts.temp,
    LANG: 'C.UTF-8',
    ANTHROPIC_BASE_URL: parts.serverUrl,
    ANTHROPIC_API_KEY: dummyApiKey,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    ...parts.extra,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
}

/** What keeps the client from asking its first-run questions. */
function clientConfig(dir: string): Record<string, unknown> {
  return {
    hasCompletedOnboarding: true,
    theme: 'dark',
    customApiKeyResponses: { approved: [dummyApiKey.slice(-20)], rejected: [] },
    projects: { [dir]: { hasTrustDialogAccepted: true } },
  };
}

const sampleFiles: Record<string, string> = {
  'package.json': `${JSON.stringify(
    { name: 'sample', version: '1.0.0', type: 'module', scripts: { test: 'node --test' } },
    undefined,
    2,
  )}\n`,
  'src/importer.js':
    'export function importRows(text) {\n' +
    "  return text.split('\\n').map((line) => JSON.parse(line));\n" +
    '}\n',
  'test/importer.test.js':
    "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\n" +
    "import { importRows } from '../src/importer.js';\n\n" +
    "test('reads rows', () => assert.deepEqual(importRows('1\\n2'), [1, 2]));\n",
  'README.md': '# Sample\n\nImports rows.\n',
};

/** Writes files (paths relative to `dir`), with the folders they need. */
export async function writeFiles(dir: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const full = join(dir, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text);
  }
}
