import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from './project.ts';
import type { ProgramOutcome } from './run-program.ts';
import { runProgram } from './run-program.ts';

/** How a run of the command line ended, and what it said. */
export type OutloopOutcome = ProgramOutcome;

/** What differs from the ordinary: another copy of the plugin, text on stdin, another folder, more environment. */
export interface OutloopOptions {
  readonly plugin?: string;
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Hears what it prints while it runs. */
  readonly onStdout?: (text: string) => void;
}

/** Runs `outloop` in a project as a terminal outside any session would. */
export function runOutloop(
  project: TestProject,
  args: readonly string[],
  options: OutloopOptions = {},
): Promise<OutloopOutcome> {
  return runProgram(join(options.plugin ?? inject('plugin'), 'bin/outloop'), args, {
    cwd: options.cwd ?? project.dir,
    env: project.env({ OUTLOOP_NODE: process.execPath, ...options.env }),
    input: options.input,
    onStdout: options.onStdout,
  });
}
