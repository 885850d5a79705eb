import type { ProcessIdentity } from '../domain/events.ts';
import type { ContainmentMeans } from './containment.ts';
import type { Processes, Timers } from './processes.ts';
import { nodeProcesses, nodeTimers } from './this-machine.ts';
import type { ProcessTree } from './tree-members.ts';
import { membersOf } from './tree-members.ts';

/** What ending a tree came to. */
export interface Termination {
  readonly means: ContainmentMeans;
  readonly survivors: readonly ProcessIdentity[];
}

/** Where the trees are. */
export interface Host {
  readonly processes: Processes;
  readonly timers: Timers;
}

const THIS_MACHINE: Host = { processes: nodeProcesses, timers: nodeTimers };

const POLL_MS = 25;
const TOGETHER_MS = 5;
const KILL_WAIT_MS = 3_000;
const KILL_ROUND_MS = 200;
const KILL_ROUNDS_MIN = 3;
const FREEZE_LOOKS_MAX = 5;

/**
 * Ends a whole process tree: TERM, a grace for its own clean-up, then all of it is stopped where it is, so that nothing
 * can fork away, and killed; and that again until nobody is left or three seconds have gone by. Identities are checked
 * before each signal, so a stranger that took over a pid is spared. Safe to call when everything is gone already. Trees
 * that end at the same time share each look at the process table.
 */
export async function terminateTree(
  tree: ProcessTree,
  graceMs: number,
  host: Host = THIS_MACHINE,
): Promise<Termination> {
  const means = tree.containment ?? 'process group';
  if (tree.isEmptied === true) return { means, survivors: [] };
  const living = await lookTogether(tree, host);
  if (living.length === 0) return { means, survivors: [] };
  for (const identity of living) {
    host.processes.signal(identity, 'SIGTERM');
    // One that stands still never takes its TERM.
    host.processes.signal(identity, 'SIGCONT');
  }
  await untilGone(living, graceMs, host);
  return { means, survivors: await killTree(tree, host) };
}

/** Ends many trees at once, in the time of one. */
export function terminateTrees(
  trees: readonly ProcessTree[],
  graceMs: number,
  host: Host = THIS_MACHINE,
): Promise<readonly Termination[]> {
  return Promise.all(trees.map((tree) => terminateTree(tree, graceMs, host)));
}

/** Stops every process of a tree where it is. Called again, it also stops what was started meanwhile. */
export function suspendTree(tree: ProcessTree, processes: Processes = nodeProcesses): void {
  for (const identity of livingMembers(tree, processes)) processes.signal(identity, 'SIGSTOP');
}

/** Lets a stopped tree go on. */
export function continueTree(tree: ProcessTree, processes: Processes = nodeProcesses): void {
  for (const identity of livingMembers(tree, processes)) processes.signal(identity, 'SIGCONT');
}

/** The processes of the tree that live right now. */
export function livingMembers(
  tree: ProcessTree,
  processes: Processes = nodeProcesses,
): readonly ProcessIdentity[] {
  return membersOf([tree], processes).flat();
}

/** The processes of all these trees that live right now, in one look. */
export function livingMembersOf(trees: readonly ProcessTree[]): readonly ProcessIdentity[] {
  return membersOf(trees, nodeProcesses).flat();
}

async function killTree(tree: ProcessTree, host: Host): Promise<readonly ProcessIdentity[]> {
  const over = host.timers.deadline(KILL_WAIT_MS);
  for (let rounds = 0; ; rounds++) {
    const living = await freeze(tree, host);
    // Whoever stood still himself while the time went by has not tried often enough.
    if (living.length === 0 || (over.aborted && rounds >= KILL_ROUNDS_MIN)) return living;
    for (const identity of living) host.processes.signal(identity, 'SIGKILL');
    await untilGone(living, KILL_ROUND_MS, host);
  }
}

// What stands still starts nothing: once a look finds nobody new, one KILL reaches everybody.
async function freeze(tree: ProcessTree, host: Host): Promise<readonly ProcessIdentity[]> {
  const frozen = new Set<string>();
  for (let looks = 1; ; looks++) {
    const living = await lookTogether(tree, host);
    const moving = living.filter((identity) => !frozen.has(keyOf(identity)));
    if (moving.length === 0 || looks === FREEZE_LOOKS_MAX) return living;
    for (const identity of moving) {
      frozen.add(keyOf(identity));
      host.processes.signal(identity, 'SIGSTOP');
    }
  }
}

/** Waits until these are gone, at most so long. It looks at nobody else, so it costs little. */
async function untilGone(
  identities: readonly ProcessIdentity[],
  atMostMs: number,
  { processes, timers }: Host,
): Promise<void> {
  const over = timers.deadline(atMostMs);
  while (!over.aborted && identities.some(processes.isAlive)) await timers.sleep(POLL_MS);
}

interface Look {
  readonly tree: ProcessTree;
  readonly give: (living: readonly ProcessIdentity[]) => void;
}

/** Those who wait for the next look at a machine. */
const WAITING = new WeakMap<Processes, Look[]>();

// Twenty trees that end at once would read the whole process table twenty times over: they share each look instead.
function lookTogether(tree: ProcessTree, { processes, timers }: Host): Promise<readonly ProcessIdentity[]> {
  return new Promise((give) => {
    const waiting = WAITING.get(processes);
    if (waiting !== undefined) {
      waiting.push({ tree, give });
      return;
    }
    const together: Look[] = [{ tree, give }];
    WAITING.set(processes, together);
    void timers.sleep(TOGETHER_MS).then(() => {
      WAITING.delete(processes);
      const trees = together.map((one) => one.tree);
      for (const [index, members] of membersOf(trees, processes).entries()) together[index]?.give(members);
    });
  });
}

function keyOf({ pid, start }: ProcessIdentity): string {
  return `${pid}@${start}`;
}
