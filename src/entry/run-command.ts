import { writeSync } from 'node:fs';
import type { Failure } from '../domain/failure.ts';
import { failureText } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { CommandOutput } from '../verbs/command-output.ts';
import { exitCodeOf } from '../verbs/exit-code.ts';
import { softWrap } from '../verbs/wrap.ts';

/** The flag that every command has. */
export const JSON_FLAG = ['--json', 'print JSON for scripts'] as const;

/** What it comes to. */
export interface JsonFlag {
  readonly json?: boolean;
}

/** Prints a command's output, as text or as JSON, and sets the exit code. Failures go to stderr, in words or JSON. */
export async function runCommand(
  json: boolean,
  command: () => Promise<Result<CommandOutput>>,
): Promise<void> {
  const done = await command();
  if (!done.ok) {
    printFailure(json, done.failure);
    return;
  }
  const { payload, text, exitCode } = done.value;
  print(1, json ? JSON.stringify(payload, null, 2) : text);
  process.exitCode = exitCode ?? 0;
}

/** Prints a failure and sets its exit code. */
export function printFailure(json: boolean, failure: Failure): void {
  if (json) print(1, JSON.stringify({ failure }, null, 2));
  else print(2, softWrap(`outloop: ${failureText(failure)}`));
  process.exitCode = exitCodeOf(failure.code);
}

/**
 * Prints a text and a newline, all of it, at once.
 * @returns whether anybody still reads: `outloop status | head -1` has seen enough
 */
export function print(descriptor: 1 | 2, text: string): boolean {
  const bytes = Buffer.from(`${text}\n`);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      // A pipe that is full for now: whoever reads it is slower than we are.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MS);
    }
  }
  return true;
}

const FULL_PIPE_MS = 5;
