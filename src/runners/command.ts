import { readFileSync } from 'node:fs';

/** A program with its arguments. */
export interface CommandLine {
  readonly file: string;
  readonly arguments: readonly string[];
}

/**
 * How a shell command is run. The outer shell writes down how the inner one ended, so that a supervisor which has
 * adopted the command, and is not its parent, learns its exit code too.
 * @param exitPath where the exit code goes, whole or not at all
 */
export function commandLine(command: string, exitPath: string): CommandLine {
  return { file: '/bin/sh', arguments: ['-c', RUN, 'outloop', command, exitPath] };
}

const RUN = `/bin/sh -c "$1"; code=$?; printf %s "$code" >"$2.new" && mv -f "$2.new" "$2"; exit "$code"`;

/** Where the exit code of a command goes, beside its output. */
export function exitCodePath(streamPath: string): string {
  return `${streamPath}.exit`;
}

/** The exit code that a command left behind; null while there is none. */
export function readExitCode(streamPath: string): number | null {
  try {
    const text = readFileSync(exitCodePath(streamPath), 'utf8');
    return /^\d{1,3}$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}
