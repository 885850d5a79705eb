import { describe, expect, test } from 'vitest';
import { checkTask } from '../../../src/policy/check-task.ts';
import { foldText } from '../../../src/policy/fold-text.ts';
import { compileRule, matchRule } from '../../../src/policy/match-rule.ts';
import type { PolicyRule } from '../../../src/policy/policy.ts';
import { PRESETS } from '../../../src/policy/presets.ts';
import { compilePattern } from '../../../src/policy/safe-pattern.ts';

const { blocked } = PRESETS.default;
const matches = (rule: PolicyRule, text: string) =>
  matchRule(compileRule(rule), foldText(text)) !== undefined;

describe('the shipped rules', () => {
  test('have ids of their own, and each says why in one line', () => {
    expect(new Set(blocked.map((rule) => rule.id)).size).toBe(blocked.length);
    for (const { id, why, rephrase } of blocked) {
      expect(why.length, id).toBeLessThanOrEqual(80);
      expect(rephrase?.length ?? 0, id).toBeLessThanOrEqual(80);
    }
  });

  test('hold what their examples say, and refuse no example that should pass', () => {
    for (const rule of blocked) {
      for (const text of rule.examples?.match ?? [])
        expect(matches(rule, text), `${rule.id}: ${text}`).toBe(true);
      for (const text of rule.examples?.pass ?? []) {
        expect(checkTask({ agent: 'coder', text }, PRESETS.default).ok, `${rule.id}: ${text}`).toBe(true);
      }
    }
  });

  // They compile when a text first needs them, so a broken one would show late.
  test('have only patterns that compile', () => {
    for (const rule of [...blocked, ...PRESETS.default.approved.flat()]) {
      const { pattern, any = [], all = [], unless = [], onlyWith = [] } = rule;
      for (const source of [
        ...(pattern === undefined ? [] : [pattern]),
        ...any,
        ...all,
        ...unless,
        ...onlyWith,
      ]) {
        expect(() => compilePattern(source), `${rule.id}: ${source}`).not.toThrow();
      }
    }
  });
});

describe('a rule of words', () => {
  const rule = (words: readonly (readonly string[])[], more: Partial<PolicyRule> = {}): PolicyRule => ({
    id: 'own.rule',
    category: 'own',
    why: 'Not this.',
    words,
    ...more,
  });
  const remove = [
    ['delete', 'take out'],
    ['all file*', 'pre commit'],
  ] as const;

  test.each([
    'delete all files',
    'delete, at last, all the-files',
    'Delete the really old all-filesystem thing',
    'take out the pre-commit hook',
    'take-out precommit or pre_commit',
  ])('matches its groups in order, near each other: %s', (text) => {
    expect(matches(rule(remove), text)).toBe(!text.includes('the-files'));
  });

  test.each([
    'all files must stay, delete nothing',
    'delete one two three four all files',
    'delete it. All files stay',
    'delete the one that holds all files',
    'undelete all files',
  ])('does not match across a sentence, a clause or too many words: %s', (text) => {
    expect(matches(rule(remove), text)).toBe(false);
  });

  test('that is after orders wants its verb to be one, and its last group to end the thing', () => {
    const order = rule([['delete'], ['password', 'all']], { order: true });
    expect(matches(order, 'please delete the password')).toBe(true);
    expect(matches(order, 'users delete the password')).toBe(false);
    expect(matches(order, 'delete the password reset form')).toBe(false);
    expect(matches(order, 'delete the password, reset form')).toBe(true);
    expect(matches({ ...order, loose: true }, 'delete the password reset form')).toBe(true);
  });

  test('of patterns that is after orders does not count in talk about the program', () => {
    const order: PolicyRule = {
      id: 'own.rule',
      category: 'own',
      why: 'Not this.',
      pattern: 'rm -rf',
      order: true,
    };
    expect(matches(order, 'clean up with rm -rf')).toBe(true);
    expect(matches(order, 'document what rm -rf does')).toBe(false);
  });

  test('does not match right before what makes it another thing', () => {
    const secret = rule([['password']], { notBefore: ['reset form'] });
    expect(matches(secret, 'the password reset form')).toBe(false);
    expect(matches(secret, 'the password. Reset form')).toBe(true);
  });

  test('of another language is not looked for in English', () => {
    const german = rule([['alle*'], ['losch*']], { inAnyOrder: true, notInEnglish: true });
    expect(matches(german, 'lösche bitte alles')).toBe(true);
    expect(matches(german, 'alles bitte löschen')).toBe(true);
    expect(matches(german, 'the alley is locked: löschen')).toBe(false);
  });

  test('reads scripts without spaces by their characters', () => {
    expect(matches(rule([['删除'], ['数据库']], { inAnyOrder: true, gap: 6 }), '把数据库都删除掉')).toBe(
      true,
    );
  });

  test('counts only in the company that it asks for, and outside the clauses that excuse it', () => {
    const company = rule([['delete']], { onlyWith: ['backups?'], unless: ['\\btests?\\b'] });
    expect(matches(company, 'delete them, the backups too')).toBe(true);
    expect(matches(company, 'delete them')).toBe(false);
    expect(matches(company, 'delete the tests of the backups')).toBe(false);
    expect(matches(company, 'run the tests, delete the backups')).toBe(true);
  });
});
