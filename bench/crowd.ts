import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure } from './bench.ts';
import { type CrewProgram, startCrew } from './crew.ts';
import { bareNode } from './hook-line.ts';
import { allKept, atMost, type Row } from './row.ts';
import { makeScratch } from './scratch.ts';
import { ratioOf, spreadOf } from './stats.ts';
import { createWorld, type World } from './world.ts';

const CROWD = 20;

interface Said {
  readonly acknowledged?: string;
  readonly failure?: string;
}

/** Many processes that each have one task accepted, at the same moment. */
export const tasksOfMany: Measure = {
  name: 'task-crowd',
  async run(bench) {
    const taken = { node: [] as number[], journal: [] as number[], verb: [] as number[] };
    const kept: number[] = [];
    for (let round = 0; round <= bench.rounds; round++) {
      const journal = await acceptAtOnce(bench);
      const verb = await delegateAtOnce(bench);
      // The first round only warms up.
      if (round === 0) continue;
      taken.node.push(verb.nodeMs);
      taken.journal.push(journal.lastMs);
      taken.verb.push(verb.lastMs);
      kept.push(Math.min(journal.kept, verb.kept));
    }
    return {
      heading: `${CROWD} processes, one task each / node -e 0`,
      rows: [
        atMost('last acknowledgement of the journal', ratioOf(taken.journal, taken.node), 8),
        {
          ...atMost('last answer of the whole verb', ratioOf(taken.verb, taken.node), 0),
          goal: 'stated',
          reached: true,
        },
        allKept('acknowledged and kept, once each', kept, CROWD),
      ],
      notes: [
        'All are up and waiting when they are let go. The whole verb is policy, journal, workspace and the word to a' +
          ' supervisor, which starts workers meanwhile (a program in place of the client).',
        `node -e 0 took ${spreadOf(taken.node).median.toFixed(0)} ms here.`,
      ],
    };
  },
};

async function acceptAtOnce(bench: Bench): Promise<{ lastMs: number; kept: number }> {
  using scratch = makeScratch(bench);
  await using crew = await startCrew<Said>(CROWD, {
    program: bench.program('append'),
    args: [scratch.path, 'task'],
    cwd: scratch.path,
    env: { ...bench.env, PATH: process.env.PATH ?? '' },
  });
  const { said, lastMs } = await crew.begin();
  return { lastMs, kept: countKept(said, join(scratch.path, 'coordination.jsonl')) };
}

async function delegateAtOnce(bench: Bench): Promise<{ lastMs: number; kept: number; nodeMs: number }> {
  await using world = await createWorld(bench);
  const call = world.session.background('researcher "analyze the error handling of the importer"');
  await bench.clock.time(call);
  const { ms: nodeMs } = await bench.clock.time(bareNode(call));
  const { said, lastMs } = await competeFor(bench, world, ['submit']);
  return { lastMs, kept: countKept(said, world.paths.journal), nodeMs };
}

/** Acknowledged ids that somebody finds once who reads the journal line by line and knows nothing of chains. */
function countKept(said: readonly Said[], journal: string): number {
  const opened = readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"status":"initiated"'))
    .map((line) => (JSON.parse(line) as { task_id: string }).task_id);
  return said.filter(({ acknowledged }) => opened.filter((id) => id === acknowledged).length === 1).length;
}

/** Many processes that change one task at the same moment. */
export const patchesOfMany: Measure = {
  name: 'patch-crowd',
  async run(bench) {
    const kept: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      await using world = await createWorld(bench);
      await bench.clock.time(
        world.session.background('researcher "wait for the signal and analyze the importer"'),
      );
      await world.until(({ open }) => open.size === 1, 'an open task');
      const [task = ''] = world.state().open.keys();
      const { said } = await competeFor(bench, world, ['told', task]);
      const told = world.state().told.get(task) ?? [];
      kept.push(said.filter(({ acknowledged }) => told.includes(acknowledged ?? '')).length);
    }
    return {
      heading: `${CROWD} processes, one task`,
      rows: [allKept('changes of it at once, kept', kept, CROWD)],
      notes: [],
    };
  },
};

/** The next append after the holder of the lock was killed. */
export const killedHolder: Measure = {
  name: 'killed-holder',
  async run(bench) {
    const waits: number[] = [];
    for (let round = 0; round < (bench.isQuick ? 3 : 10); round++) {
      await using world = await createWorld(bench);
      await bench.clock.time(
        world.session.background('researcher "wait for the signal and analyze the importer"'),
      );
      await world.until(
        ({ open }) => open.size === 1 && [...open.values()].every(({ phase }) => phase === 'running'),
        'a running task',
      );
      const [task = ''] = world.state().open.keys();
      waits.push(await nextAppendMs(bench, world, task));
    }
    return {
      heading: 'After kill -9 of the holder of the lock',
      rows: [slowest('next append, longest', waits)],
      notes: [],
    };
  },
};

function slowest(figure: string, waits: readonly number[]): Row {
  const worst = Math.max(...waits);
  return {
    figure,
    measured: `${(worst / 1_000).toFixed(1)} s`,
    goal: '<= 3 s',
    spread: `${waits.length} times`,
    reached: worst <= 3_000,
  };
}

async function nextAppendMs(bench: Bench, world: World, task: string): Promise<number> {
  await using next = await startCrew<Said>(1, competitor(bench, world, ['told', task]));
  await using holder = await startCrew<Said>(1, competitor(bench, world, ['hold']));
  const [pid] = holder.pids;
  if (pid === undefined) throw new Error('nobody holds the lock');
  const from = performance.now();
  process.kill(pid, 'SIGKILL');
  const { said } = await next.begin();
  const ms = performance.now() - from;
  if (said[0]?.acknowledged === undefined) throw new Error(`the next append failed: ${said[0]?.failure}`);
  return ms;
}

async function competeFor(bench: Bench, world: World, args: readonly string[]) {
  await using crew = await startCrew<Said>(CROWD, competitor(bench, world, args));
  return await crew.begin();
}

function competitor(bench: Bench, world: World, args: readonly string[]): CrewProgram {
  return { program: bench.program('compete'), args, cwd: world.project.dir, env: world.session.env };
}
