import { expect, inject, test } from 'vitest';
import { runChaos } from './run-chaos.ts';

/*
 * A short run of `npm run chaos`. A run that fails says its seed: SEED=… npm run chaos.
 */

test.runIf(process.platform === 'linux').each(['auto', 'group'] as const)(
  'whatever is killed or stopped, nothing is lost, doubled or left behind (%s)',
  async (means) => {
    const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 1000));
    const plan = {
      seed,
      rounds: 12,
      commands: 13,
      means,
      slots: 8,
      beatsMax: 6,
      settleMs: 120_000,
      say: () => undefined,
    };
    const outcome = await runChaos(inject('plugin'), plan);
    expect(outcome.problems, `SEED=${seed}`).toEqual([]);
    expect(outcome.tasks).toBeGreaterThanOrEqual(10);
  },
  240_000,
);
