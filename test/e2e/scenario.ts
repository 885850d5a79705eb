import { cp } from 'node:fs/promises';
import { inject } from 'vitest';
import { endOpenWork, workersOf } from '../harness/end-open-work.ts';
import { ensureClient } from '../harness/ensure-client.ts';
import type { JournalLine } from '../harness/journal-lines.ts';
import { readJournal, waitForLine } from '../harness/journal-lines.ts';
import type { Script } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import type { ModelServer } from '../harness/model-server.ts';
import { startModelServer } from '../harness/model-server.ts';
import type { PrintOptions, PrintOutcome, PrintRun } from '../harness/print-client.ts';
import { runPrint, startPrint } from '../harness/print-client.ts';
import type { SeenProcess } from '../harness/processes.ts';
import type { TestProject } from '../harness/project.ts';
import { createProject } from '../harness/project.ts';
import type { OutloopOutcome } from '../harness/run-outloop.ts';
import { runOutloop } from '../harness/run-outloop.ts';
import type { TmuxClient } from '../harness/tmux-client.ts';
import { startTmuxClient } from '../harness/tmux-client.ts';
import { isOwnTurn, isWorkerRequest } from './worker-script.ts';

/** The plugin as users get it, made of this checkout. */
export const pluginRoot = inject('plugin');

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
  readonly outloop: (...args: string[]) => Promise<OutloopOutcome>;
  /** `outloop` with additions to its environment. */
  readonly outloopWith: (env: Record<string, string>, ...args: string[]) => Promise<OutloopOutcome>;
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
  const journal = () => readJournal(project);
  const printOptions = (prompt: string | undefined, more: Partial<PrintOptions>): PrintOptions => {
    const asked = prompt === undefined ? {} : { prompt };
    return { client, project, ...asked, pluginDirs: [plugin], ...more, env: { ...env, ...more.env } };
  };
  const outloopWith = (more: Record<string, string>, ...args: string[]) =>
    runOutloop(project, args, { plugin, env: { ...env, ...more } });
  const events = async (event: string) => (await journal()).filter((line) => line.event === event);
  project.onCleanup(() => endOpenWork(project));
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
    waitForLine: (fits, timeoutMs) => waitForLine(project, fits, timeoutMs),
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
    workerProcesses: () => workersOf(project),
    [Symbol.asyncDispose]: async () => {
      await project[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** The plugin as files of a project's own. */
export async function copyPlugin(project: TestProject): Promise<string> {
  const plugin = await project.folder('plugin');
  await cp(pluginRoot, plugin, { recursive: true, dereference: true });
  return plugin;
}
