import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, patternFault } from '../../../src/policy/safe-pattern.ts';
import { SEED_APPROVED, SEED_BLOCKED } from '../../../src/policy/seed-strict.ts';

describe('a pattern of a policy file', () => {
  test.each([
    '\\bdelete\\s+(?:all|every)\\b',
    '^fix\\b',
    'colou?r',
    '[a-z]{2,4}-\\d+',
    '(?:very )?large',
    '(?<name>foo|bar) baz',
    'lösch(?:e|en) alles',
    ...[...SEED_APPROVED, ...SEED_BLOCKED].map((rule) => rule.pattern ?? ''),
  ])('%s is sound', (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  test.each([
    ['', 'is empty'],
    ['x*', 'matches the empty text, so it would match everything'],
    ['(', 'is not a regular expression: Invalid regular expression: /(/giu: Unterminated group'],
    ['(a+)+b', 'repeats a group that holds a repeat or a choice; use `words` with a `gap` instead'],
    ['(?:a|ab)*c', 'repeats a group that holds a repeat or a choice; use `words` with a `gap` instead'],
    ['((a?)b){3}', 'repeats a group that holds a repeat or a choice; use `words` with a `gap` instead'],
    ['(\\s+\\w+){0,5}x', 'repeats a group that holds a repeat or a choice; use `words` with a `gap` instead'],
    ['a+b+c+d+e', 'has more than 3 open-ended repeats'],
    ['x.*y.*z.{0,90}a\\d+b', 'has more than 3 open-ended repeats'],
    ['(a)\\1', 'refers back to a group, which is not allowed here'],
    ['(?<n>a)\\k<n>', 'refers back to a group, which is not allowed here'],
    ['a(?=b)', 'looks ahead or behind, which is not allowed here'],
    ['(?<!a)b', 'looks ahead or behind, which is not allowed here'],
    ['x'.repeat(501), 'is longer than 500 characters'],
  ])('%s %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });

  test('is searched without case and accents', () => {
    expect(compilePattern('LÖSCHE').test('losche')).toBe(true);
  });

  test('that is sound compiles, and the check never throws', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        if (patternFault(pattern) === undefined) expect(compilePattern(pattern).test('')).toBe(false);
      }),
    );
  });
});

const anyPattern = fc
  .array(
    fc.constantFrom('a', 'b', '(', ')', '|', '*', '+', '?', '{2}', '[a-c]', '\\w', '\\b', '.', '(?:', '(?='),
    {
      maxLength: 10,
    },
  )
  .map((pieces) => pieces.join(''));
