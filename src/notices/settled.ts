import { ownerKey } from '../domain/evolve.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import { bootOf } from '../process/identity.ts';

/**
 * What the shell of a hook must know to see that its session need not be told anything: the supervisor that must still
 * live, and the client processes that the stop gate has something to tell. `hooks/settled.sh` reads it: change both or
 * neither.
 * @returns null where a hook must look for itself: an end or a raised notice is unheard, or a task waits for its session's environment
 */
export function settledLine(state: JournalState): string | null {
  const { supervisor } = state;
  if (supervisor === null || supervisor.stopped) return null;
  // A start time that names no boot comes from `ps`, and a shell that must ask `ps` gains nothing.
  if (bootOf(supervisor.process) === '') return null;
  if (state.notices.size > 0) return null;
  for (const task of state.ended.values()) if (!task.heard) return null;
  const toTell: number[] = [];
  for (const task of state.open.values()) {
    if (task.phase === 'queued' && task.credentials.length > 0) return null;
    if (task.owner === null) {
      // A session whose process is not known is known by its id only, and that is on the hook's stdin.
      if (task.sessionId !== '') return null;
    } else if (!isTold(state, task)) toTell.push(task.owner.pid);
  }
  const { pid, start } = supervisor.process;
  return `${SETTLED_VERSION} ${pid} ${start} ,${toTell.map((owner) => `${owner},`).join('')}\n`;
}

const SETTLED_VERSION = 1;

function isTold({ told }: JournalState, { id, owner, sessionId }: OpenTask): boolean {
  return told.get(id)?.includes(ownerKey(owner, sessionId)) === true;
}
