import { readFileSync } from 'node:fs';

/** A script for `/bin/sh` with its arguments. */
export interface ShellScript {
  readonly script: string;
  readonly args: readonly string[];
}

/**
 * How a shell command is run. The outer shell writes down how the inner one ended, so that a supervisor which has
 * adopted the command, and is not its parent, learns its exit code too.
 * @param exitPath where the exit code goes, as a whole line or not at all
 */
export function commandScript(command: string, exitPath: string): ShellScript {
  return { script: RUN, args: [command, exitPath] };
}

// So short a line is one write, and only a whole one counts: it needs no other name to begin with.
const RUN = `/bin/sh -c "$1"; code=$?; printf '%s\\n' "$code" >"$2"; exit "$code"`;

/** Where the exit code of a command goes, beside its output. */
export function exitCodePath(streamPath: string): string {
  return `${streamPath}.exit`;
}

/** The exit code that a command left behind; null while there is none. */
export function readExitCode(streamPath: string): number | null {
  try {
    const text = readFileSync(exitCodePath(streamPath), 'utf8');
    return /^\d{1,3}\n$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}
