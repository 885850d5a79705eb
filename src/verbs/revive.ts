import type { JournalState } from '../domain/state.ts';
import { ownOpen } from '../notices/unheard.ts';
import { isAlive } from '../process/identity.ts';
import { hasLiveSchedule } from '../schedules/live.ts';
import type { VerbContext } from './context.ts';
import { handoffOf } from './handoff.ts';

// A task that was submitted a moment ago is on its way already.
const SETTLED_MS = 2_000;

/** True when the supervisor that the journal names lives. */
export function isSupervised(state: JournalState): boolean {
  return state.supervisor !== null && !state.supervisor.stopped && isAlive(state.supervisor.process);
}

/**
 * Starts a supervisor if work is open and none lives, and hands it the environment of this session for its own tasks: one
 * that was started anew has lost it, for queued tasks to run in and for running ones to know what to keep secret.
 * @returns why the work is not watched, or null when it is
 */
export async function revive(context: VerbContext, state: JournalState): Promise<string | null> {
  if (state.open.size === 0 && !hasLiveSchedule(state)) return null;
  const supervised = isSupervised(state);
  const stranded = ownOpen(state, context.asker).filter(
    (task) =>
      (task.phase === 'queued' || !supervised) &&
      task.credentials.length > 0 &&
      context.now() - task.submittedAt > SETTLED_MS,
  );
  if (supervised && stranded.length === 0) return null;
  try {
    await context.wake(stranded.map((task) => handoffOf(context, task.id)));
    return null;
  } catch (error) {
    return `no supervisor runs and none could be started: ${(error as Error).message}`;
  }
}
