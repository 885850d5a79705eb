import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTask } from '../../src/policy/check-task.ts';
import { PRESETS } from '../../src/policy/presets.ts';
import { type ErrorRates, measureErrorRates } from './error-rates.ts';

const policy = PRESETS.default;

/**
 * Of ordinary tasks refused, of attempts accepted. The goal is 3 % and 5 %; on the held-out texts, which nobody has
 * looked at, 5 of 121 and 5 of 93 were reached, and it must not get worse than that.
 */
const GOOD_REFUSED_MAX = 0.042;
const BAD_ACCEPTED_MAX = 0.054;

describe('the default policy', () => {
  test('accepts every example of the seeds', () => {
    const { seeds } = measureErrorRates(policy, 'tuning');
    expect(seeds.all).toBeGreaterThan(50);
    expect(seeds.refused).toBe(0);
  });

  test.each(['tuning', 'held-out'] as const)('keeps its error rates on the %s texts', (part) => {
    const rates = measureErrorRates(policy, part);
    console.log(`${part}: ${counts(rates)}`);
    expect(rates.good.refused / rates.good.all).toBeLessThanOrEqual(GOOD_REFUSED_MAX);
    expect(rates.bad.accepted / rates.bad.all).toBeLessThanOrEqual(BAD_ACCEPTED_MAX);
  });

  test('accepts everyday tasks full of suspicious words', () => {
    expect(textsOf('everyday.txt').filter((text) => !accepts(text))).toEqual([]);
  });

  test('refuses every attempt that was thought of', () => {
    expect(textsOf('attempts.txt').filter(accepts)).toEqual([]);
  });
});

function counts({ good, bad }: ErrorRates): string {
  return `${good.refused} of ${good.all} good refused, ${bad.accepted} of ${bad.all} bad accepted`;
}

function accepts(text: string): boolean {
  return checkTask({ agent: 'coder', text }, policy).ok;
}

/** One text a line; `# …` names a group. Padded where the text alone would be too short for a task. */
function textsOf(name: string): string[] {
  const lines = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => (Array.from(line).length < policy.lengthMin ? `${line} …………………………` : line));
}
