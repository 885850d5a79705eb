import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure } from './bench.ts';
import { startCrew } from './crew.ts';
import { atMost, type Row } from './row.ts';
import { makeScratch } from './scratch.ts';
import { alternate, ratioOf, spreadOf } from './stats.ts';
import { createWorld } from './world.ts';

const SLOTS = 2;

/** A queue of commands that do nothing, against task-spooler with as many slots. */
export const commandQueue: Measure = {
  name: 'commands',
  async run(bench) {
    const tasks = bench.isQuick ? 200 : 1_000;
    const { syncs } = await drain(bench, tasks, 'count syncs');
    const rows = [{ ...atMost('syncs of the supervisor per task', spreadOf([syncs / tasks]), 1.1) }];
    const from = `From the start of the supervisor to the last verified end, ${tasks} commands in the queue.`;
    if (!hasSpooler()) {
      const { ms } = await drain(bench, tasks);
      return {
        heading: HEADING,
        rows: [withoutSpooler(ms), ...rows],
        notes: [from, 'tsp is not installed.'],
      };
    }
    const taken = await alternate(bench.isQuick ? 2 : 5, {
      ours: async () => (await drain(bench, tasks)).ms,
      tsp: () => spool(bench, tasks),
    });
    const tspMs = spreadOf(taken.tsp).median / tasks;
    return {
      heading: HEADING,
      rows: [atMost(`${tasks} commands, ${SLOTS} slots`, ratioOf(taken.ours, taken.tsp), 4), ...rows],
      notes: [
        `${from} tsp: from the first \`tsp true\` to the end of the last, ${tspMs.toFixed(2)} ms each here. Syncs are` +
          ' counted in a round of their own.',
      ],
    };
  },
};

const HEADING = 'Commands that do nothing / task-spooler';

function withoutSpooler(ms: number): Row {
  return {
    figure: 'no tsp here; time of ours',
    measured: `${(ms / 1_000).toFixed(1)} s`,
    goal: '<= 4',
    spread: '',
    reached: false,
  };
}

/** Milliseconds from the start of a supervisor until it has ended everything, and its syncs where they are counted. */
async function drain(
  bench: Bench,
  tasks: number,
  count?: 'count syncs',
): Promise<{ ms: number; syncs: number }> {
  await using world = await createWorld(bench);
  await world.project.write('outloop.yaml', `max_parallel: ${SLOTS}\n`);
  const counted = join(world.project.root, 'syncs');
  const counting = {
    NODE_OPTIONS: `--require ${bench.program('count-syncs')}`,
    OUTLOOP_BENCH_SYNCS: counted,
  };
  await using queue = await startCrew(1, {
    program: bench.program('queue'),
    args: [String(tasks), 'true'],
    cwd: world.project.dir,
    env: { ...world.session.env, ...(count === undefined ? {} : counting) },
  });
  const from = performance.now();
  await queue.begin();
  await world.until(({ open }) => open.size === 0, `the end of ${tasks} commands`, 170_000);
  const ms = performance.now() - from;
  const failed = [...world.state().ended.values()].filter(({ status }) => status !== 'completed');
  if (failed.length > 0) throw new Error(`${failed.length} did not complete: ${failed[0]?.summary}`);
  if (count === undefined) return { ms, syncs: Number.NaN };
  await world.stopSupervisor();
  return { ms, syncs: Number(readFileSync(counted, 'utf8')) };
}

function hasSpooler(): boolean {
  return spawnSync('tsp', ['-V']).status === 0;
}

/** Milliseconds that task-spooler takes for the same. */
function spool(bench: Bench, tasks: number): number {
  using scratch = makeScratch(bench);
  const env = {
    ...bench.env,
    PATH: process.env.PATH ?? '',
    TMPDIR: scratch.path,
    TS_SOCKET: join(scratch.path, 'socket'),
    TS_MAXFINISHED: '10',
  };
  const script = join(scratch.path, 'spool.sh');
  writeFileSync(
    script,
    `i=0; while [ $i -lt ${tasks} ]; do tsp -n true >/dev/null; i=$((i+1)); done; tsp -w\n`,
  );
  execFileSync('tsp', ['-S', String(SLOTS)], { env });
  try {
    const from = performance.now();
    execFileSync('sh', [script], { env, stdio: 'ignore' });
    return performance.now() - from;
  } finally {
    execFileSync('tsp', ['-K'], { env });
  }
}
