import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from '../domain/events.ts';
import type { ContainmentMeans } from './containment.ts';
import { isAlive } from './identity.ts';
import type { ProcessTree } from './tree-members.ts';
import { lookFor, membersIn } from './tree-members.ts';

/** What ending a tree came to. */
export interface Termination {
  readonly means: ContainmentMeans;
  readonly survivors: readonly ProcessIdentity[];
}

const POLL_MS = 25;
const TOGETHER_MS = 5;
const KILL_WAIT_MS = 3_000;
const KILL_ROUND_MS = 200;
const FREEZE_LOOKS_MAX = 5;

/**
 * Ends a whole process tree: TERM, a grace for its own clean-up, then all of it is stopped where it is, so that nothing
 * can fork away, and killed; and that again until nobody is left or three seconds have gone by. Identities are checked
 * before each signal, so a stranger that took over a pid is spared. Safe to call when everything is gone already. Trees
 * that end at the same time share each look at the process table.
 */
export async function terminateTree(tree: ProcessTree, graceMs: number): Promise<Termination> {
  const means = tree.containment ?? 'process group';
  const living = await lookTogether(tree);
  if (living.length === 0) return { means, survivors: [] };
  for (const identity of living) {
    signalProcess(identity, 'SIGTERM');
    // One that stands still never takes its TERM.
    signalProcess(identity, 'SIGCONT');
  }
  await untilGone(living, graceMs);
  return { means, survivors: await killTree(tree) };
}

/** Ends many trees at once, in the time of one. */
export function terminateTrees(
  trees: readonly ProcessTree[],
  graceMs: number,
): Promise<readonly Termination[]> {
  return Promise.all(trees.map((tree) => terminateTree(tree, graceMs)));
}

/** Stops every process of a tree where it is. Called again, it also stops what was started meanwhile. */
export function suspendTree(tree: ProcessTree): void {
  for (const identity of livingMembers(tree)) signalProcess(identity, 'SIGSTOP');
}

/** Lets a stopped tree go on. */
export function continueTree(tree: ProcessTree): void {
  for (const identity of livingMembers(tree)) signalProcess(identity, 'SIGCONT');
}

/** The processes of the tree that live right now. */
export function livingMembers(tree: ProcessTree): readonly ProcessIdentity[] {
  return livingMembersOf([tree]);
}

/** The processes of all these trees that live right now, in one look. */
export function livingMembersOf(trees: readonly ProcessTree[]): readonly ProcessIdentity[] {
  const snapshot = lookFor(trees);
  return trees.flatMap((tree) => membersIn(snapshot, tree));
}

async function killTree(tree: ProcessTree): Promise<readonly ProcessIdentity[]> {
  const over = AbortSignal.timeout(KILL_WAIT_MS);
  for (;;) {
    const living = await freeze(tree);
    if (living.length === 0 || over.aborted) return living;
    for (const identity of living) signalProcess(identity, 'SIGKILL');
    await untilGone(living, KILL_ROUND_MS);
  }
}

// What stands still starts nothing: once a look finds nobody new, one KILL reaches everybody.
async function freeze(tree: ProcessTree): Promise<readonly ProcessIdentity[]> {
  const frozen = new Set<string>();
  for (let looks = 1; ; looks++) {
    const living = await lookTogether(tree);
    const moving = living.filter((identity) => !frozen.has(keyOf(identity)));
    if (moving.length === 0 || looks === FREEZE_LOOKS_MAX) return living;
    for (const identity of moving) {
      frozen.add(keyOf(identity));
      signalProcess(identity, 'SIGSTOP');
    }
  }
}

/** Waits until these are gone, at most so long. It looks at nobody else, so it costs little. */
async function untilGone(identities: readonly ProcessIdentity[], atMostMs: number): Promise<void> {
  const over = AbortSignal.timeout(atMostMs);
  while (!over.aborted && identities.some(isAlive)) await sleep(POLL_MS);
}

/** Those who wait for the next look. */
let waiting: { tree: ProcessTree; give: (living: readonly ProcessIdentity[]) => void }[] = [];

// Twenty trees that end at once would read the whole process table twenty times over: they share each look instead.
function lookTogether(tree: ProcessTree): Promise<readonly ProcessIdentity[]> {
  return new Promise((give) => {
    waiting.push({ tree, give });
    if (waiting.length > 1) return;
    setTimeout(() => {
      const together = waiting;
      waiting = [];
      const snapshot = lookFor(together.map((one) => one.tree));
      for (const one of together) one.give(membersIn(snapshot, one.tree));
    }, TOGETHER_MS);
  });
}

function keyOf({ pid, start }: ProcessIdentity): string {
  return `${pid}@${start}`;
}

/** Sends a signal to exactly this process. This module is the only one that may: a test says so. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch {
    return false;
  }
}
