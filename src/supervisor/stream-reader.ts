import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Reads a growing file line by line. */
export interface StreamReader {
  readonly path: string;
  /** Everything before it has been read. */
  offset: number;
  /** What was read behind the last line that was given, in pieces. */
  rest: Buffer[];
  restBytes: number;
}

/** How much one read takes at most. */
export interface ReadBounds {
  readonly bytes: number;
  readonly lines?: number;
}

/** Lines without their newlines, and whether more can be read at once. */
export interface ReadLines {
  readonly lines: readonly string[];
  readonly more: boolean;
}

/** What a look at one worker reads at most: a worker that floods its output must not hold up the looks at all others. */
export const LOOK_BOUNDS: ReadBounds = { bytes: 1 << 20 };

/** A line that is longer comes in pieces of this length. */
export const LINE_BYTES_MAX = 8 << 20;

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

/** A reader at the beginning of a file that may not be there yet. */
export function openStream(path: string): StreamReader {
  return { path, offset: 0, rest: [], restBytes: 0 };
}

/** The next whole lines, as many as there are within the bounds. A missing file has none. */
export function readLines(reader: StreamReader, atMost: ReadBounds): ReadLines {
  let descriptor: number;
  try {
    descriptor = openSync(reader.path, 'r');
  } catch {
    return { lines: [], more: false };
  }
  try {
    const lines: string[] = [];
    // Most looks find nothing new: those take no memory.
    const end = Math.min(reader.offset + atMost.bytes, fstatSync(descriptor).size);
    const linesMax = atMost.lines ?? Number.POSITIVE_INFINITY;
    const { size } = fstatSync(descriptor);
    while (reader.offset < Math.min(end, size) && lines.length < linesMax) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.min(end, size) - reader.offset));
      const read = readSync(descriptor, chunk, 0, chunk.length, reader.offset);
      if (read === 0) return { lines, more: false };
      reader.offset += takeLines(reader, chunk.subarray(0, read), lines, linesMax);
    }
    return { lines, more: reader.offset < fstatSync(descriptor).size };
  } finally {
    closeSync(descriptor);
  }
}

/** What is left behind the last newline: a line that its writer did not live to finish. */
export function takeRest(reader: StreamReader): string {
  const rest = Buffer.concat(reader.rest).toString('utf8');
  reader.rest = [];
  reader.restBytes = 0;
  return rest;
}

/** Takes lines out of a chunk. @returns how many of its bytes were taken */
function takeLines(reader: StreamReader, chunk: Buffer, lines: string[], linesMax: number): number {
  let from = 0;
  while (from < chunk.length && lines.length < linesMax) {
    const cut = from + LINE_BYTES_MAX - reader.restBytes;
    const newline = chunk.indexOf(NEWLINE, from);
    const end = newline >= 0 && newline <= cut ? newline : Math.min(cut, chunk.length);
    reader.rest.push(chunk.subarray(from, end));
    reader.restBytes += end - from;
    from = end;
    if (end === newline) from += 1;
    else if (end < cut) break;
    lines.push(takeRest(reader));
  }
  return from;
}
