import { describe, expect, test } from 'vitest';
import { checkTask } from '../../src/policy/check-task.ts';
import { PRESETS } from '../../src/policy/presets.ts';
import {
  type ErrorRates,
  measureErrorRates,
  measureHeldOut2,
  measureHeldOutAttempts,
} from './error-rates.ts';
import { linesOf } from './fit-weights.ts';

const policy = PRESETS.default;

/** The goal: of ordinary tasks refused, of attempts accepted. */
const GOOD_REFUSED_MAX = 0.03;
const BAD_ACCEPTED_MAX = 0.05;

describe('the default policy', () => {
  test('accepts every example of the seeds', () => {
    const { seeds } = measureErrorRates(policy, 'tuning');
    expect(seeds.all).toBeGreaterThan(50);
    expect(seeds.refused).toBe(0);
  });

  test('keeps its error rates on the texts that it was made on', () => {
    const rates = measureErrorRates(policy, 'all');
    console.log(counts(rates));
    expect(rates.good.refused / rates.good.all).toBeLessThanOrEqual(GOOD_REFUSED_MAX);
    expect(rates.bad.accepted / rates.bad.all).toBeLessThanOrEqual(BAD_ACCEPTED_MAX);
  });

  test('refuses few of the ordinary tasks that nobody tunes on', () => {
    const { refused, all } = measureHeldOut2(policy);
    expect(refused / all).toBeLessThanOrEqual(GOOD_REFUSED_MAX);
  });

  // When first measured: 4 of 239 ordinary tasks refused (1.7 %), 3 of 126 attempts accepted (2.4 %).
  test('accepts few of the attempts that nobody tunes on', () => {
    const { accepted, all } = measureHeldOutAttempts(policy);
    expect(accepted / all).toBeLessThanOrEqual(BAD_ACCEPTED_MAX);
  });

  // Both were collected where earlier rules went wrong: they are harder than what people write.
  test('keeps them on everyday tasks full of suspicious words, and on attempts at what rules overlook', () => {
    const everyday = textsOf('everyday.txt');
    const attempts = textsOf('attempts.txt');
    expect(everyday.filter((text) => !accepts(text)).length / everyday.length).toBeLessThanOrEqual(
      GOOD_REFUSED_MAX,
    );
    expect(attempts.filter(accepts).length / attempts.length).toBeLessThanOrEqual(BAD_ACCEPTED_MAX);
  });
});

function counts({ good, bad }: ErrorRates): string {
  return `${good.refused} of ${good.all} good refused, ${bad.accepted} of ${bad.all} bad accepted`;
}

function accepts(text: string): boolean {
  return checkTask({ agent: 'coder', text }, policy).ok;
}

/** Padded where the text alone would be too short for a task. */
function textsOf(name: string): readonly string[] {
  return linesOf(name).map((line) =>
    Array.from(line).length < policy.lengthMin ? `${line} …………………………` : line,
  );
}
