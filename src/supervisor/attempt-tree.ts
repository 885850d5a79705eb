import { scopeUnit } from '../process/containment.ts';
import type { ProcessTree } from '../process/terminate.ts';
import { TASK_MARK } from '../runners/headless-command.ts';
import type { WatchedAttempt } from './context.ts';

/** The process tree of an attempt, by everything that is known of it. */
export function treeOf(
  attempt: Pick<WatchedAttempt, 'task' | 'leader' | 'remembered' | 'containment'>,
): ProcessTree {
  const { task, leader, remembered, containment } = attempt;
  return {
    leader,
    remembered: [...remembered.values()],
    marker: `${TASK_MARK}=${task.id}`,
    containment,
    unit: scopeUnit(task.id, task.attempt),
  };
}
