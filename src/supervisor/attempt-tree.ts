import { scopeUnit } from '../process/containment.ts';
import { inheritedMark } from '../process/inherited-mark.ts';
import type { ProcessTree } from '../process/tree-members.ts';
import { TASK_MARK } from '../runners/headless-command.ts';
import type { AttemptCard } from './attempt-card.ts';
import type { WatchedAttempt } from './context.ts';

/** The process tree of an attempt, by everything that is known of it. */
export function treeOf(
  attempt: Pick<WatchedAttempt, 'task' | 'leader' | 'remembered' | 'containment' | 'exit'>,
): ProcessTree {
  const { task, leader, remembered, containment } = attempt;
  return {
    ...markedTree(task.id, task.attempt),
    leader,
    remembered: [...remembered.values()],
    containment,
    isEmptied: hasEmptied(attempt),
  };
}

/**
 * True where the worker's exit code has come out of its PID namespace: the kernel lets the first process of one end only
 * when all the others are gone. A signal says less, as it may have ended who waited for that one.
 */
function hasEmptied({ containment, exit }: Pick<WatchedAttempt, 'containment' | 'exit'>): boolean {
  return containment === 'PID namespace' && exit !== null && exit.code !== null;
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
