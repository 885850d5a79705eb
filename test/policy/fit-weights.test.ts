import { expect, test } from 'vitest';
import { WORD_WEIGHTS } from '../../src/policy/rules/word-weights.ts';
import type { WordWeights } from '../../src/policy/weigh-words.ts';
import { fitWeights } from './fit-weights.ts';

test('the weights of words are those that the texts give (npm run weights)', () => {
  const [kept, fitted] = [tableOf(WORD_WEIGHTS), tableOf(fitWeights())];
  expect(kept.size).toBeGreaterThan(500);
  for (const stem of new Set([...kept.keys(), ...fitted.keys()])) {
    // Another machine may round another way.
    expect(Math.abs((kept.get(stem) ?? 0) - (fitted.get(stem) ?? 0)), stem).toBeLessThanOrEqual(2);
  }
});

function tableOf({ bias, weights }: WordWeights): ReadonlyMap<string, number> {
  const entries = weights.split(/\s+/).map((entry) => entry.split('=') as [string, string]);
  return new Map([['', bias], ...entries.map(([stem, weight]) => [stem, Number(weight)] as const)]);
}
