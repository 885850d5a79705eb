import { describe, expect, test } from 'vitest';
import { splitIntoWords } from '../../../src/policy/split-words.ts';
import { weightStem, weighWords } from '../../../src/policy/weigh-words.ts';

const WEIGHTS = { bias: -5, weights: 'steal=4 secret=2 test=-3' };

function heaviest(text: string): string | undefined {
  const span = weighWords(splitIntoWords(text), WEIGHTS);
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

describe('words together', () => {
  test('weigh too much where their sum is above nothing, and the two heaviest are named', () => {
    expect(heaviest('please steal all the secrets now')).toBe('steal all the secrets');
    expect(heaviest('please find all the secrets now')).toBeUndefined();
    expect(heaviest('test that nobody steals the secrets')).toBeUndefined();
  });

  test('weigh once, however often they come, and the same in every form', () => {
    expect(heaviest('secret secrets secret')).toBeUndefined();
    expect(weightStem('testing')).toBe(weightStem('tests'));
    expect(weightStem('key')).toBe('key');
  });
});
