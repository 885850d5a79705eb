import type { Chance } from './chance.ts';
import type { FileFaults, WriteFate } from './files.ts';
import { systemError } from './files.ts';
import type { Kernel } from './kernel.ts';
import type { Machine, SimulatedProcess } from './machine.ts';

/** What faults of the disk need of the world. */
export interface FaultyWorld {
  readonly chance: Chance;
  readonly kernel: Kernel;
  readonly machine: Machine;
  readonly paths: { readonly journal: string };
  readonly fault: (name: string) => void;
  readonly say: (line: string) => void;
}

/**
 * What goes wrong with the disk, and where processes die in the middle of writing. A process that is dead changes nothing
 * any more, whatever its code still tries.
 */
export class FaultyFiles implements FileFaults {
  /** Bytes that still fit on the disk of the project. */
  space = Number.POSITIVE_INFINITY;
  /** The supervisor that makes the so many next changes dies at the last of them; null for none. */
  dieIn: number | null = null;
  /** The supervisor that makes the so many next changes stands still from the last of them on; null for none. */
  stop: { left: number; readonly strike: (victim: SimulatedProcess) => void } | null = null;
  /** The next write to the journal gets only a part through. */
  cutsShort = false;
  failsToSync = false;
  private readonly world: FaultyWorld;

  constructor(world: FaultyWorld) {
    this.world = world;
  }

  beforeChange(path: string, isNew = false): void {
    this.refuseDead();
    this.mayStop();
    if (this.isTheLast()) this.die(`before it changed ${path}`);
    if (isNew && this.space === 0 && this.isLimited(path) && this.world.chance.happens(0.3))
      throw systemError('ENOSPC', 'open');
  }

  beforeWrite(path: string, bytes: number): WriteFate {
    this.refuseDead();
    const { chance } = this.world;
    if (this.isTheLast()) {
      const through = chance.between(0, bytes);
      this.world.fault('killed in the middle of a write');
      this.kill(`after ${through} of ${bytes} bytes of ${path}`);
      return { bytes: through, error: 'EIO' };
    }
    if (this.cutsShort && path === this.world.paths.journal && bytes > 1) {
      this.cutsShort = false;
      this.world.fault('short write');
      return { bytes: chance.between(1, bytes - 1), error: null };
    }
    if (!this.isLimited(path) || bytes <= this.space) {
      if (this.isLimited(path)) this.space -= bytes;
      return { bytes, error: null };
    }
    const through = this.space;
    this.space = 0;
    this.world.fault('write on a full disk');
    return { bytes: through, error: through === 0 ? 'ENOSPC' : null };
  }

  beforeSync(path: string): void {
    this.refuseDead();
    if (!this.failsToSync || path !== this.world.paths.journal) return;
    this.failsToSync = false;
    this.world.fault('failed sync');
    throw systemError('EIO', 'fdatasync');
  }

  /** For what is no file: whether a supervisor is to die before this. */
  mayDie(what: string): void {
    if (this.isTheLast()) this.kill(`at ${what}`);
  }

  // The runtime folder is in memory, and the person's folder is on another disk.
  private isLimited(path: string): boolean {
    return path.startsWith('/project');
  }

  private refuseDead(): void {
    if (this.world.kernel.current?.alive === false) throw systemError('EIO', 'killed');
  }

  private isTheLast(): boolean {
    if (this.dieIn === null || this.world.kernel.current?.name !== 'supervisor') return false;
    this.dieIn -= 1;
    if (this.dieIn > 0) return false;
    this.dieIn = null;
    return true;
  }

  // It goes on to its next wait: there it is held, as a process is that was stopped in between.
  private mayStop(): void {
    if (this.stop === null || this.world.kernel.current?.name !== 'supervisor') return;
    this.stop.left -= 1;
    if (this.stop.left > 0) return;
    const victim = this.running();
    const { strike } = this.stop;
    this.stop = null;
    if (victim !== undefined) strike(victim);
  }

  private running(): SimulatedProcess | undefined {
    const { machine, kernel } = this.world;
    return machine.living().find(({ actor }) => actor === kernel.current);
  }

  private die(where: string): never {
    this.kill(where);
    throw systemError('EIO', 'killed');
  }

  private kill(where: string): void {
    const { machine } = this.world;
    const dying = this.running();
    if (dying === undefined) return;
    this.world.say(`supervisor ${dying.pid} dies ${where}`);
    this.world.fault('crash of the supervisor');
    machine.end(dying, null, 'SIGKILL');
  }
}
