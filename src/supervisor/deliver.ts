import { join } from 'node:path';
import type { EndedTask } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import { wakeLines } from '../notices/notice-text.ts';
import { isTellable } from '../notices/unheard.ts';
import { sweepWakePipes, writeWakeLines } from '../notices/wake-pipe.ts';
import type { SupervisorContext } from './context.ts';

/**
 * Offers ends to their owners' monitors, one line per owner. Nobody listening is no failure: the notice stays unheard
 * in the journal, and the owner's next hook gives it.
 */
export function deliverEnds(context: SupervisorContext, ended: readonly EndedTask[]): void {
  const folder = join(context.paths.internal, 'wake');
  sweepWakePipes(folder, (pid) => context.processes.identityOf(pid) !== null);
  const byOwner = new Map<string, EndedTask[]>();
  for (const task of withTheirGroups(context, ended)) {
    if (task.owner === null) continue;
    const key = `${task.owner.pid}@${task.owner.start}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), task]);
  }
  for (const tasks of byOwner.values()) {
    const owner = tasks[0]?.owner;
    if (owner == null) continue;
    const woken = writeWakeLines(folder, owner, wakeLines(tasks));
    context.log(
      `${tasks.map(({ id }) => id).join(' ')}: ${woken ? 'woke the session' : 'no monitor listens'}`,
    );
  }
}

// Tasks that were submitted together are told of when the last of them has ended, and all at once.
function withTheirGroups(context: SupervisorContext, ended: readonly EndedTask[]): readonly EndedTask[] {
  const groups = new Set(ended.flatMap(({ group }) => group ?? []));
  if (groups.size === 0) return ended;
  const read = readState(context.journal);
  if (!read.ok) return ended;
  const state = read.value;
  const together = [...state.ended.values()].filter(
    (task) => !task.heard && groups.has(task.group ?? '') && isTellable(state, task),
  );
  return [...ended.filter(({ group }) => group === undefined), ...together];
}
