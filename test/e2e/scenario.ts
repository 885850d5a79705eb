import { execFile } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureClient } from '../harness/ensure-client.ts';
import type { Script } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import type { ModelServer } from '../harness/model-server.ts';
import { startModelServer } from '../harness/model-server.ts';
import type { PrintOptions, PrintOutcome, PrintRun } from '../harness/print-client.ts';
import { runPrint, startPrint } from '../harness/print-client.ts';
import type { SeenProcess } from '../harness/processes.ts';
import { endProcess, findProcessesUsing, pollUntil } from '../harness/processes.ts';
import type { TestProject } from '../harness/project.ts';
import { createProject } from '../harness/project.ts';
import type { TmuxClient } from '../harness/tmux-client.ts';
import { startTmuxClient } from '../harness/tmux-client.ts';
import { isOwnTurn, isWorkerRequest } from './worker-script.ts';

/** The plugin as users get it: this checkout with its built `dist`. */
export const pluginRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One journal line, as far as tests read it. */
export interface JournalLine {
  readonly event: string;
  readonly task_id?: string;
  readonly status?: string;
  readonly [field: string]: unknown;
}

/** How a run of the command line ended. */
export interface CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A project with a scripted model and the real client, cleaned up together. */
export interface Scenario extends AsyncDisposable {
  readonly server: ModelServer;
  readonly project: TestProject;
  readonly client: string;
  /** The folder of the plugin that everything here runs. */
  readonly plugin: string;
  readonly print: (prompt: string, options?: Partial<PrintOptions>) => Promise<PrintOutcome>;
  /** Starts a session without a terminal and returns while it runs; a streamed one may begin without a prompt. */
  readonly start: (prompt: string | undefined, options?: Partial<PrintOptions>) => PrintRun;
  readonly open: (options?: {
    permissionMode?: string;
    args?: readonly string[];
    env?: Record<string, string>;
    cwd?: string;
  }) => Promise<TmuxClient>;
  /** Model turns that are no worker's, in order. */
  readonly ownTurns: () => readonly ModelRequest[];
  readonly workerTurns: () => readonly ModelRequest[];
  readonly journal: () => Promise<JournalLine[]>;
  /** The journal lines of one event, in order. */
  readonly events: (event: string) => Promise<JournalLine[]>;
  /** Resolves with the first journal line that fits. */
  readonly waitForLine: (fits: (line: JournalLine) => boolean, timeoutMs?: number) => Promise<JournalLine>;
  readonly outloop: (...args: string[]) => Promise<CommandOutcome>;
  /** `outloop` with additions to its environment. */
  readonly outloopWith: (env: Record<string, string>, ...args: string[]) => Promise<CommandOutcome>;
  /** Delegates by the command line, as a script would, and gives the id of the task. */
  readonly submit: (...args: string[]) => Promise<string>;
  /** The process that supervises, by the journal. */
  readonly supervisorPid: () => Promise<number>;
  /** Every living process of the workers of this project. */
  readonly workerProcesses: () => Promise<SeenProcess[]>;
}

/** What differs from the ordinary: more files, a copy of the plugin to spoil, more environment for everything. */
export interface ScenarioOptions {
  readonly files?: Record<string, string>;
  readonly copiesPlugin?: boolean;
  readonly env?: Record<string, string>;
}

/** Makes a scenario. The worker's client is the same as the session's. */
export async function createScenario(script: Script, options: ScenarioOptions = {}): Promise<Scenario> {
  const { path: client } = await ensureClient();
  const server = await startModelServer(script);
  const project = await createProject({ serverUrl: server.url, files: options.files ?? {} });
  const plugin = options.copiesPlugin === true ? await copyPlugin(project) : pluginRoot;
  const env = { OUTLOOP_CLAUDE: client, OUTLOOP_NODE: process.execPath, ...options.env };
  const journal = () => readJournal(join(project.dir, 'reports/coordination.jsonl'));
  const printOptions = (prompt: string | undefined, more: Partial<PrintOptions>): PrintOptions => {
    const asked = prompt === undefined ? {} : { prompt };
    return { client, project, ...asked, pluginDirs: [plugin], ...more, env: { ...env, ...more.env } };
  };
  const outloopWith = (more: Record<string, string>, ...args: string[]) =>
    runOutloop(plugin, project, args, { ...env, ...more });
  const workerProcesses = () => findProcessesUsing(`OUTLOOP_ROOT=${project.dir}`);
  const events = async (event: string) => (await journal()).filter((line) => line.event === event);
  project.onCleanup(() => endOpenWork(project, journal, workerProcesses));
  return {
    server,
    project,
    client,
    plugin,
    print: (prompt, more = {}) => runPrint(printOptions(prompt, more)),
    start: (prompt, more = {}) => startPrint(printOptions(prompt, more)),
    open: (more = {}) =>
      startTmuxClient({ client, project, pluginDirs: [plugin], ...more, env: { ...env, ...more.env } }),
    ownTurns: () => server.requests.filter(isOwnTurn),
    workerTurns: () => server.requests.filter(isWorkerRequest),
    journal,
    events,
    waitForLine: async (fits, timeoutMs = 30_000) => {
      const line = await pollUntil(async () => (await journal()).find(fits), timeoutMs);
      if (line !== undefined) return line;
      throw new Error(`No such journal line within ${timeoutMs} ms:\n${await describe(project, journal)}`);
    },
    outloop: (...args) => outloopWith({}, ...args),
    outloopWith,
    submit: async (...args) => {
      const done = await outloopWith({}, 'submit', ...args, '--json');
      if (done.exitCode !== 0) throw new Error(`outloop submit: ${done.stdout}${done.stderr}`);
      return (JSON.parse(done.stdout) as { task_id: string }).task_id;
    },
    supervisorPid: async () => {
      const last = (await events('supervisor.started')).at(-1);
      if (last === undefined) throw new Error('No supervisor has started yet.');
      return (last.process as { pid: number }).pid;
    },
    workerProcesses,
    [Symbol.asyncDispose]: async () => {
      await project[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** The folder that people install, as files of its own. */
async function copyPlugin(project: TestProject): Promise<string> {
  const plugin = await project.folder('plugin');
  await cp(join(pluginRoot, 'plugin'), plugin, { recursive: true, dereference: true });
  return plugin;
}

async function readJournal(path: string): Promise<JournalLine[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as JournalLine];
    } catch {
      return [];
    }
  });
}

async function describe(project: TestProject, journal: () => Promise<JournalLine[]>): Promise<string> {
  const lines = (await journal()).map((line) => JSON.stringify(line)).join('\n');
  const log = join(project.dir, 'reports/.outloop/supervisor.log');
  return `${lines}\n${await readFile(log, 'utf8').catch(() => 'no supervisor log')}`;
}

/**
 * A supervisor stays for a while when it has nothing to do, and a test that is over does not wait for that. Workers are
 * ended only where their task is still open: those of an ended task must be gone by themselves.
 */
async function endOpenWork(
  project: TestProject,
  journal: () => Promise<JournalLine[]>,
  workerProcesses: () => Promise<SeenProcess[]>,
): Promise<void> {
  // More than one, at times: hooks that found none each start one, and the second waits for the first's place.
  for (;;) {
    const supervisors = (await findProcessesUsing(project.dir)).filter(({ command }) =>
      /supervis(or\.cjs|e\.ts)/.test(command),
    );
    if (supervisors.length === 0) break;
    for (const { pid } of supervisors) await endProcess(pid);
  }
  const lines = await journal();
  const count = (event: string) => lines.filter((line) => line.event === event).length;
  if (count('task.submitted') <= count('task.ended')) return;
  for (const { pid } of await workerProcesses()) await endProcess(pid);
}

/** Runs the command line of a copy of the plugin in the project. */
export function runOutloop(
  plugin: string,
  project: TestProject,
  args: readonly string[],
  env: Record<string, string>,
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    execFile(
      join(plugin, 'bin/outloop'),
      [...args],
      { cwd: project.dir, env: project.env(env) },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ stdout, stderr, exitCode });
      },
    );
  });
}
