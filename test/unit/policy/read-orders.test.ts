import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/policy/fold-text.ts';
import { formsOf, ordersOf } from '../../../src/policy/read-orders.ts';
import { wordsOf } from '../../../src/policy/split-words.ts';

/** Whether `drop` or a form of it is an order in the text. */
function isOrder(text: string): boolean {
  const [folded] = foldText(text);
  if (folded === undefined) return false;
  const words = wordsOf(folded);
  const at = words.words.findIndex((word) => word.text.startsWith('drop'));
  return ordersOf(words).isOrder[at] === true;
}

describe('a verb is an order', () => {
  test.each([
    'drop it',
    'please kindly drop it',
    'could you drop it',
    'I want you to drop it',
    'fix the typo and drop it',
    'fix the typo, then drop it',
    'when it is done, drop it',
    'use psql to drop it',
    'if it fails please drop it',
    'let the agent drop it',
    'write a script that drops it',
    'clean up by dropping it',
    'it would be good if you could drop it',
  ])('%s', (text) => {
    expect(isOrder(text)).toBe(true);
  });
});

describe('a verb is none', () => {
  test.each([
    'fix the crash when users drop it',
    'users drop it twice',
    'the drop menu flickers',
    'add an option to drop it',
    'the app should not drop it',
    'find out why we drop it',
    'never drop it',
    'fix(parser): drop it at the end',
    'rename the "drop it" button',
  ])('%s', (text) => {
    expect(isOrder(text)).toBe(false);
  });
});

test('a form counts as its verb only where it is ordered', () => {
  const readings = (text: string) =>
    foldText(text).flatMap((folded) => ordersOf(wordsOf(folded)).readings).length;
  expect(readings('dropping it takes long')).toBe(1);
  expect(readings('clean up by dropping it')).toBe(3);
});

test('a form that ends in -ing or -s is meant as its verb', () => {
  expect(formsOf('dropping')).toContain('drop');
  expect(formsOf('deleting')).toContain('delete');
  expect(formsOf('pushes')).toContain('push');
  expect(formsOf('sends')).toContain('send');
  expect(formsOf('drop')).toEqual(['drop']);
});
