import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeRecords, parseGluedRecord, parseLine } from '../../../src/journal/record.ts';
import { ended, submitted } from './events.ts';

const START = { seq: 0, hash: '' };
const NOW = Date.UTC(2026, 10, 21, 6, 43, 1, 7);

function encodeOne(description = 'implement the export endpoint'): string {
  return encodeRecords([submitted('task-aaaa', { task_description: description })], START, NOW).text;
}

describe('a record', () => {
  test('keeps the fields of the original log, in their order, before all others', () => {
    const names = Object.keys(JSON.parse(encodeOne()));
    expect(names.slice(0, 8)).toEqual([
      'timestamp',
      'session_id',
      'task_id',
      'delegated_agent',
      'task_description',
      'is_background',
      'status',
      'context_prime_length',
    ]);
    expect(names.at(-1)).toBe('hash');
  });

  test('says when in UTC, with milliseconds', () => {
    expect(JSON.parse(encodeOne()).timestamp).toBe('2026-11-21T06:43:01.007Z');
  });

  test('follows the one before it, also within one write', () => {
    const { text, hashes } = encodeRecords(
      [submitted('task-aaaa'), ended('task-aaaa')],
      { seq: 7, hash: 'h7' },
      NOW,
    );
    const [first, second] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([first.seq, first.prev, second.seq, second.prev]).toEqual([8, 'h7', 9, first.hash]);
    expect(hashes).toEqual([first.hash, second.hash]);
  });

  test('is one line that parses back whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (description) => {
        const text = encodeOne(description);
        expect(text.indexOf('\n')).toBe(text.length - 1);
        const parsed = parseLine(Buffer.from(text.trimEnd()));
        expect(parsed?.sound).toBe(true);
        expect(parsed?.value.task_description).toBe(description);
      }),
    );
  });

  test('is not sound once any byte of it has changed', () => {
    const line = Buffer.from(encodeOne().trimEnd());
    for (let index = 0; index < line.length; index++) {
      const changed = Buffer.from(line);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(parseLine(changed)?.sound ?? false).toBe(false);
    }
  });

  test('is not sound when it lacks any number of bytes', () => {
    const line = Buffer.from(encodeOne().trimEnd());
    for (let length = 0; length < line.length; length++) {
      expect(parseLine(line.subarray(0, length))?.sound ?? false).toBe(false);
    }
  });

  test('is found behind the unfinished line that it was appended to', () => {
    const line = encodeOne().trimEnd();
    expect(parseGluedRecord(Buffer.from(line.slice(0, 100) + line))?.value.task_id).toBe('task-aaaa');
    expect(parseGluedRecord(Buffer.from(line.slice(0, 100)))).toBeUndefined();
    expect(parseGluedRecord(Buffer.from(line))).toBeUndefined();
  });
});

test.each(['', 'null', '[]', '"text"', '12', '{', '{"a":1}x', '\u0000\u0000', ',"hash":"x"}'])(
  'a line of %j is nothing, and no error',
  (text) => {
    expect(parseLine(Buffer.from(text))).toBeUndefined();
  },
);
