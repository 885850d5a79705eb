import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalState } from '../src/domain/state.ts';
import { openJournal, readState } from '../src/journal/journal.ts';
import type { ReportsPaths } from '../src/workspace/paths.ts';
import { reportsPaths } from '../src/workspace/paths.ts';
import { endProcess, pollUntil } from '../test/harness/processes.ts';
import { createProject, type TestProject } from '../test/harness/project.ts';
import type { Bench } from './bench.ts';
import { createSession, type Session } from './session.ts';

/** A throw-away project with a session in it. Disposing it ends its tasks, then its supervisor, then checks. */
export interface World extends AsyncDisposable {
  readonly project: TestProject;
  readonly session: Session;
  readonly paths: ReportsPaths;
  /** The journal as it is now. */
  readonly state: () => JournalState;
  /** Resolves once the journal fits; throws after the limit. */
  readonly until: (fits: (state: JournalState) => boolean, what: string, limitMs?: number) => Promise<void>;
  /** The pid of the supervisor that its card names, or null. */
  readonly supervisorPid: () => number | null;
  readonly stopSupervisor: () => Promise<void>;
}

/**
 * Makes a project whose workers are `client`: the real client with a model at `serverUrl`, or by default a program that
 * only stands in for it.
 */
export async function createWorld(
  bench: Bench,
  options: { client?: string; serverUrl?: string } = {},
): Promise<World> {
  const project = await createProject({
    ...(options.serverUrl === undefined ? {} : { serverUrl: options.serverUrl }),
  });
  const client = options.client ?? join(import.meta.dirname, 'fake-client.sh');
  const session = createSession(project, bench.plugin, { ...bench.env, OUTLOOP_CLAUDE: client });
  const paths = reportsPaths({ root: project.dir, reports: join(project.dir, 'reports') });
  const journal = openJournal({ journal: paths.journal, internal: paths.internal });
  const state = () => {
    const read = readState(journal);
    if (!read.ok) throw new Error(read.failure.message);
    return read.value;
  };
  const until: World['until'] = async (fits, what, limitMs = 30_000) => {
    if ((await pollUntil(() => fits(state()), limitMs, 10)) === undefined) {
      throw new Error(`Not within ${limitMs} ms: ${what}\n${supervisorLog(paths)}`);
    }
  };
  const supervisorPid = () => pidOfCard(join(paths.internal, 'supervisor.json'));
  const stopSupervisor = async () => {
    const pid = supervisorPid();
    if (pid !== null) await endProcess(pid, 5_000);
  };
  const endTasks = async () => {
    const open = [...state().open.keys()];
    if (open.length === 0) return;
    for (const id of open) {
      spawnSync(join(bench.plugin, 'bin/outloop'), ['cancel', id], { cwd: project.dir, env: session.env });
    }
    await until((now) => now.open.size === 0, 'the end of all tasks');
  };
  project.onCleanup(stopSupervisor);
  project.onCleanup(endTasks);
  return {
    project,
    session,
    paths,
    state,
    until,
    supervisorPid,
    stopSupervisor,
    [Symbol.asyncDispose]: () => project[Symbol.asyncDispose](),
  };
}

function pidOfCard(path: string): number | null {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { pid: number }).pid;
  } catch {
    return null;
  }
}

function supervisorLog(paths: ReportsPaths): string {
  try {
    return readFileSync(join(paths.internal, 'supervisor.log'), 'utf8').slice(-2_000);
  } catch {
    return 'no supervisor.log';
  }
}
