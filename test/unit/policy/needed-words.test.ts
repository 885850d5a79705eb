import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/policy/fold-text.ts';
import { holdsNeeded, neededWords } from '../../../src/policy/needed-words.ts';
import type { PolicyRule } from '../../../src/policy/policy.ts';
import { PRESETS } from '../../../src/policy/presets.ts';
import { patternsOf } from '../../../src/policy/rule-patterns.ts';
import { compilePattern } from '../../../src/policy/safe-pattern.ts';

const SHIPPED = Object.values(PRESETS).flatMap((preset) => [...preset.blocked, ...preset.approved.flat()]);

describe('the words that a pattern needs', () => {
  test.each([
    ['delete', [['delete']]],
    ['\\bdelete\\s+(?:all|every)\\b', [['delete'], ['all', 'every']]],
    ['deletes?', [['delete']]],
    ['(?:very\\s+)?large', [['large']]],
    ['(?:very\\s+){2}large', [['very'], ['large']]],
    ['rm\\.exe', [['rm.exe']]],
    ['Root(?=\\s+shell)', [['root'], ['shell']]],
    ['(?<=sudo )x', [['sudo ']]],
    ['\\d+%', [['%']]],
    ['[dr]elete', [['elete']]],
    ['drop|remove files', [['drop', 'remove files']]],
  ])('%s needs %j', (pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });

  test.each(['\\w+', '(?:drop|\\w+)', 'a|b', '(?:%|a)', '(?:delete)*', 'é', '(?i:delete)', '(?!delete)'])(
    '%s needs nothing, because it can match without',
    (pattern) => {
      expect(neededWords(pattern)).toEqual([]);
    },
  );

  test('are in every text that a pattern of any shape matches', () => {
    fc.assert(
      fc.property(anyPattern, fc.array(anyText, { minLength: 1, maxLength: 8 }), (pattern, texts) => {
        const needed = neededWords(pattern);
        for (const text of texts) {
          if (new RegExp(pattern, 'iu').test(text)) expect(holdsNeeded(needed, text)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('are in every example that a shipped rule matches', () => {
    let matches = 0;
    for (const rule of SHIPPED) {
      for (const text of [...(rule.examples?.match ?? []), ...(rule.examples?.pass ?? [])]) {
        matches += checkExample(rule, text);
      }
    }
    expect(matches).toBeGreaterThan(20);
  });
});

/** @returns how many patterns of the rule match a reading of the text */
function checkExample(rule: PolicyRule, text: string): number {
  let matches = 0;
  for (const pattern of patternsOf(rule).flat()) {
    for (const reading of foldText(text)) {
      if (!compilePattern(pattern).test(reading.text)) continue;
      matches += 1;
      expect(holdsNeeded(neededWords(pattern), reading.text), `${rule.id}: ${pattern}`).toBe(true);
    }
  }
  return matches;
}

/** Few letters, so that patterns and texts meet. */
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '.'), maxLength: 8 });

const atom = fc.constantFrom(
  'a',
  'b',
  'c',
  'ab',
  'bca',
  '\\.',
  '.',
  '\\w',
  '\\b',
  '[ab]',
  '[^a\\]]',
  ' ',
  '^',
  '$',
);
const repeat = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '+?');
const opening = fc.constantFrom('(?:', '(', '(?<n>', '(?=', '(?!', '(?<=', '(?<!');

/** Regular expressions of every construct that the rules use, nested at most two deep. */
const anyPattern = fc
  .letrec<{ sequence: string; group: string; part: string }>((tie) => ({
    part: fc.oneof({ depthSize: 'small', maxDepth: 2 }, fc.tuple(atom, repeat).map(join), tie('group')),
    group: fc
      .tuple(opening, fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }), repeat)
      .map(([open, alternatives, times]) => `${open}${alternatives.join('|')})${times}`),
    sequence: fc.array(tie('part'), { minLength: 0, maxLength: 4 }).map((parts) => parts.join('')),
  }))
  .sequence.filter(isPattern);

function join(parts: readonly string[]): string {
  return parts.join('');
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
