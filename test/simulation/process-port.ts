import type { ProcessIdentity } from '../../src/domain/events.ts';
import { descendantsOf } from '../../src/process/process-table.ts';
import type { Processes, ProcessStart, StartedProcess } from '../../src/process/processes.ts';
import type { Machine, SimulatedProcess } from './machine.ts';

/** What the port asks of the world beyond the process table. */
export interface WorkerStarter {
  /** Starts the program of a worker. Throws where the system refuses. */
  readonly startWorker: (start: ProcessStart, parent: SimulatedProcess) => SimulatedProcess;
  /** Whether this supervisor is blind for that process right now. */
  readonly isUnseen: (identity: ProcessIdentity) => boolean;
  /** Whether whoever asks may be killed before this. */
  readonly mayDie: (what: string) => void;
}

/** The processes of the simulated machine, as one supervisor sees them. */
export function processPort(machine: Machine, own: SimulatedProcess, world: WorkerStarter): Processes {
  const isAlive = (identity: ProcessIdentity) =>
    machine.exactly(identity) !== undefined && !world.isUnseen(identity);
  return {
    ownPid: own.pid,
    start: (start) => {
      world.mayDie('start');
      if (!own.alive) throw new Error('gone');
      const started = startedProcess(machine, world.startWorker(start, own), own);
      world.mayDie('started');
      return started;
    },
    identityOf: (pid) => machine.identityOf(pid),
    isAlive,
    environmentOf: (pid) => machine.find(pid)?.environment ?? {},
    snapshot: () => ({
      table: machine.stats(),
      marked: (marker) =>
        machine
          .living()
          .filter(({ marks }) => marks.includes(marker))
          .map(({ pid, start }) => ({ pid, start })),
      cgroupOf: () => '',
    }),
    walkDescendants: (pid) => descendantsOf(pid, machine.stats()),
    measureTree: (members) => {
      const present = members.flatMap((member) => machine.exactly(member) ?? []);
      return {
        memoryBytes: present.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
        processes: present.length,
        cpuMs: new Map(present.map(({ pid, start, cpuMs }) => [`${pid}@${start}`, cpuMs])),
      };
    },
    signal: (identity, signal) => {
      world.mayDie('signal');
      return own.alive && machine.signal(identity, signal);
    },
  };
}

function startedProcess(machine: Machine, child: SimulatedProcess, own: SimulatedProcess): StartedProcess {
  return {
    pid: child.pid,
    onExit: (listener) => {
      child.onEnd.push((code, signal) => {
        const { actor } = own;
        if (actor !== null) machine.kernel.after(1, actor, () => listener(code, signal));
      });
    },
    onError: () => undefined,
  };
}
