import { closeSync, constants, fstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../domain/events.ts';

// A write of at most PIPE_BUF bytes is never mixed with another writer's; 512 is what POSIX promises everywhere.
const LINE_BYTES_MAX = 512;

/**
 * Writes lines, at once, into the pipe that a session's monitor reads, so that an idle session wakes.
 * @param folder `.outloop/wake`; a monitor names its pipe `<client pid>.<own pid>`
 * @returns false when no monitor of this client is listening: then the notice waits for the next hook
 */
export function writeWakeLines(folder: string, owner: ProcessIdentity, lines: readonly string[]): boolean {
  for (const pipe of pipesOf(folder, owner.pid)) {
    if (lines.every((line) => writeToPipe(join(folder, pipe), line))) return true;
    // Nobody reads it any more: its monitor was killed.
    rmSync(join(folder, pipe), { force: true });
  }
  return false;
}

/**
 * Ends the monitors of clients that are gone. A killed client leaves its monitor blocked for ever; a line makes it
 * write to where nobody listens, and that ends it.
 */
export function sweepWakePipes(folder: string, clientLives: (pid: number) => boolean): void {
  for (const pipe of listPipes(folder)) {
    if (clientLives(Number.parseInt(pipe, 10))) continue;
    writeToPipe(join(folder, pipe), '');
    rmSync(join(folder, pipe), { force: true });
  }
}

/** True when a monitor of this client is listening right now. */
export function isListening(folder: string, owner: ProcessIdentity): boolean {
  return pipesOf(folder, owner.pid).some((pipe) => {
    const descriptor = openForWriting(join(folder, pipe));
    if (descriptor === null) return false;
    closeSync(descriptor);
    return true;
  });
}

function pipesOf(folder: string, pid: number): string[] {
  return listPipes(folder).filter((name) => name.startsWith(`${pid}.`));
}

function listPipes(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+\.\d+$/.test(name));
  } catch {
    return [];
  }
}

function writeToPipe(path: string, line: string): boolean {
  const descriptor = openForWriting(path);
  if (descriptor === null) return false;
  try {
    const bytes = Buffer.from(`${truncateBytes(line, LINE_BYTES_MAX - 1)}\n`);
    return writeSync(descriptor, bytes) === bytes.length;
  } catch {
    return false;
  } finally {
    closeSync(descriptor);
  }
}

// Without O_NONBLOCK the open would wait for a reader; with it, it fails when there is none.
function openForWriting(path: string): number | null {
  try {
    const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    if (fstatSync(descriptor).isFIFO()) return descriptor;
    closeSync(descriptor);
    return null;
  } catch {
    return null;
  }
}

function truncateBytes(text: string, bytesMax: number): string {
  const bytes = Buffer.from(text.replaceAll('\n', ' '));
  if (bytes.length <= bytesMax) return bytes.toString();
  return `${bytes
    .subarray(0, bytesMax - 4)
    .toString()
    .replace(/\uFFFD+$/, '')}…`;
}
