import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureClient } from '../harness/ensure-client.ts';
import type { Reply, Script } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { hasTool, textOf } from '../harness/model-request.ts';
import type { ModelServer } from '../harness/model-server.ts';
import { startModelServer } from '../harness/model-server.ts';
import type { PrintOptions, PrintOutcome } from '../harness/print-client.ts';
import { runPrint } from '../harness/print-client.ts';
import { endProcess, pollUntil } from '../harness/processes.ts';
import type { TestProject } from '../harness/project.ts';
import { createProject } from '../harness/project.ts';
import type { TmuxClient } from '../harness/tmux-client.ts';
import { startTmuxClient } from '../harness/tmux-client.ts';

/** The plugin as users get it: this checkout with its built `dist`. */
export const pluginRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One journal line, as far as tests read it. */
export interface JournalLine {
  readonly event: string;
  readonly task_id?: string;
  readonly status?: string;
  readonly [field: string]: unknown;
}

/** A project with a scripted model and the real client, cleaned up together. */
export interface Scenario extends AsyncDisposable {
  readonly server: ModelServer;
  readonly project: TestProject;
  readonly client: string;
  readonly print: (prompt: string, options?: Partial<PrintOptions>) => Promise<PrintOutcome>;
  readonly open: (options?: { permissionMode?: string; args?: readonly string[] }) => Promise<TmuxClient>;
  readonly journal: () => Promise<JournalLine[]>;
  /** Resolves with the first journal line that fits. */
  readonly waitForLine: (fits: (line: JournalLine) => boolean, timeoutMs?: number) => Promise<JournalLine>;
  readonly outloop: (...args: string[]) => Promise<{ stdout: string; stderr: string; exitCode: number }>;
}

/** The structured result that a scripted worker returns. */
export const WORK_RESULT = {
  status: 'completed',
  summary: 'The importer swallows two errors.',
  work_performed: ['Read src/importer.ts'],
  files: [],
  next_steps: ['Handle the read error'],
  issues: [],
  handoff: '',
};

/** True for a request of a worker: it carries the prime. */
export function isWorkerRequest(request: ModelRequest): boolean {
  return request.kind === 'turn' && textOf(request).includes('CONTEXT PRIME');
}

/** A worker that returns its result at once; everybody else gets `ok`. */
export function simpleWorker(result: Readonly<Record<string, unknown>> = WORK_RESULT): Script {
  return (request) => (isWorkerRequest(request) ? resultReply(request, result) : { text: 'ok' });
}

/** The reply by which a worker ends: the structured result where it is offered. */
export function resultReply(
  request: ModelRequest,
  result: Readonly<Record<string, unknown>> = WORK_RESULT,
): Reply {
  if (!hasTool(request, 'StructuredOutput')) throw new Error('the worker is not offered StructuredOutput');
  return { tools: [{ name: 'StructuredOutput', input: { ...result } }] };
}

/** Makes a scenario. The worker's client is the same as the session's. */
export async function createScenario(
  script: Script,
  options: { files?: Record<string, string> } = {},
): Promise<Scenario> {
  const { path: client } = await ensureClient();
  const server = await startModelServer(script);
  const project = await createProject({ serverUrl: server.url, ...options });
  const env = { OUTLOOP_CLAUDE: client, OUTLOOP_NODE: process.execPath };
  const journalPath = join(project.dir, 'reports/coordination.jsonl');
  const journal = () => readJournal(journalPath);
  project.onCleanup(() => endSupervisor(project));
  return {
    server,
    project,
    client,
    print: (prompt, more = {}) =>
      runPrint({
        client,
        project,
        prompt,
        pluginDirs: [pluginRoot],
        ...more,
        env: { ...env, ...more.env },
      }),
    open: (more = {}) => startTmuxClient({ client, project, pluginDirs: [pluginRoot], env, ...more }),
    journal,
    waitForLine: async (fits, timeoutMs = 30_000) => {
      const line = await pollUntil(async () => (await journal()).find(fits), timeoutMs);
      if (line !== undefined) return line;
      const log = await readFile(join(project.dir, 'reports/.outloop/supervisor.log'), 'utf8').catch(
        () => 'no log',
      );
      throw new Error(
        `No such journal line within ${timeoutMs} ms:\n${JSON.stringify(await journal())}\n${log}`,
      );
    },
    outloop: (...args) => runOutloop(project, args, env),
    [Symbol.asyncDispose]: async () => {
      await project[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
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

// A supervisor stays for a while when it has nothing to do; a test that is over does not wait for that.
async function endSupervisor(project: TestProject): Promise<void> {
  const card = await readFile(join(project.dir, 'reports/.outloop/supervisor.json'), 'utf8').catch(
    () => null,
  );
  if (card !== null) await endProcess((JSON.parse(card) as { pid: number }).pid);
}

function runOutloop(
  project: TestProject,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  return new Promise((resolve) => {
    execFile(
      join(pluginRoot, 'bin/outloop'),
      [...args],
      { cwd: project.dir, env: project.env(env) },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ stdout, stderr, exitCode });
      },
    );
  });
}
