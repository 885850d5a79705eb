import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as esbuild from 'esbuild';
import { ok } from '../../../src/domain/result.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { transact } from '../../../src/journal/transact.ts';
import { heard } from '../../unit/journal/events.ts';
import { readAsSeed } from '../../unit/journal/seed-reader.ts';
import type { WriterOptions } from './writer.ts';

/** A writer process and what it has said so far. */
export interface WriterProcess {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** The ids that it was told are recorded. */
  readonly acknowledged: () => string[];
  readonly saw: (line: string) => Promise<void>;
  readonly ended: Promise<void>;
}

/** A throw-away project with real writer processes. Call `close` when done: it ends what still runs. */
export interface Project {
  readonly reports: string;
  readonly journalPath: string;
  readonly lockPath: string;
  readonly start: (options: Omit<WriterOptions, 'reports'>, wrapper?: readonly string[]) => WriterProcess;
  readonly close: () => Promise<void>;
}

/** Makes the project and bundles the writer, so that a process starts in the time of a bare node. */
export function openProject(): Project {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'outloop-journal-'));
  const reports = path.join(root, 'reports');
  const script = path.join(root, 'writer.cjs');
  esbuild.buildSync({
    entryPoints: [path.join(import.meta.dirname, 'writer.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: script,
  });
  const writers: WriterProcess[] = [];
  return {
    reports,
    journalPath: path.join(reports, 'coordination.jsonl'),
    lockPath: path.join(reports, '.outloop', 'journal.lock'),
    start(options, wrapper = []) {
      const [command, ...rest] = [
        ...wrapper,
        process.execPath,
        script,
        JSON.stringify({ reports, ...options }),
      ];
      const writer = watch(spawn(command as string, rest, { stdio: ['pipe', 'pipe', 'inherit'] }));
      writers.push(writer);
      return writer;
    },
    async close() {
      for (const { child } of writers) if (child.exitCode === null) child.kill('SIGKILL');
      await Promise.all(writers.map(({ ended }) => ended));
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Waits until `condition` holds; fails after a limit that no healthy run comes near. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 5) {
    if (waited > 15_000) throw new Error(`Waited too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** True while the system has this process stopped. */
export function isStopped(pid: number): boolean {
  return /^\d+ \(.*\) T/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** The journal as a new process finds it after one more transaction, and as a reader of single lines does. */
export async function readAll(project: Project) {
  const journal = openJournal({
    journal: project.journalPath,
    internal: path.join(project.reports, '.outloop'),
  });
  await transact(journal, Date, () => ok({ events: [heard('task-none')], value: 0 }));
  fs.rmSync(path.join(project.reports, '.outloop', 'checkpoint.json'), { force: true });
  const read = readState(openJournal(journal.paths));
  if (!read.ok) throw new Error(read.failure.message);
  const text = fs.readFileSync(project.journalPath, 'utf8');
  return { state: read.value, text, asSeed: readAsSeed(text), open: [...read.value.open.keys()].sort() };
}

function watch(child: ChildProcess): WriterProcess {
  const lines: string[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return {
    child,
    lines,
    acknowledged: () => lines.flatMap((line) => (line.startsWith('ack ') ? [line.slice(4)] : [])),
    saw: (line) => until(() => lines.includes(line), `a writer says "${line}"`),
    ended: new Promise((resolve) => child.once('close', () => resolve())),
  };
}
