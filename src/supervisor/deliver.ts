import { join } from 'node:path';
import type { Notice } from '../notices/notice.ts';
import { wakeLines } from '../notices/notice-text.ts';
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
  for (const task of notices) {
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
