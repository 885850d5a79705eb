import { join } from 'node:path';
import type { EndedTask } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import { isRaised, type Notice } from '../notices/notice.ts';
import { wakeLines } from '../notices/notice-text.ts';
import { isTellable } from '../notices/unheard.ts';
import { sweepWakePipes, writeWakeLines } from '../notices/wake-pipe.ts';
import type { SupervisorContext } from './context.ts';

/**
 * Offers notices to their owners' monitors, one line per owner. Nobody listening is no failure: the notice stays unheard
 * in the journal, and the owner's next hook gives it.
 */
export function deliver(context: SupervisorContext, notices: readonly Notice[]): void {
  const folder = join(context.paths.internal, 'wake');
  sweepWakePipes(folder, (pid) => context.processes.identityOf(pid) !== null);
  const byOwner = new Map<string, Notice[]>();
  for (const task of withTheirGroups(context, notices)) {
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
function withTheirGroups(context: SupervisorContext, notices: readonly Notice[]): readonly Notice[] {
  const groups = new Set(notices.flatMap((notice) => groupOf(notice) ?? []));
  if (groups.size === 0) return notices;
  const read = readState(context.journal);
  if (!read.ok) return notices;
  const state = read.value;
  const together = [...state.ended.values()].filter(
    (task: EndedTask) => !task.heard && groups.has(task.group ?? '') && isTellable(state, task),
  );
  return [...notices.filter((notice) => groupOf(notice) === undefined), ...together];
}

function groupOf(notice: Notice): string | undefined {
  return isRaised(notice) ? undefined : notice.group;
}
