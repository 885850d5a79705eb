import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AcquireLock } from '../../src/journal/journal.ts';
import type { Actor, Kernel } from './kernel.ts';

const WAIT_MS_MAX = 2_000;
const STALE_MS = 2_000;

/** The lock of the simulated journal. It can be stolen: it only saves retries. */
export class SimulatedLock {
  private readonly kernel: Kernel;
  private readonly onStolen: () => void;
  private holder: { readonly actor: Actor; readonly since: number } | null = null;
  /** The next one who finds it held takes it all the same. */
  isOpenToThieves = false;

  constructor(kernel: Kernel, onStolen: () => void) {
    this.kernel = kernel;
    this.onStolen = onStolen;
  }

  /** The lock as one process takes it. */
  for(actor: Actor): AcquireLock {
    return async (_, lockPath) => {
      const { kernel } = this;
      const until = kernel.now + WAIT_MS_MAX;
      // As the real one does where the folder is missing.
      makeFolderOf(lockPath);
      await kernel.wait(actor, kernel.chance.between(0, 2));
      while (this.holder !== null && !this.mayTake()) {
        if (kernel.now >= until) return undefined;
        await kernel.wait(actor, kernel.chance.between(2, 8));
      }
      const mine = { actor, since: kernel.now };
      this.holder = mine;
      return {
        release: () => {
          if (this.holder === mine) this.holder = null;
        },
      };
    };
  }

  private mayTake(): boolean {
    if (this.holder === null) return true;
    // Whoever stands still does not refresh it.
    const isStale = this.kernel.now - this.holder.since > STALE_MS;
    if (!isStale && !this.isOpenToThieves) return false;
    this.isOpenToThieves = false;
    this.onStolen();
    return true;
  }
}

function makeFolderOf(lockPath: string): void {
  try {
    mkdirSync(dirname(lockPath), { recursive: true });
  } catch {
    // Without the folder there is no lock, and whoever wanted it goes on without.
  }
}
