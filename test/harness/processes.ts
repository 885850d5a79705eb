import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process as the scan saw it; `command` is its command line. */
export interface SeenProcess {
  readonly pid: number;
  readonly command: string;
}

/** Living processes that have the folder in their environment, working directory or command line. */
export async function findProcessesUsing(folder: string): Promise<SeenProcess[]> {
  return process.platform === 'linux' ? scanProc(folder) : scanPs(folder);
}

/** True while a process of this pid exists and is no zombie. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/^\) [ZX]/.test(stat.slice(stat.lastIndexOf(')')));
}

/** Polls until the condition gives something other than undefined or false; undefined after the limit. */
export async function pollUntil<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs: number,
  everyMs = 25,
): Promise<T | undefined> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (performance.now() >= end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** Ends one process by pid: TERM, then KILL after the grace. Resolves when it is gone. */
export async function endProcess(pid: number, graceMs = 2000): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await pollUntil(async () => !(await isAlive(pid)), graceMs)) return;
  signal(pid, 'SIGKILL');
  await pollUntil(async () => !(await isAlive(pid)), 30_000);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

async function scanProc(folder: string): Promise<SeenProcess[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const seen = await Promise.all(names.map((name) => readProc(Number(name), folder)));
  return seen.filter((one) => one !== undefined);
}

async function readProc(pid: number, folder: string): Promise<SeenProcess | undefined> {
  if (pid === process.pid) return undefined;
  const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => '');
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  const [environment, line] = await Promise.all([read('environ'), read('cmdline')]);
  const uses = environment.includes(folder) || line.includes(folder) || `${cwd}/`.startsWith(`${folder}/`);
  if (!uses || !(await isAlive(pid))) return undefined;
  return { pid, command: line.replaceAll('\0', ' ').trim() };
}

async function scanPs(folder: string): Promise<SeenProcess[]> {
  const { stdout } = await run('ps', ['-axwwE', '-o', 'pid=,command='], { maxBuffer: 32_000_000 });
  return stdout
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }))
    .filter((one) => one.pid !== process.pid);
}
