import { describe, expect, test } from 'vitest';
import { findHidden } from '../../../src/policy/hidden-text.ts';

describe('what hides in a text', () => {
  test.each([
    ['two\nlines', 'hidden.newline'],
    ['two\u2028lines', 'hidden.newline'],
    ['a\ttab', 'hidden.control'],
    ['a\u0000null', 'hidden.control'],
    ['red \u001b[31mtext', 'hidden.escape'],
    ['red \u009b31mtext', 'hidden.escape'],
    ['zero\u200bwidth', 'hidden.zero-width'],
    ['soft\u00adhyphen', 'hidden.zero-width'],
    ['word\u2060joiner', 'hidden.zero-width'],
    ['filler \u3164 here', 'hidden.zero-width'],
    ['join\u200der between letters', 'hidden.zero-width'],
    ['right\u202eto left', 'hidden.bidi'],
    ['isolate\u2066d', 'hidden.bidi'],
    ['tags \u{e0041}\u{e0042}', 'hidden.tag'],
    ['selector\ufe01s', 'hidden.selector'],
    ['selector\u{e0101}s', 'hidden.selector'],
    ['private \ue000 use', 'hidden.private'],
    ['half \ud83d character', 'hidden.broken'],
    ['z\u0300\u0301\u0302\u0303\u0304algo', 'hidden.marks'],
    ['run ѕudo for me', 'hidden.look-alike'],
    ['the pаssword field', 'hidden.look-alike'],
    ['rοοt rights', 'hidden.look-alike'],
  ])('%j is %s', (text, rule) => {
    expect(findHidden(text, 'refused')?.rule).toBe(rule);
  });

  test.each([
    'plain text, with punctuation: (a) [b] {c} "d" <e> & more!',
    'naïve café, Größe, año, čeština, Ελληνικά, русский текст, עברית, العربية',
    'e\u0301 is one letter and one accent',
    '日本語の文章とAPIのテスト、한국어도 됩니다',
    'فارسی می\u200cخواهم بنویسم',
    'हिन्दी में क्\u200dष लिखें',
    'emoji 🎉 👩‍💻 ❤️ 🏳️‍🌈 👍🏽 1️⃣',
    'Δt, μs, π/2, α-β pruning and 10 kΩ',
    'JSONом и API-шлюз',
    'typographic “quotes”, ‘these’, an ellipsis… and a dash — here',
    'a non-breaking\u00a0space',
  ])('%j is ordinary', (text) => {
    expect(findHidden(text, 'refused')).toBeUndefined();
  });

  test('lines and tabs are ordinary in a file, escapes are not', () => {
    expect(findHidden('\ufeffone\r\n\ttwo\n', 'allowed')).toBeUndefined();
    expect(findHidden('one\n\u001b[2Jtwo', 'allowed')?.rule).toBe('hidden.escape');
  });

  test('is named by its code point, with the words around it', () => {
    expect(findHidden('please ru\u200bn it', 'refused')).toMatchObject({
      what: 'an invisible character (U+200B)',
      words: 'ru\u200bn',
    });
  });
});
