import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadHistories } from './bundle.ts';
import { Counts } from './counts.ts';
import { FAULTS, renderCounts, TRANSITIONS } from './table.ts';
import { INVARIANTS } from './violations.ts';

/*
 * Random histories of the real supervisor, scheduler and journal on a simulated machine. The same ones in every run, so
 * that a failure is of the change. `SEED=123` lives one of them again and prints what happened in it; `HISTORIES=20000`
 * takes more, `FROM=5000` others.
 */
const ONLY = process.env.SEED === undefined ? null : Number(process.env.SEED);
const FROM = ONLY ?? Number(process.env.FROM ?? 1);
const HISTORIES = ONLY === null ? Number(process.env.HISTORIES ?? 2_000) : 1;
const TIMES_MIN = 50;
const EVENTS_MIN = 200;
const LOG_LINES = 120;

const folder = mkdtempSync(join(tmpdir(), 'outloop-simulation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const counts = new Counts();
const events: number[] = [];
const records: number[] = [];
const broken: string[] = [];

beforeAll(async () => {
  const { runHistory } = await loadHistories(join(folder, 'histories.cjs'));
  for (let seed = FROM; seed < FROM + HISTORIES && broken.length === 0; seed++) {
    // A history never waits for anything real: between two of them the worker answers whoever runs the tests.
    await setImmediate();
    const history = await runHistory(seed, ONLY !== null);
    counts.take(history.counts);
    events.push(history.events);
    records.push(history.records);
    if (ONLY !== null) process.stdout.write(`${history.log.join('\n')}\n`);
    if (history.violations.length === 0) continue;
    const { log, violations } = await runHistory(seed, true);
    process.stdout.write(`${log.slice(-LOG_LINES).join('\n')}\n`);
    broken.push(`SEED=${seed} npm run simulate`, ...violations);
  }
  process.stdout.write(
    `${events.length} histories, median ${median(events)} events (${median(records)} of them records)\n${renderCounts(counts)}\n`,
  );
}, 900_000);

describe('whatever crashes, stalls, jumps or fills up', () => {
  test(`${Object.values(INVARIANTS).join('; ')}`, () => {
    expect(broken).toEqual([]);
  });
});

describe.skipIf(ONLY !== null || HISTORIES < 2_000)('the histories', () => {
  test('are long enough', () => {
    expect(median(events)).toBeGreaterThanOrEqual(EVENTS_MIN);
  });

  test.each(TRANSITIONS)('go through: %s', (name) => {
    expect(counts.of(`transition: ${name}`)).toBeGreaterThanOrEqual(TIMES_MIN);
  });

  test.each(FAULTS)('survive: %s', (name) => {
    expect(counts.of(`fault: ${name}`)).toBeGreaterThanOrEqual(TIMES_MIN);
  });

  test('know no transition and no fault that nobody asks for', () => {
    const names = (kind: string) => counts.list(kind).map(([name]) => name);
    expect(names('transition').filter((name) => !TRANSITIONS.includes(name))).toEqual([]);
    expect(names('fault').filter((name) => !FAULTS.includes(name))).toEqual([]);
  });
});

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
