import { describe, expect, test } from 'vitest';
import { createLineWatch, watchLines } from '../../../src/observe/line-watch.ts';

/** A clock that goes on by so much each time that somebody asks. */
function aClock(stepMs: number): () => number {
  let now = 0;
  return () => (now += stepMs);
}

describe('a watch for a line', () => {
  test('finds the first one that fits, without what colours it, and stays with it', () => {
    const watch = createLineWatch('ready on .*:\\d+');
    expect(watchLines(watch, ['starting', '\u001b[32mready\u001b[0m on localhost:3000'], aClock(0))).toBe(
      'matched',
    );
    expect(watch.match).toBe('ready on localhost:3000');
    expect(watchLines(watch, ['ready on localhost:4000'], aClock(0))).toBe('matched');
    expect(watch.match).toBe('ready on localhost:3000');
  });

  test('looks at no more lines at once than the time of a look allows, and at the rest later', () => {
    const watch = createLineWatch('ready');
    const lines = ['one', 'two', 'three', 'ready'];
    expect(watchLines(watch, lines, aClock(30))).toBe('watching');
    expect(watch.pending).toEqual(['three', 'ready']);
    expect(watchLines(watch, [], aClock(30))).toBe('matched');
    expect(watch.pending).toEqual([]);
  });

  test('gives up when all looks together took too long', () => {
    const watch = createLineWatch('ready');
    while (watchLines(watch, ['no'], aClock(20_000)) === 'watching');
    expect(watchLines(watch, ['ready'], aClock(0))).toBe('spent');
  });

  test('looks at the beginning of a long line only', () => {
    const watch = createLineWatch('ready$');
    expect(watchLines(watch, [`${'x'.repeat(100_000)}ready`], aClock(0))).toBe('watching');
  });
});
