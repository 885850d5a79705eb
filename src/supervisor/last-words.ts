import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const BYTES_MAX = 4_096;

/** The end of what a worker wrote to its standard errors; empty where there is nothing. */
export function readLastWords(path: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, BYTES_MAX));
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
