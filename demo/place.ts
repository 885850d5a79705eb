import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rmdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { workerEnvironment } from '../src/ipc/environment.ts';
import { endProcess } from '../test/harness/processes.ts';
import type { TestProject } from '../test/harness/project.ts';
import { createProject } from '../test/harness/project.ts';
import { SAMPLE_FILES } from './part.ts';

/** The plugin under demonstration, as people install it from this checkout. */
export const pluginRoot = join(dirname(dirname(fileURLToPath(import.meta.url))), 'plugin');

/** A throw-away project that is kept: when it is disposed, everything that ran in it has ended. */
export interface DemoPlace extends AsyncDisposable {
  readonly project: TestProject;
  /** Where the project lies once the demo is over. */
  readonly kept: string;
  /** Where the client keeps the records of its sessions. */
  readonly configDir: string;
  /** Ends a task that is still open, whatever becomes of the demo. */
  readonly cancelAtEnd: (taskId: () => string | null) => void;
}

/**
 * Makes the project. With `serverUrl` the client has an empty home, no account and no other way out than that server;
 * without it the client is the person's own, with their account.
 */
export async function createPlace(serverUrl: string | undefined, client: string): Promise<DemoPlace> {
  const made = await createProject({
    ...(serverUrl === undefined ? {} : { serverUrl }),
    files: { ...SAMPLE_FILES },
  });
  const ours = { OUTLOOP_CLAUDE: client, OUTLOOP_NODE: process.execPath };
  const own = workerEnvironment(process.env);
  const env: TestProject['env'] = (extra = {}) =>
    serverUrl === undefined ? defined({ ...own, ...ours, ...extra }) : made.env({ ...ours, ...extra });
  const project = { ...made, env };
  const kept = await mkdtemp('/tmp/outloop-demo-');
  await rmdir(kept);
  // The last of the steps: by then nothing runs in it any more.
  project.onCleanup(() => rename(project.dir, kept));
  project.onCleanup(() => endSupervisor(project.dir));
  let disposed: Promise<void> | undefined;
  return {
    project,
    kept,
    configDir:
      serverUrl === undefined
        ? (process.env.CLAUDE_CONFIG_DIR ?? join(homedir(), '.claude'))
        : join(made.home, '.claude'),
    cancelAtEnd: (taskId) => project.onCleanup(() => cancelTask(project, taskId())),
    [Symbol.asyncDispose]: () => {
      // The end of the demo and an interrupt can both ask for it.
      disposed ??= Promise.resolve(made[Symbol.asyncDispose]());
      return disposed;
    },
  };
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function cancelTask(project: TestProject, taskId: string | null): Promise<void> {
  if (taskId === null) return;
  const outloop = (...args: string[]) =>
    promisify(execFile)(join(pluginRoot, 'bin/outloop'), args, { cwd: project.dir, env: project.env() });
  await outloop('cancel', taskId);
  // Its exit code tells how the task ended, and cancelled is no success.
  await outloop('wait', taskId, '--timeout', '15s').catch(() => undefined);
}

// It leaves by itself when it has been idle for a while; the demo need not wait for that.
async function endSupervisor(dir: string): Promise<void> {
  const card = await readFile(join(dir, 'reports/.outloop/supervisor.json'), 'utf8').catch(() => null);
  if (card !== null) await endProcess((JSON.parse(card) as { pid: number }).pid, 5000);
}
