import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const STDERR_TAIL_BYTES = 4_096;

/** The end of what a worker wrote to its error stream; empty where there is none. */
export function readStderrTail(path: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, STDERR_TAIL_BYTES));
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
