import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { TimedCall, TimedRun } from '../clock.ts';

/*
 * Times the calls that it reads, one line of JSON each. It is a process of its own because the time that a start takes
 * grows with the memory of the process that starts it.
 */
createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(`${JSON.stringify(time(JSON.parse(line) as TimedCall))}\n`);
});

function time({ command, args, cwd, env, input }: TimedCall): TimedRun {
  const from = performance.now();
  const run = spawnSync(command, args, { cwd, env, input, encoding: 'utf8' });
  const ms = performance.now() - from;
  return { ms, status: run.status, stdout: run.stdout, stderr: run.stderr };
}
