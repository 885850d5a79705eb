import type { ProcessIdentity } from '../domain/events.ts';
import { membersOf } from '../process/tree-members.ts';
import { keepAttemptCard } from './attempt-card.ts';
import { treeOf } from './attempt-tree.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { sampleTree } from './watch-limits.ts';

const EVERY_MS = 2_000;

/**
 * Looks at the process trees of all attempts, every two seconds: remembers who is in them, wherever they have gone by
 * now, and measures what they use.
 */
export function beat(context: SupervisorContext): void {
  const now = context.now();
  const alive = [...context.running.values()].filter(
    (attempt) => attempt.exit === null && attempt.leader !== null && !attempt.ending,
  );
  // A wall clock that was set back must not silence the heartbeat.
  if (!alive.some(({ heartbeatAt }) => Math.abs(now - heartbeatAt) >= EVERY_MS)) return;
  const trees = membersOfEach(context, alive);
  for (const [index, attempt] of alive.entries()) {
    attempt.heartbeatAt = now;
    const members = trees[index] ?? [];
    remember(context, attempt, members);
    sampleTree(context, attempt, members);
  }
}

// A namespace lets nobody out: its members descend from its leader. Only for the others all processes are read.
function membersOfEach(
  { processes }: SupervisorContext,
  attempts: readonly WatchedAttempt[],
): readonly (readonly ProcessIdentity[])[] {
  const free = attempts.filter(({ containment }) => containment !== 'PID namespace');
  const found = free.length === 0 ? [] : membersOf(free.map(treeOf), processes);
  return attempts.map((attempt) => {
    const { leader, containment } = attempt;
    if (leader === null || containment !== 'PID namespace') return found[free.indexOf(attempt)] ?? [];
    return [leader, ...processes.walkDescendants(leader.pid)];
  });
}

// Who is gone needs no memory. A later supervisor must know the living: one that left the group and has no mark is found
// by nothing else.
function remember(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  members: readonly ProcessIdentity[],
): void {
  attempt.remembered.clear();
  for (const identity of members) {
    if (identity.pid !== attempt.leader?.pid) attempt.remembered.set(identity.pid, identity);
  }
  keepAttemptCard(context, attempt);
}
