import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LINE_BYTES_MAX, openStream, readLines, takeRest } from '../../../src/supervisor/stream-reader.ts';

let folder: string;
let path: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'outloop-stream-'));
  path = join(folder, 'stream');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file that is not there yet has no lines', () => {
  expect(readLines(openStream(join(folder, 'none')), { bytes: 100 })).toEqual({ lines: [], more: false });
});

test('lines come out whole, however the file grows and however little is read at once', () => {
  const growing = fc.array(fc.string({ unit: fc.constantFrom('a', 'ü', '\n', '"'), maxLength: 40 }));
  fc.assert(
    fc.property(
      growing,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (parts, bytes, lines) => {
        writeFileSync(path, '');
        const reader = openStream(path);
        const seen: string[] = [];
        for (const part of parts) {
          appendFileSync(path, part);
          for (let more = true; more; ) {
            const read = readLines(reader, { bytes, lines });
            expect(read.lines.length).toBeLessThanOrEqual(lines);
            seen.push(...read.lines);
            more = read.more;
          }
        }
        expect([...seen, takeRest(reader)]).toEqual(parts.join('').split('\n'));
      },
    ),
  );
});

test('after so many lines the reader stands exactly behind them', () => {
  writeFileSync(path, 'one\ntwo\nthree\nfo');
  const reader = openStream(path);
  expect(readLines(reader, { bytes: 1000, lines: 2 })).toEqual({ lines: ['one', 'two'], more: true });
  expect(reader.offset).toBe(8);
  expect(readLines(reader, { bytes: 1000 })).toEqual({ lines: ['three'], more: false });
  expect(takeRest(reader)).toBe('fo');
});

test('a flood comes in parts, and a line without an end in pieces', () => {
  writeFileSync(path, Buffer.alloc(LINE_BYTES_MAX + 10, 'x'));
  appendFileSync(path, '\nend\n');
  const reader = openStream(path);
  const lengths: number[] = [];
  let reads = 0;
  for (let more = true; more; reads++) {
    const read = readLines(reader, { bytes: 1 << 20 });
    lengths.push(...read.lines.map((line) => line.length));
    more = read.more;
  }
  expect(lengths).toEqual([LINE_BYTES_MAX, 10, 3]);
  expect(reads).toBe(9);
});
