import type { ProcessIdentity } from '../domain/events.ts';
import type { EndedTask, JournalState } from '../domain/state.ts';
import { redact } from '../observe/redact.ts';
import { endSubagent, SESSION_GONE } from './end-subagent.ts';
import type { Ending } from './ending.ts';

/** Ends the tasks that ran, or were to run, inside sessions whose process is gone. A failure is made good at a later look. */
export async function endOrphans(
  ending: Ending,
  state: JournalState,
  isAlive: (owner: ProcessIdentity) => boolean,
): Promise<EndedTask[]> {
  const ended: EndedTask[] = [];
  for (const task of [...state.open.values()]) {
    if (task.runner !== 'subagent' || task.owner === null || isAlive(task.owner)) continue;
    const done = await endSubagent(ending, task, SESSION_GONE, redact);
    if (done.ok) ended.push(done.value);
    else ending.log(`${task.id}: cannot be ended yet: ${done.failure.message}`);
  }
  return ended;
}
