import { scopeUnit } from '../process/containment.ts';
import { inheritedMark } from '../process/inherited-mark.ts';
import type { ProcessTree } from '../process/tree-members.ts';
import { TASK_MARK } from '../runners/headless-command.ts';
import type { AttemptCard } from './attempt-card.ts';
import type { WatchedAttempt } from './context.ts';

/** The process tree of an attempt, by everything that is known of it. */
export function treeOf(
  attempt: Pick<WatchedAttempt, 'task' | 'leader' | 'remembered' | 'containment'>,
): ProcessTree {
  const { task, leader, remembered, containment } = attempt;
  return { ...markedTree(task.id, task.attempt), leader, remembered: [...remembered.values()], containment };
}

/** The process tree of an attempt, by its card alone. */
export function treeOfCard({ task_id, attempt, leader, remembered, containment }: AttemptCard): ProcessTree {
  const means = containment === undefined ? {} : { containment };
  return { ...markedTree(task_id, attempt), leader, remembered, ...means };
}

/** The process tree of an attempt of which nothing is known but its number. */
export function markedTree(taskId: string, attempt: number): ProcessTree {
  return {
    leader: null,
    remembered: [],
    marker: `${TASK_MARK}=${taskId}`,
    mark: inheritedMark(taskId, attempt),
    unit: scopeUnit(taskId, attempt),
  };
}
