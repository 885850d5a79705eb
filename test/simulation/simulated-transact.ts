import type { Result } from '../../src/domain/result.ts';
import type { Decide } from '../../src/journal/attempt.ts';
import { type Journal, keepCheckpoint, readState } from '../../src/journal/journal.ts';
import { transactSteps } from '../../src/journal/transact-steps.ts';
import type { Actor, Kernel } from './kernel.ts';

/*
 * Takes the place of `src/journal/transact.ts`: the same steps of the same transaction, but between them, and behind the
 * last one, other processes may come to the turn, as they may on a real machine.
 */

let kernel: Kernel | undefined;

/** From here on this is the machine that transactions run on. */
export function mountKernel(mounted: Kernel): void {
  kernel = mounted;
}

/** Runs a transaction step by step. See `transact` in the journal. */
export async function transact<T>(
  journal: Journal,
  host: { now(): number },
  decide: Decide<T>,
): Promise<Result<T>> {
  const actor = kernel?.current;
  if (kernel === undefined || actor == null || journal.acquireLock === undefined)
    throw new Error('a transaction outside of the simulation');
  if (journal.fold === null) readState(journal);
  const lock = await journal.acquireLock(journal.paths.journal, `${journal.paths.internal}/journal.lock`);
  try {
    const steps = transactSteps(journal, host, decide, lock !== undefined);
    for (;;) {
      const step = steps.next();
      await mayBeOvertaken(kernel, actor);
      if (step.done === true) return step.value;
    }
  } finally {
    if (actor.alive) {
      lock?.release();
      keepCheckpoint(journal, 200);
    }
  }
}

async function mayBeOvertaken(machine: Kernel, actor: Actor): Promise<void> {
  const { chance } = machine;
  if (machine.preemption === 0 || !chance.happens(machine.preemption)) return;
  await machine.step(actor, chance.happens(0.2) ? chance.between(50, 3_000) : chance.between(0, 12));
}
