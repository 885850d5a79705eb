import type { ProcessIdentity } from '../domain/events.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import type { Notice } from './notice.ts';

/** Who is asking: the client process where it is known, and its present session id. */
export interface Asker {
  readonly owner: ProcessIdentity | null;
  readonly sessionId: string;
}

/** True when a task belongs to the asker: the same client process, or without one the same session id. */
export function isOwn(task: Pick<OpenTask, 'owner' | 'sessionId'>, asker: Asker): boolean {
  if (task.owner !== null && asker.owner !== null) {
    return task.owner.pid === asker.owner.pid && task.owner.start === asker.owner.start;
  }
  return task.owner === null && asker.owner === null && task.sessionId === asker.sessionId;
}

/** The asker's own open tasks, oldest first. */
export function ownOpen(state: JournalState, asker: Asker): OpenTask[] {
  return [...state.open.values()].filter((task) => isOwn(task, asker));
}

/** All that nobody has surely heard and that can be told, ends and raised notices, each oldest first. */
export function allUnheard(state: JournalState): Notice[] {
  const ended = [...state.ended.values()].filter((task) => !task.heard && isTellable(state, task));
  return [...state.notices.values(), ...ended];
}

/** False while one of those that a task was submitted with is open: they are told of together. */
export function isTellable(
  state: Pick<JournalState, 'open'>,
  { group }: { readonly group?: string },
): boolean {
  if (group === undefined) return true;
  for (const open of state.open.values()) if (open.options.group === group) return false;
  return true;
}

/** What the asker itself has not heard. */
export function ownUnheard(state: JournalState, asker: Asker): Notice[] {
  return allUnheard(state).filter((notice) => isOwn(notice, asker));
}

/**
 * What others asked for and did not hear. Those whose owner is gone have nobody else to tell; the others are
 * only shown, because their owner still will hear.
 */
export function othersUnheard(
  state: JournalState,
  asker: Asker,
  isGone: (owner: ProcessIdentity) => boolean,
): { readonly orphaned: Notice[]; readonly owned: Notice[] } {
  const orphaned: Notice[] = [];
  const owned: Notice[] = [];
  for (const task of allUnheard(state)) {
    if (isOwn(task, asker)) continue;
    if (task.owner === null || isGone(task.owner)) orphaned.push(task);
    else owned.push(task);
  }
  return { orphaned, owned };
}
