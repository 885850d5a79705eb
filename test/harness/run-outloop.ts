import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from './project.ts';

/** How a run of the command line ended, and what it said. */
export interface OutloopOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /** null where a signal ended it. */
  readonly exitCode: number | null;
}

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
  const child = spawn(join(options.plugin ?? inject('plugin'), 'bin/outloop'), args, {
    cwd: options.cwd ?? project.dir,
    env: project.env({ OUTLOOP_NODE: process.execPath, ...options.env }),
  });
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      options.onStdout?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    // It may end before it has read all of its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}
