import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from '../domain/events.ts';
import { isAlive } from './identity.ts';
import { descendantsOf, listProcesses, withEnvironmentMarker } from './process-table.ts';

/** A process tree as far as it is known: who leads it, who was seen in it, and the mark that its environment carries. */
export interface ProcessTree {
  /** Leader of its own group. Null when its identity was never learnt: then only the mark finds it. */
  readonly leader: ProcessIdentity | null;
  readonly remembered: readonly ProcessIdentity[];
  /** `NAME=value`, in the environment of every process of the tree that did not clear it. */
  readonly marker: string;
}

/** What ending a tree came to. `means` names how the processes were found, for people. */
export interface Termination {
  readonly means: 'process group, remembered descendants, environment mark';
  readonly survivors: readonly ProcessIdentity[];
}

const POLL_MS = 25;
const KILL_WAIT_MS = 3_000;

/**
 * Ends a whole process tree: TERM, a grace for its own clean-up, KILL, and looks again until nobody is left or three
 * seconds have gone by. Identities are checked before each signal, so a stranger that took over a pid is spared.
 * Safe to call when everything is gone already.
 */
export async function terminateTree(tree: ProcessTree, graceMs: number): Promise<Termination> {
  await settle(tree, 'SIGTERM', graceMs);
  const survivors = await settle(tree, 'SIGKILL', KILL_WAIT_MS);
  return { means: 'process group, remembered descendants, environment mark', survivors };
}

/** The processes of the tree that live right now. */
export function livingMembers(tree: ProcessTree): readonly ProcessIdentity[] {
  const table = listProcesses();
  const living = new Map<number, ProcessIdentity>();
  const starts = new Map(table.map((stat) => [stat.pid, stat.start]));
  const add = (identity: ProcessIdentity) => {
    if (identity.pid !== process.pid && starts.get(identity.pid) === identity.start) {
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
  for (const marked of withEnvironmentMarker(tree.marker, table)) add(marked);
  return [...living.values()];
}

async function settle(
  tree: ProcessTree,
  signal: 'SIGTERM' | 'SIGKILL',
  waitMs: number,
): Promise<readonly ProcessIdentity[]> {
  const signalled = new Set<string>();
  for (let waited = 0; ; waited += POLL_MS) {
    const living = livingMembers(tree);
    if (living.length === 0) return living;
    for (const identity of living) {
      const key = `${identity.pid}@${identity.start}`;
      // KILL is repeated: a member that forked between the look and the signal is caught by the next round.
      if (signal === 'SIGTERM' && signalled.has(key)) continue;
      signalled.add(key);
      signalProcess(identity, signal);
    }
    if (waited >= waitMs) return livingMembers(tree);
    await sleep(POLL_MS);
  }
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
