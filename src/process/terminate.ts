import type { ProcessIdentity } from '../domain/events.ts';
import type { ContainmentMeans } from './containment.ts';
import { isInScope } from './containment.ts';
import { descendantsOf } from './process-table.ts';
import type { Processes, Timers } from './processes.ts';
import type { Snapshot } from './snapshot.ts';
import { nodeProcesses, nodeTimers } from './this-machine.ts';

/** A process tree as far as it is known: who leads it, who was seen in it, and the mark that its environment carries. */
export interface ProcessTree {
  /** Leader of its own group. Null when its identity was never learnt: then only the mark finds it. */
  readonly leader: ProcessIdentity | null;
  readonly remembered: readonly ProcessIdentity[];
  /** `NAME=value`, in the environment of every process of the tree that did not clear it. */
  readonly marker: string;
  readonly containment?: ContainmentMeans;
  /** The scope's unit, where a scope contains it. */
  readonly unit?: string;
}

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

/**
 * Ends a whole process tree: TERM, a grace for its own clean-up, KILL, and looks again until nobody is left or three
 * seconds have gone by. Identities are checked before each signal, so a stranger that took over a pid is spared.
 * Safe to call when everything is gone already.
 */
export async function terminateTree(
  tree: ProcessTree,
  graceMs: number,
  host: Host = THIS_MACHINE,
): Promise<Termination> {
  const [only] = await terminateTrees([tree], graceMs, host);
  return only ?? { means: 'process group', survivors: [] };
}

/** Ends many trees at once, in the time of one: each look at the process table serves them all. */
export function terminateTrees(
  trees: readonly ProcessTree[],
  graceMs: number,
  host: Host = THIS_MACHINE,
): Promise<readonly Termination[]> {
  return Promise.all(trees.map((tree) => terminateOne(tree, graceMs, host)));
}

async function terminateOne(tree: ProcessTree, graceMs: number, host: Host): Promise<Termination> {
  await settle(tree, 'SIGTERM', graceMs, host);
  const survivors = await settle(tree, 'SIGKILL', KILL_WAIT_MS, host);
  return { means: tree.containment ?? 'process group', survivors };
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
  return membersIn(processes.snapshot([tree.marker]), tree, processes.ownPid);
}

/** The processes of all these trees that live right now, in one look. */
export function livingMembersOf(trees: readonly ProcessTree[]): readonly ProcessIdentity[] {
  const snapshot = nodeProcesses.snapshot(trees.map(({ marker }) => marker));
  return trees.flatMap((tree) => membersIn(snapshot, tree, nodeProcesses.ownPid));
}

function membersIn(
  { table, marked, cgroupOf }: Snapshot,
  tree: ProcessTree,
  ownPid: number,
): readonly ProcessIdentity[] {
  const living = new Map<number, ProcessIdentity>();
  const starts = new Map(table.map((stat) => [stat.pid, stat.start]));
  const add = (identity: ProcessIdentity) => {
    if (identity.pid !== ownPid && starts.get(identity.pid) === identity.start) {
      living.set(identity.pid, identity);
    }
  };
  const roots = [...(tree.leader === null ? [] : [tree.leader]), ...tree.remembered];
  for (const root of roots) {
    if (starts.get(root.pid) !== root.start) continue;
    add(root);
    for (const child of descendantsOf(root.pid, table)) add(child);
  }
  // The group outlives its leader; it is only ours while no stranger has taken the leader's pid.
  if (tree.leader !== null && (!starts.has(tree.leader.pid) || living.has(tree.leader.pid))) {
    for (const stat of table) if (stat.group === tree.leader.pid) add(stat);
  }
  for (const identity of marked(tree.marker)) add(identity);
  if (tree.containment === 'systemd scope' && tree.unit !== undefined) {
    for (const stat of table) if (isInScope(cgroupOf(stat.pid), tree.unit)) add(stat);
  }
  return [...living.values()];
}

async function settle(
  tree: ProcessTree,
  signal: 'SIGTERM' | 'SIGKILL',
  waitMs: number,
  { processes, timers }: Host,
): Promise<readonly ProcessIdentity[]> {
  const signalled = new Set<string>();
  const over = timers.deadline(waitMs);
  for (;;) {
    const living = await lookTogether(tree, processes, timers);
    if (living.length === 0) return living;
    for (const identity of living) {
      const key = `${identity.pid}@${identity.start}`;
      // KILL is repeated: a member that forked between the look and the signal is caught by the next round.
      if (signal === 'SIGTERM' && signalled.has(key)) continue;
      signalled.add(key);
      processes.signal(identity, signal);
      // One that stands still never takes its TERM.
      if (signal === 'SIGTERM') processes.signal(identity, 'SIGCONT');
    }
    if (over.aborted) return living;
    await timers.sleep(POLL_MS);
  }
}

interface Look {
  readonly tree: ProcessTree;
  readonly give: (living: readonly ProcessIdentity[]) => void;
}

/** Those who wait for the next look at a machine. */
const WAITING = new WeakMap<Processes, Look[]>();

// Twenty trees that end at once would read the whole process table twenty times over: they share each look instead.
function lookTogether(
  tree: ProcessTree,
  processes: Processes,
  timers: Timers,
): Promise<readonly ProcessIdentity[]> {
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
      const snapshot = processes.snapshot(together.map((one) => one.tree.marker));
      for (const one of together) one.give(membersIn(snapshot, one.tree, processes.ownPid));
    });
  });
}
