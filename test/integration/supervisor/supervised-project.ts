import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endProcess, pollUntil } from '../../harness/processes.ts';
import type { TestProject } from '../../harness/project.ts';
import { createProject, writeFiles } from '../../harness/project.ts';

const pluginRoot = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** One journal line, as far as tests read it. */
export interface JournalLine {
  readonly event: string;
  readonly task_id?: string;
  readonly status?: string;
  readonly [field: string]: unknown;
}

/** A project whose tasks run under a real supervisor from the sources; shell commands are the workers. */
export interface SupervisedProject extends AsyncDisposable {
  readonly project: TestProject;
  readonly outloop: (...args: string[]) => Promise<{ stdout: string; stderr: string; exitCode: number }>;
  /** What node is started with to run `outloop` here. */
  readonly cliArguments: (...args: string[]) => string[];
  /** Submits a shell command and gives the id of its task. */
  readonly submit: (command: string, ...args: string[]) => Promise<string>;
  readonly journal: () => Promise<JournalLine[]>;
  readonly waitForLine: (fits: (line: JournalLine) => boolean, timeoutMs?: number) => Promise<JournalLine>;
  /** The numbers that the workers have written into a file of the project, once there are so many. */
  readonly pids: (file: string, count: number) => Promise<number[]>;
}

/** Makes the project. `userConfig` is the person's `outloop.yaml`. */
export async function superviseProject(userConfig = ''): Promise<SupervisedProject> {
  const project = await createProject({});
  if (userConfig !== '') await writeFiles(project.home, { '.config/outloop/outloop.yaml': userConfig });
  const journal = async () => {
    const text = await readFile(join(project.dir, 'reports/coordination.jsonl'), 'utf8').catch(() => '');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    return whole.split('\n').flatMap(parseLine);
  };
  const outloop = (...args: string[]) => runCli(project, args);
  project.onCleanup(() => stopSupervisor(project));
  return {
    project,
    outloop,
    cliArguments: (...args) => cliArguments(args),
    submit: async (command, ...args) => {
      const done = await outloop('submit', '--command', command, '--json', ...args);
      if (done.exitCode !== 0) throw new Error(`${done.stdout}${done.stderr}`);
      return (JSON.parse(done.stdout) as { task_id: string }).task_id;
    },
    journal,
    waitForLine: async (fits, timeoutMs = 30_000) => {
      const line = await pollUntil(async () => (await journal()).find(fits), timeoutMs);
      if (line !== undefined) return line;
      const log = await readFile(join(project.dir, 'reports/.outloop/supervisor.log'), 'utf8').catch(
        () => '',
      );
      const lines = (await journal()).map((one) => JSON.stringify(one)).join('\n');
      throw new Error(`the journal has no such line:\n${lines}\n${log}`);
    },
    pids: async (file, count) => {
      const found = await pollUntil(async () => {
        const text = await readFile(join(project.dir, file), 'utf8').catch(() => '');
        const numbers = text.trim().split(/\s+/).filter(Boolean).map(Number);
        return numbers.length >= count && numbers;
      }, 30_000);
      if (found === undefined) throw new Error(`${file} never had ${count} numbers`);
      return found;
    },
    [Symbol.asyncDispose]: () => project[Symbol.asyncDispose](),
  };
}

// A full disk or a kill leaves fragments, which are no lines of the history.
function parseLine(line: string): JournalLine[] {
  try {
    return [JSON.parse(line) as JournalLine];
  } catch {
    return [];
  }
}

function cliArguments(args: readonly string[]): string[] {
  const loader = join(pluginRoot, 'node_modules/tsx/dist/loader.mjs');
  return ['--import', loader, join(pluginRoot, 'src/cli.ts'), ...args];
}

function runCli(project: TestProject, args: readonly string[]) {
  return new Promise<{ stdout: string; stderr: string; exitCode: number }>((resolve) => {
    execFile(
      process.execPath,
      cliArguments(args),
      { cwd: project.dir, env: project.env({ OUTLOOP_DEV: '1' }) },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ stdout, stderr, exitCode });
      },
    );
  });
}

async function stopSupervisor(project: TestProject): Promise<void> {
  const card = join(project.dir, 'reports/.outloop/supervisor.json');
  if (!existsSync(card)) return;
  await endProcess((JSON.parse(await readFile(card, 'utf8')) as { pid: number }).pid);
}
