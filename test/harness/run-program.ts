import { spawn } from 'node:child_process';

/** How a program ended, and what it said. */
export interface ProgramOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /** null where a signal ended it. */
  readonly exitCode: number | null;
}

/** Where and with what a program runs. */
export interface ProgramPlace {
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly input?: string | undefined;
  /** Hears what it prints while it runs. */
  readonly onStdout?: ((text: string) => void) | undefined;
}

/** Runs a program to its end. Rejects where it cannot be started. */
export function runProgram(
  file: string,
  args: readonly string[],
  place: ProgramPlace,
): Promise<ProgramOutcome> {
  const child = spawn(file, args, { cwd: place.cwd, env: place.env });
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      place.onStdout?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    // It may end before it has read all of its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(place.input ?? '');
  });
}
