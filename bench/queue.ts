import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bench, Measure } from './bench.ts';
import { writeBigJournal } from './big-journal.ts';
import { startCrew } from './crew.ts';
import { bareNode } from './hook-line.ts';
import { atMost, type Row } from './row.ts';
import { alternate, ratioOf, spreadOf } from './stats.ts';
import { createWorld, type World } from './world.ts';

/** From a submit to the first instruction of what was submitted, where nothing else runs. */
export const submitToStart: Measure = {
  name: 'submit-to-start',
  async run(bench) {
    await using world = await createWorld(bench);
    await using submitter = await startCrew<{ startMs: number; submitMs: number }>(1, {
      program: bench.program('submit-start'),
      args: [],
      cwd: world.project.dir,
      env: world.session.env,
    });
    const submitMs: number[] = [];
    const taken = await alternate(bench.rounds, {
      node: async () => (await bench.clock.time(bareNode(world.session.hook('Stop')))).ms,
      start: async () => {
        const { said } = await submitter.begin();
        await world.until(({ open }) => open.size === 0, 'the end of the command');
        submitMs.push(said[0]?.submitMs ?? Number.NaN);
        return said[0]?.startMs ?? Number.NaN;
      },
    });
    return {
      heading: 'Submit to start / node -e 0',
      rows: [atMost('a free slot, the supervisor is there', ratioOf(taken.start, taken.node), 1.5)],
      notes: [
        'In a process that runs already: from the call of the verb to the moment that the command itself notes. Its' +
          ` answer came after ${spreadOf(submitMs).median.toFixed(0)} ms; node -e 0 took` +
          ` ${spreadOf(taken.node).median.toFixed(0)} ms here.`,
      ],
    };
  },
};

/** A queue of ten thousand tasks, half of which wait for others. */
export const longQueue: Measure = {
  name: 'long-queue',
  async run(bench) {
    const printed = execFileSync(
      process.execPath,
      [bench.program('pick'), String(QUEUE), String(QUEUE / 2), String(PICKS)],
      { encoding: 'utf8', env: { ...bench.env, PATH: process.env.PATH ?? '' } },
    );
    const { pickMs } = JSON.parse(printed) as { pickMs: number[] };
    // The first ones warm up.
    const picked = spreadOf(pickMs.slice(PICKS / 5));
    return {
      heading: `${QUEUE.toLocaleString('en')} queued, half wait for others`,
      rows: [atMost('the next pick', picked, 5, ' ms'), residentRow(await supervisorOfLongQueue(bench))],
      notes: ['The memory is that of the real supervisor, while one command runs and all the others wait.'],
    };
  },
};

const QUEUE = 10_000;
const PICKS = 100;

async function supervisorOfLongQueue(bench: Bench): Promise<number> {
  await using world = await createWorld(bench);
  await world.project.write('outloop.yaml', 'max_parallel: 1\n');
  await using queue = await startCrew(1, {
    program: bench.program('queue'),
    args: [String(QUEUE), 'sleep 3600', String(QUEUE / 2)],
    cwd: world.project.dir,
    env: world.session.env,
  });
  await queue.begin();
  await world.until(isOneRunning, 'a running command');
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const pid = world.supervisorPid();
  if (pid === null) throw new Error('no supervisor');
  const resident = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const call = { cwd: world.project.dir, env: world.session.env };
  spawnSync(join(bench.plugin, 'bin/outloop'), ['emergency-shutdown'], call);
  await world.stopSupervisor();
  // Ten thousand ends are another measurement: what waited is forgotten with its journal.
  rmSync(world.paths.reports, { recursive: true });
  return Number(resident) / 1_024;
}

const SETTLE_MS = 5_000;

function isOneRunning({ open }: ReturnType<World['state']>): boolean {
  return [...open.values()].some(({ phase }) => phase === 'running');
}

function residentRow(residentMb: number): Row {
  return {
    figure: 'resident memory of the supervisor',
    measured: `${residentMb.toFixed(0)} MB`,
    goal: '< 150 MB',
    spread: '',
    reached: residentMb < 150,
  };
}

/** The fold of a long journal from its first byte. */
export const longFold: Measure = {
  name: 'long-fold',
  async run(bench) {
    await using world = await createWorld(bench);
    writeBigJournal(world.paths, EVENTS, 0);
    const folder = dirname(world.paths.journal);
    const fold = () => {
      const printed = execFileSync(process.execPath, [bench.program('fold'), folder], { encoding: 'utf8' });
      const { ms, seq } = JSON.parse(printed) as { ms: number; seq: number };
      if (seq !== EVENTS) throw new Error(`only ${seq} events were folded`);
      return ms;
    };
    const taken = await alternate(bench.rounds, {
      node: async () => (await bench.clock.time(bareNode(world.session.hook('Stop')))).ms,
      fold,
    });
    return {
      heading: `Fold of ${EVENTS.toLocaleString('en')} events / node -e 0`,
      rows: [atMost('all of it read, each hash checked', ratioOf(taken.fold, taken.node), 6)],
      notes: [
        `In a process of its own, without its start: ${spreadOf(taken.fold).median.toFixed(0)} ms here, and` +
          ` ${spreadOf(taken.node).median.toFixed(0)} ms for node -e 0.`,
      ],
    };
  },
};

const EVENTS = 100_000;
