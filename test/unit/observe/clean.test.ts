import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, markdownLine, truncate } from '../../../src/observe/clean.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const DANGEROUS = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('cleaning text', () => {
  test('takes escape sequences out whole', () => {
    expect(cleanText('a\u001b[1;31mred\u001b[0m b')).toBe('ared b');
    expect(cleanText('\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\')).toBe('link');
    expect(cleanText('\u001b]0;owned\u0007title')).toBe('title');
    expect(cleanText('\u009b31mC1 red')).toBe('C1 red');
    expect(cleanText('\u001bP1;2|data\u001b\\after')).toBe('after');
    expect(cleanText('\u001b(B\u001b7x\u001bc')).toBe('x');
  });

  test('survives a sequence that is cut off', () => {
    expect(cleanText('end\u001b[')).toBe('end');
    expect(cleanText('end\u001b')).toBe('end');
    expect(cleanText('one\u001b]0;never closed\ntwo')).toBe('one\ntwo');
  });

  test('takes out what reorders or hides characters', () => {
    expect(cleanText('abc\u202egpj.exe')).toBe('abcgpj.exe');
    expect(cleanText('pass\u200bword \u2066x\u2069 \ufeffy\u{e0041}')).toBe('password x y');
    expect(cleanText('half \ud83d character')).toBe('half  character');
  });

  test('keeps languages, emoji and their joiners', () => {
    for (const kept of ['Grüße', '日本語', 'مرحبا', '👩‍👩‍👧 👍🏽', '👩🏽‍💻', 'tab\tline\n'])
      expect(cleanText(kept)).toBe(kept);
    expect(cleanText('in\u200dvisible')).toBe('invisible');
  });

  test('makes one line of many', () => {
    expect(cleanLine('  a\r\n\tb\u2028c  \n')).toBe('a bc');
    expect(cleanLine('a\rb')).toBe('a b');
  });

  test('finds the words behind any amount of nothing', () => {
    expect(cleanLine(`${' '.repeat(100_000)}here`, 10)).toBe('here');
    expect(cleanLine(`${'\u001b[0m'.repeat(10_000)}a long line of words`, 10)).toBe('a long li…');
  });

  test('leaves nothing dangerous in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(cleanLine(any)).not.toMatch(DANGEROUS);
      }),
    );
  });

  test('cleans a long hostile text in no time', () => {
    const hostile = '\u001b]'.repeat(200_000) + '\u001b['.repeat(200_000);
    expect(cleanText(hostile).length).toBeLessThan(hostile.length);
  });
});

describe('cutting text', () => {
  test('counts characters as people see them and marks the cut', () => {
    expect(truncate('abcdef', 6)).toBe('abcdef');
    expect(truncate('abcdefg', 6)).toBe('abcde…');
    expect(truncate('😀😀😀😀', 3)).toBe('😀😀…');
    expect(truncate('😀😀😀', 3)).toBe('😀😀😀');
    expect(truncate('ab cdef', 4)).toBe('ab…');
  });

  test('never makes a line longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (any, max) => {
        expect([...cleanLine(any, max)].length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('a line for Markdown', () => {
  test('loads no images and makes no HTML, but keeps code', () => {
    expect(markdownLine('![x](http://evil/p.png) <img src=x> a < b')).toBe(
      '!\\[x](http://evil/p.png) \\<img src=x> a < b'.replace('!\\[', '\\!['),
    );
    expect(markdownLine('use `Map<string, Foo>` here')).toBe('use `Map<string, Foo>` here');
  });
});
