import { execFileSync } from 'node:child_process';
import type { Bench, Measure } from './bench.ts';
import { type CrewProgram, startCrew } from './crew.ts';
import { atLeast, digits, type Row } from './row.ts';
import { makeScratch } from './scratch.ts';
import { ratioOf, spreadOf } from './stats.ts';

const CROWD = 20;

/** Acknowledged appends of one process against what they cannot do without. */
export const appendsOfOne: Measure = {
  name: 'append-one',
  async run(bench) {
    using folder = makeScratch(bench);
    const appends = bench.isQuick ? 100 : 200;
    const printed = execFileSync(
      process.execPath,
      [bench.program('append'), folder.path, 'rates', String(bench.rounds), String(appends)],
      { encoding: 'utf8', env: { ...bench.env, PATH: process.env.PATH ?? '' } },
    );
    const taken = JSON.parse(printed) as { acknowledged: number[]; bare: number[] };
    const bareMs = spreadOf(taken.bare).median / appends;
    return {
      heading: 'Appends of one process / bare lock and sync',
      // Rates are the inverse of times, so the ratio of the rates has the times the other way round.
      rows: [atLeast('acknowledged appends a second', ratioOf(taken.bare, taken.acknowledged), 0.8)],
      notes: [
        `Blocks of ${appends} in turn. Bare is proper-lockfile, one write of the same bytes, fdatasync and unlock:` +
          ` ${bareMs.toFixed(2)} ms each here.`,
      ],
    };
  },
};

/** Many processes that append without pause. */
export const appendsOfMany: Measure = {
  name: 'append-crowd',
  async run(bench) {
    const forMs = bench.isQuick ? 500 : 1_000;
    const alone: number[] = [];
    const together: number[] = [];
    const longestMs: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      const one = await appendFor(bench, 1, forMs);
      const all = await appendFor(bench, CROWD, forMs);
      alone.push(one.rate);
      together.push(all.rate);
      longestMs.push(all.longestMs);
    }
    return {
      heading: `Appends of ${CROWD} processes / of one`,
      rows: [
        atLeast('together, without pause, no failure', ratioOf(together, alone), 0.3),
        longestWait(longestMs),
      ],
      notes: [
        `One alone had ${digits(spreadOf(alone).median)} a second. Each round lasts ${forMs / 1_000} s and then until` +
          ' the last append is acknowledged; an append that fails ends the bench.',
      ],
    };
  },
};

function longestWait(waits: readonly number[]): Row {
  const spread = spreadOf(waits);
  return {
    figure: 'longest wait of an append, of all',
    measured: `${(Math.max(...waits) / 1_000).toFixed(1)} s`,
    goal: 'stated',
    spread: `${(spread.low / 1_000).toFixed(1)}..${(spread.high / 1_000).toFixed(1)}`,
    reached: true,
  };
}

async function appendFor(
  bench: Bench,
  size: number,
  forMs: number,
): Promise<{ rate: number; longestMs: number }> {
  using folder = makeScratch(bench);
  const program: CrewProgram = {
    program: bench.program('append'),
    args: [folder.path, 'crowd', String(forMs)],
    cwd: folder.path,
    env: { ...bench.env, PATH: process.env.PATH ?? '' },
  };
  await using crew = await startCrew<{ appends: number; longestMs: number }>(size, program);
  const { said, lastMs } = await crew.begin();
  const appends = said.reduce((sum, one) => sum + one.appends, 0);
  return { rate: (appends / lastMs) * 1_000, longestMs: Math.max(...said.map((one) => one.longestMs)) };
}
