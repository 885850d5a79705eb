import { agentWrites } from '../domain/agents.ts';
import type { OpenTask } from '../domain/state.ts';

/** Why a queued task does not run yet, for people and for the next look. */
export type WaitReason =
  | { readonly kind: 'slots'; readonly running: number; readonly slots: number }
  | { readonly kind: 'writer'; readonly taskId: string }
  | { readonly kind: 'credentials'; readonly names: readonly string[] };

/** What to start now, oldest first, and why each other queued task waits. */
export interface Picked {
  readonly start: readonly OpenTask[];
  readonly waiting: ReadonlyMap<string, WaitReason>;
}

/**
 * Decides which queued tasks start: oldest first, at most `slots` at once, at most one that writes (all share
 * one working tree), and none whose environment credentials are not at hand. Tasks asked to cancel are left alone.
 * @param hasCredentials whether the worker's environment for a task is in memory, or it needs none
 */
export function pick(
  open: Iterable<OpenTask>,
  slots: number,
  hasCredentials: (task: OpenTask) => boolean,
): Picked {
  const queued: OpenTask[] = [];
  let running = 0;
  let writer: string | null = null;
  for (const task of open) {
    if (task.phase === 'queued') queued.push(task);
    else {
      running += 1;
      if (agentWrites(task.agent)) writer = task.id;
    }
  }
  const start: OpenTask[] = [];
  const waiting = new Map<string, WaitReason>();
  for (const task of queued.sort((a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1))) {
    if (task.cancelRequestedAt !== undefined) continue;
    if (!hasCredentials(task)) {
      waiting.set(task.id, { kind: 'credentials', names: task.credentials });
    } else if (running >= slots) {
      waiting.set(task.id, { kind: 'slots', running, slots });
    } else if (agentWrites(task.agent) && writer !== null) {
      waiting.set(task.id, { kind: 'writer', taskId: writer });
    } else {
      start.push(task);
      running += 1;
      if (agentWrites(task.agent)) writer = task.id;
    }
  }
  return { start, waiting };
}
