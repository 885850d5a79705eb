import { closeSync, openSync, readSync } from 'node:fs';

/** Reads a growing file line by line. */
export interface StreamReader {
  readonly path: string;
  offset: number;
  partial: Buffer;
}

// One for all, as each worker is looked at every second.
const CHUNK = Buffer.allocUnsafe(256 * 1024);

/** A reader at the beginning of a file that may not be there yet. */
export function openStream(path: string): StreamReader {
  return { path, offset: 0, partial: Buffer.alloc(0) };
}

/** The whole lines that have come since the last call, without their newlines. A missing file has none. */
export function readNewLines(reader: StreamReader): string[] {
  let descriptor: number;
  try {
    descriptor = openSync(reader.path, 'r');
  } catch {
    return [];
  }
  try {
    const lines: string[] = [];
    for (;;) {
      const read = readSync(descriptor, CHUNK, 0, CHUNK.length, reader.offset);
      if (read === 0) return lines;
      reader.offset += read;
      takeLines(reader, CHUNK.subarray(0, read), lines);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** What is left behind the last newline: a line that its writer did not live to finish. */
export function takePartial(reader: StreamReader): string {
  const rest = reader.partial.toString('utf8');
  reader.partial = Buffer.alloc(0);
  return rest;
}

function takeLines(reader: StreamReader, bytes: Buffer, lines: string[]): void {
  let data = reader.partial.length === 0 ? bytes : Buffer.concat([reader.partial, bytes]);
  for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10)) {
    lines.push(data.subarray(0, end).toString('utf8'));
    data = data.subarray(end + 1);
  }
  // A copy: the chunk it points into is used again.
  reader.partial = Buffer.from(data);
}
