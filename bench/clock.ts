import { spawn } from 'node:child_process';
import { readJsonLines } from './json-lines.ts';

/** A program to be timed from its start to its end: all that it is given. */
export interface TimedCall {
  readonly command: string;
  readonly args: readonly string[];
  readonly input: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What became of it; `ms` from start to end. */
export interface TimedRun {
  readonly ms: number;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts programs one after the other and times them. */
export interface Clock extends AsyncDisposable {
  /** Rejects when the program fails. */
  readonly time: (call: TimedCall) => Promise<TimedRun>;
}

/** Starts the clock: a small process of its own, see `programs/clock.ts`. */
export function startClock(program: string): Clock {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const next = readJsonLines(child.stdout, 'the clock');
  return {
    time: async (call) => {
      child.stdin.write(`${JSON.stringify(call)}\n`);
      const run = (await next()) as TimedRun;
      if (run.status === 0) return run;
      throw new Error(`${[call.command, ...call.args].join(' ')} ended with ${run.status}: ${run.stderr}`);
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
