import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Bench, Measure } from './bench.ts';
import type { Row } from './row.ts';
import { createWorld, type World } from './world.ts';

/** What a supervisor costs that has nothing to do but to watch one worker that sleeps. */
export const idleSupervisor: Measure = {
  name: 'supervisor',
  async run(bench) {
    await using world = await createWorld(bench);
    const tasks = bench.isQuick ? 100 : 1_000;
    await bench.clock.time(
      world.session.background('researcher "wait for the signal and analyze the importer"'),
    );
    await world.until(isOneAtWork, 'a task at work');
    const fresh = await restingUsage(bench, world);
    bench.say(`${tasks} tasks`);
    await delegateMany(bench, world, tasks);
    const used = await restingUsage(bench, world);
    return {
      heading: 'Supervisor, one sleeping worker',
      rows: [...usageRows('fresh', fresh), ...usageRows(`after ${tasks.toLocaleString('en')} tasks`, used)],
      notes: [
        `Over ${watchMs(bench) / 1_000} seconds each. The workers are a program in place of the client: one sleeps, the` +
          ' others return a result at once.',
      ],
    };
  },
};

interface Usage {
  /** Share of one processor, in percent. */
  readonly cpuPercent: number;
  readonly residentMb: number;
}

function usageRows(when: string, { cpuPercent, residentMb }: Usage): Row[] {
  return [
    {
      figure: `${when}: CPU`,
      measured: `${cpuPercent.toFixed(2)} %`,
      goal: '< 0.3 %',
      spread: '',
      reached: cpuPercent < 0.3,
    },
    {
      figure: `${when}: resident memory`,
      measured: `${residentMb.toFixed(0)} MB`,
      goal: '< 70 MB',
      spread: '',
      reached: residentMb < 70,
    },
  ];
}

function watchMs(bench: Bench): number {
  return bench.isQuick ? 10_000 : 60_000;
}

function isOneAtWork({ open }: ReturnType<World['state']>): boolean {
  return open.size === 1 && [...open.values()].every(({ phase }) => phase === 'running');
}

/** What it uses once it has come to rest. */
async function restingUsage(bench: Bench, world: World): Promise<Usage> {
  const pid = world.supervisorPid();
  if (pid === null) throw new Error('no supervisor');
  await pause(SETTLE_MS);
  const cpuBefore = cpuMs(pid);
  const from = performance.now();
  await pause(watchMs(bench));
  const cpuPercent = ((cpuMs(pid) - cpuBefore) / (performance.now() - from)) * 100;
  return { cpuPercent, residentMb: residentMb(pid) };
}

// The engine tidies up once some eight seconds after the last work, for as long as half a minute of looks takes.
const SETTLE_MS = 12_000;

async function delegateMany(bench: Bench, world: World, tasks: number): Promise<void> {
  const child = spawn(process.execPath, [bench.program('delegate'), String(tasks)], {
    cwd: world.project.dir,
    env: world.session.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the program that delegates ended with ${code}`);
  await world.until(isOneAtWork, 'the end of all tasks but one', 120_000);
}

/** Milliseconds of processor time that a process has used, all threads. */
function cpuMs(pid: number): number {
  if (process.platform === 'linux') {
    // In nanoseconds, thread by thread: the ticks of `stat` are too coarse for so little.
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map(
      (id) => readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'latin1').split(' ')[0],
    );
    return spent.reduce((sum, nanoseconds) => sum + Number(nanoseconds), 0) / 1e6;
  }
  const [minutes = '0', seconds = '0'] = ps(pid, 'cputime').split(':').slice(-2);
  return (Number(minutes) * 60 + Number(seconds)) * 1_000;
}

function residentMb(pid: number): number {
  return Number(ps(pid, 'rss')) / 1_024;
}

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
