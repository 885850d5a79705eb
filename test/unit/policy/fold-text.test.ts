import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, originalWords } from '../../../src/policy/fold-text.ts';

const readings = (text: string) => foldText(text).map((folded) => folded.text);

describe('the readings of a text', () => {
  test('are one where nothing is disguised', () => {
    expect(readings('fix the parser')).toEqual(['fix the parser']);
  });

  test.each([
    ['DELETE Everything', 'delete everything'],
    ['lösche Größe, año', 'losche große, ano'],
    ['ｓｕｄｏ 𝐬𝐮𝐝𝐨', 'sudo sudo'],
    ['“quoted” — it’s', '"quoted" - it\'s'],
    ['ѕսdo', 'sudo'],
    ['p4ssw0rd', 'password'],
    ["su''do and b\\ash", 'sudo and bash'],
    ['s u d o now', 'sudo now'],
    ['r-m-r-f', 'rmrf'],
    ['が and か stay apart', 'が and か stay apart'],
  ])('%j can be read as %j', (text, reading) => {
    expect(readings(text)).toContain(reading);
  });

  test('leave contractions and numbers alone', () => {
    expect(readings("don't, it's, we're: v2 in 2024")).toEqual(["don't, it's, we're: v2 in 2024"]);
  });

  test('lead back to the words of the original', () => {
    const original = 'please PRİNT the p4ssw0rd';
    const folded = foldText(original).find(({ text }) => text.includes('password'));
    const start = folded?.text.indexOf('password') ?? 0;
    expect(folded && originalWords(original, folded, start, start + 8)).toBe('p4ssw0rd');
  });

  test('are as long as their way back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const folded of foldText(text)) {
          expect(folded.at).toHaveLength(folded.text.length);
          expect(folded.at.every((at, index) => at >= (folded.at[index - 1] ?? 0) && at < text.length)).toBe(
            true,
          );
        }
      }),
    );
  });
});
