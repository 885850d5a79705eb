import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf } from './environment.ts';
import { identityOf, isAlive } from './identity.ts';
import { walkDescendants } from './process-table.ts';
import type { Processes, ProcessStart, StartedProcess, Timers } from './processes.ts';
import { measureTree } from './resource-usage.ts';
import { signalProcess } from './signal.ts';
import { takeSnapshot } from './snapshot.ts';

/** The processes of this machine. */
export const nodeProcesses: Processes = {
  ownPid: process.pid,
  start: startProcess,
  identityOf,
  isAlive,
  environmentOf,
  snapshot: takeSnapshot,
  walkDescendants,
  measureTree,
  signal: signalProcess,
};

/** The time of this machine. */
export const nodeTimers: Timers = {
  sleep: (ms) => sleep(ms),
  deadline: (ms) => AbortSignal.timeout(ms),
};

function startProcess({ program, args, cwd, env, stdio }: ProcessStart): StartedProcess {
  const child = spawn(program, [...args], { cwd, env, detached: true, stdio: [...stdio] });
  return {
    pid: child.pid,
    onExit: (listener) => void child.once('exit', listener),
    onError: (listener) => void child.once('error', listener),
  };
}
