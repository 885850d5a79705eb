import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isAlive, pollUntil } from '../../harness/processes.ts';
import type { TestProject } from '../../harness/project.ts';
import { createProject, writeFiles } from '../../harness/project.ts';
import type { ProgramOutcome } from '../../harness/run-program.ts';
import { runProgram } from '../../harness/run-program.ts';
import { BEAT_SCRIPT, HOP_SCRIPT } from './workers.ts';

/** By what a worker is to be contained: as strongly as this machine can, or by its process group alone. */
export type ChaosMeans = 'auto' | 'group';

/** One line of the journal. */
export interface Line {
  readonly event: string;
  readonly timestamp: string;
  readonly seq: number;
  readonly task_id?: string;
  readonly [field: string]: unknown;
}

/** A process of the project, as the process table tells it. */
export interface Seen {
  readonly pid: number;
  readonly command: string;
}

/** A project that chaos is let loose on, driven by the built plugin alone. */
export interface ChaosProject extends AsyncDisposable {
  readonly project: TestProject;
  readonly outloop: (...args: string[]) => Promise<ProgramOutcome>;
  /** Submits a command that nothing may keep from being accepted. */
  readonly submit: (command: string, retries: number) => Promise<string>;
  /** Waits for the end of a task, at most ten seconds: who waits starts the supervisor again that he finds gone. */
  readonly watch: (id: string | undefined) => Promise<void>;
  readonly journal: () => Line[];
  /** What the supervisors have said. */
  readonly log: () => string;
  /** The living supervisor that the journal names last. */
  readonly supervisorPid: () => Promise<number | null>;
  /** Every living process of a worker. */
  readonly workers: () => Promise<Seen[]>;
}

/** Which node the plugin runs under. */
export const NODE = { OUTLOOP_NODE: process.execPath };

/** How the command line ends when it was called wrongly: then this harness is wrong. */
const WRONG_USE = 2;

/** Makes the project. Disposing of it fails if a process outlives it. */
export async function createChaosProject(
  plugin: string,
  means: ChaosMeans,
  slots: number,
): Promise<ChaosProject> {
  const project = await createProject({ files: { 'beat.sh': BEAT_SCRIPT, 'hop.sh': HOP_SCRIPT } });
  const config = `max_parallel: ${slots}\ncontainment: ${means}\n`;
  await writeFiles(project.home, { '.config/outloop/outloop.yaml': config });
  const outloop = (...args: string[]) =>
    runProgram(join(plugin, 'bin/outloop'), args, { cwd: project.dir, env: project.env(NODE) });
  const journal = () => readJournal(project.dir);
  const supervisorPid = async () => {
    const started = journal().findLast(({ event }) => event === 'supervisor.started');
    const pid = (started?.process as { pid: number } | undefined)?.pid;
    return pid !== undefined && (await isAlive(pid)) ? pid : null;
  };
  const supervisors = async () =>
    (await project.processes()).filter(({ command }) => command.includes('supervisor.cjs'));
  const workers = async () =>
    (await project.processes()).filter(
      ({ command }) => !command.includes('supervisor.cjs') && !command.includes('cli.cjs'),
    );
  project.onCleanup(async () => {
    for (const { pid } of await supervisors()) await endProcess(pid);
    for (const { pid } of await workers()) await endProcess(pid, 0);
    await pollUntil(async () => (await project.processes()).length === 0, 10_000);
  });
  return {
    project,
    outloop,
    journal,
    log: () => readFileSync(join(project.dir, 'reports/.outloop/supervisor.log'), 'utf8'),
    supervisorPid,
    workers,
    submit: async (command, retries) => {
      const { exitCode, stdout, stderr } = await outloop(
        ...['submit', '--command', command, '--retries', String(retries), '--json'],
      );
      if (exitCode !== 0) throw new Error(`not accepted (${exitCode}): ${stdout}${stderr}`);
      return (JSON.parse(stdout) as { task_id: string }).task_id;
    },
    watch: async (id) => {
      if (id === undefined) return;
      const { exitCode, stderr } = await outloop('wait', id, '--timeout', '10s');
      if (exitCode === WRONG_USE) throw new Error(stderr);
    },
    [Symbol.asyncDispose]: () => project[Symbol.asyncDispose](),
  };
}

function readJournal(dir: string): Line[] {
  const path = join(dir, 'reports/coordination.jsonl');
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap(parseLine);
}

// A kill in the middle of a write leaves a fragment, which is no line of the history.
function parseLine(line: string): Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}
