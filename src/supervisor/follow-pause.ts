import type { OpenTask } from '../domain/state.ts';
import { continueTree, suspendTree } from '../process/terminate.ts';
import { keepAttemptCard } from './attempt-card.ts';
import { treeOf } from './attempt-tree.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { passTime } from './watch-limits.ts';

/**
 * Stops the tree of a paused task, again at each look so that nothing it started in between goes on, and lets it go on
 * once it is resumed. While it stands still its clocks do.
 */
export function followPause(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  task: OpenTask | undefined,
): void {
  const pausedAt = task?.phase === 'running' ? (task.pausedAt ?? null) : null;
  if (pausedAt !== null && attempt.endReason === null) {
    passTime(context, attempt);
    if (attempt.pausedSince === null) {
      context.log(`${attempt.task.id}: paused`);
      attempt.pausedSince = pausedAt;
      // Before the tree stands still: a later supervisor may find the task resumed, and must know what to let go on.
      keepAttemptCard(context, attempt);
    }
    suspendTree(treeOf(attempt), context.processes);
  } else if (attempt.pausedSince !== null && pausedAt === null) {
    passTime(context, attempt);
    attempt.pausedSince = null;
    attempt.looksToContinue = LOOKS_TO_CONTINUE;
    context.log(`${attempt.task.id}: resumed`);
  }
  if (attempt.pausedSince === null && attempt.looksToContinue > 0) {
    attempt.looksToContinue -= 1;
    continueTree(treeOf(attempt), context.processes);
    keepAttemptCard(context, attempt);
  }
}

// One that was missed at the first of them would stand still until its time is over.
const LOOKS_TO_CONTINUE = 2;
