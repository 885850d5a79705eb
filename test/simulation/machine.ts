import type { ProcessIdentity } from '../../src/domain/events.ts';
import type { ProcessStat } from '../../src/process/identity.ts';
import type { Actor, Kernel } from './kernel.ts';

/** One process of the simulated machine. */
export interface SimulatedProcess {
  readonly pid: number;
  readonly start: string;
  parent: number;
  readonly group: number;
  /** `NAME=value` pairs of its environment that matter. */
  readonly marks: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly kind: 'supervisor' | 'session' | 'worker' | 'stranger';
  /** The task and attempt that it works for. */
  readonly work: { readonly taskId: string; readonly attempt: number } | null;
  /** Runs code of the product. */
  readonly actor: Actor | null;
  readonly ignoresTerm: boolean;
  readonly endsWithParent: boolean;
  alive: boolean;
  stopped: boolean;
  memoryBytes: number;
  cpuMs: number;
  /** What came for it while it stood still. */
  readonly held: (() => void)[];
  readonly onEnd: ((code: number | null, signal: string | null) => void)[];
}

/** How a process comes into being. */
export type NewProcess = Partial<
  Pick<
    SimulatedProcess,
    | 'parent'
    | 'group'
    | 'marks'
    | 'environment'
    | 'work'
    | 'actor'
    | 'ignoresTerm'
    | 'endsWithParent'
    | 'memoryBytes'
  >
> & { readonly kind: SimulatedProcess['kind']; readonly pid?: number };

/** What somebody wants to know of the processes. */
export interface MachineWatcher {
  readonly onBorn: (born: SimulatedProcess) => void;
  readonly onGone: (gone: SimulatedProcess) => void;
  readonly onSignal: (target: SimulatedProcess, signal: string, isLost: boolean) => void;
}

/** The process table, and what signals do. */
export class Machine {
  readonly kernel: Kernel;
  readonly watcher: MachineWatcher;
  boot = 1;
  /** The share of signals that never arrive; never two of a kind in a row at the same process. */
  lostSignals = 0;
  private readonly table = new Map<number, SimulatedProcess>();
  private readonly lastLost = new Set<string>();
  private lastPid = 1_000;

  constructor(kernel: Kernel, watcher: MachineWatcher) {
    this.kernel = kernel;
    this.watcher = watcher;
  }

  create(made: NewProcess): SimulatedProcess {
    const pid = made.pid ?? ++this.lastPid;
    const created: SimulatedProcess = {
      parent: 1,
      group: made.group ?? pid,
      marks: [],
      environment: {},
      work: null,
      actor: null,
      ignoresTerm: false,
      endsWithParent: false,
      memoryBytes: 50_000_000,
      ...made,
      pid,
      start: `boot${this.boot}:${Math.floor(this.kernel.now / 10)}`,
      alive: true,
      stopped: false,
      cpuMs: 0,
      held: [],
      onEnd: [],
    };
    this.table.set(pid, created);
    this.watcher.onBorn(created);
    return created;
  }

  find(pid: number): SimulatedProcess | undefined {
    return this.table.get(pid);
  }

  living(): SimulatedProcess[] {
    return [...this.table.values()];
  }

  identityOf(pid: number): ProcessIdentity | null {
    const found = this.table.get(pid);
    return found === undefined ? null : { pid, start: found.start };
  }

  exactly(identity: ProcessIdentity): SimulatedProcess | undefined {
    const found = this.table.get(identity.pid);
    return found?.start === identity.start ? found : undefined;
  }

  stats(): ProcessStat[] {
    return [...this.table.values()].map(({ pid, parent, group, start }) => ({
      pid,
      parent,
      group,
      start,
      zombie: false,
    }));
  }

  /** Lets something happen in a process that lives and does not stand still by then. */
  later(ms: number, owner: SimulatedProcess, run: () => void): void {
    const happen = () => {
      if (!owner.alive) return;
      if (owner.stopped) owner.held.push(happen);
      else run();
    };
    this.kernel.after(ms, null, happen);
  }

  /** Sends a signal. @returns false where there is nobody */
  signal(identity: ProcessIdentity, signal: string): boolean {
    const target = this.exactly(identity);
    if (target === undefined) return false;
    const key = `${signal} ${target.pid} ${target.start}`;
    const isLost = !this.lastLost.has(key) && this.kernel.chance.happens(this.lostSignals);
    if (isLost) this.lastLost.add(key);
    else this.lastLost.delete(key);
    this.watcher.onSignal(target, signal, isLost);
    if (isLost) return true;
    if (signal === 'SIGSTOP') this.stop(target);
    else if (signal === 'SIGCONT') this.continue(target);
    else if (signal === 'SIGKILL')
      this.kernel.after(this.kernel.chance.between(0, 8), null, () => this.end(target, null, signal));
    else if (!target.ignoresTerm)
      this.later(this.kernel.chance.between(1, 400), target, () => this.end(target, null, signal));
    return true;
  }

  stop(target: SimulatedProcess): void {
    target.stopped = true;
    if (target.actor !== null) target.actor.stalled = true;
  }

  continue(target: SimulatedProcess): void {
    if (!target.stopped) return;
    target.stopped = false;
    if (target.actor !== null) this.kernel.wake(target.actor);
    for (const run of target.held.splice(0)) this.kernel.after(0, null, run);
  }

  /** A process is gone; its children belong to the first process, or go with it. */
  end(gone: SimulatedProcess, code: number | null, signal: string | null): void {
    if (!gone.alive) return;
    gone.alive = false;
    if (gone.actor !== null) gone.actor.alive = false;
    this.table.delete(gone.pid);
    this.watcher.onGone(gone);
    for (const child of this.living()) {
      if (child.parent !== gone.pid) continue;
      if (child.endsWithParent) this.end(child, null, 'SIGKILL');
      else child.parent = 1;
    }
    for (const tell of gone.onEnd) tell(code, signal);
  }

  /** The machine starts anew: nobody is left. */
  restart(): void {
    for (const gone of this.living()) {
      gone.onEnd.length = 0;
      this.end(gone, null, null);
    }
    this.boot += 1;
  }
}
