import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTask } from '../../../src/policy/check-task.ts';
import { foldText } from '../../../src/policy/fold-text.ts';
import { compileRule, matchRule } from '../../../src/policy/match-rule.ts';
import type { Policy, PolicyRule } from '../../../src/policy/policy.ts';
import { PRESETS } from '../../../src/policy/presets.ts';
import { candidates, indexRules } from '../../../src/policy/rule-index.ts';
import { loadCorpus } from '../../policy/corpus/split.ts';

const { blocked } = PRESETS.default;
const index = indexRules(blocked);
/** One in three: each is searched for each rule. */
const TEXTS = [
  ...(['seeds', 'good', 'bad'] as const).flatMap((name) =>
    loadCorpus(name, 'tuning').map(({ text }) => text),
  ),
  ...blocked.flatMap(({ examples }) => [...(examples?.match ?? []), ...(examples?.pass ?? [])]),
].filter((_text, at) => at % 3 === 0);

describe('the index of rules', () => {
  test('names every rule that matches a text', () => {
    const compiled = blocked.map((rule) => compileRule(rule));
    let matches = 0;
    for (const text of TEXTS) {
      for (const folded of foldText(text)) {
        const found = candidates(index, folded);
        compiled.forEach((rule, place) => {
          if (matchRule(rule, [folded]) === undefined) return;
          matches += 1;
          expect(found.has(place), `${rule.rule.id} matches: ${text}`).toBe(true);
        });
      }
    }
    expect(matches).toBeGreaterThan(100);
  });

  test('names few rules for an ordinary task', () => {
    const [folded] = foldText('analyze the error handling of the importer');
    expect(folded !== undefined && candidates(index, folded).size).toBeLessThan(blocked.length / 8);
  });

  test('is plain data: it is the same after a file', () => {
    const [folded] = foldText('delete all files of the project');
    const again = JSON.parse(JSON.stringify(index)) as typeof index;
    expect(folded !== undefined && candidates(again, folded)).toEqual(
      folded !== undefined && candidates(index, folded),
    );
  });

  test('names every rule of any words that matches a text of any words', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 5 }), anyText, (rules, text) => {
        const found = foldText(text).map((folded) => ({
          folded,
          places: candidates(indexRules(rules), folded),
        }));
        rules.forEach((rule, place) => {
          for (const { folded, places } of found) {
            if (matchRule(compileRule(rule), [folded]) !== undefined) expect(places.has(place)).toBe(true);
          }
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a policy with an index', () => {
  test('gives every text the verdict that it has without', () => {
    const indexed: Policy = { ...PRESETS.default, shipped: { rules: blocked, index, hash: '' } };
    for (const text of TEXTS) {
      const request = { agent: 'researcher', text };
      expect(checkTask(request, indexed), text).toEqual(checkTask(request, PRESETS.default));
    }
  });

  test('searches a rule of a file as ever, also one with the id of a shipped rule', () => {
    const rule = { id: blocked[0]?.id ?? '', category: 'own', pattern: 'importer', why: 'Not this.' };
    const policy: Policy = {
      ...PRESETS.default,
      blocked: [...blocked, rule],
      shipped: { rules: blocked, index, hash: '' },
    };
    const checked = checkTask({ agent: 'researcher', text: 'analyze the importer of the project' }, policy);
    expect(checked).toMatchObject({ ok: false, failure: { details: { rule: rule.id, words: 'importer' } } });
  });
});

const anyWord = fc.constantFrom(
  'drop',
  'all',
  'the',
  'tables',
  'löschen',
  '全',
  '部',
  'dropping',
  "don't",
  'x',
);
const anyText = fc.array(anyWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const anyPhrase = fc
  .array(fc.tuple(anyWord, fc.constantFrom('', '', '', '*')), { minLength: 1, maxLength: 2 })
  .map((words) => words.map((word) => word.join('')).join(' '));

/** Rules of one to three groups of phrases, some of them without a word. */
const anyRule: fc.Arbitrary<PolicyRule> = fc.record({
  id: fc.constant('any'),
  category: fc.constant('any'),
  why: fc.constant('Any.'),
  gap: fc.nat(3),
  inAnyOrder: fc.boolean(),
  words: fc.array(
    fc.array(fc.oneof(anyPhrase, anyPhrase, fc.constant('-')), { minLength: 1, maxLength: 3 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
});
