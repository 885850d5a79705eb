import type { ProcessIdentity } from '../domain/events.ts';
import type { ContainmentMeans } from './containment.ts';
import { cgroupOf, isInScope } from './containment.ts';
import { isOlder } from './identity.ts';
import type { Snapshot } from './snapshot.ts';
import { takeSnapshot } from './snapshot.ts';

/** A process tree as far as it is known: who leads it, who was seen in it, and the marks that its members carry. */
export interface ProcessTree {
  /** Leader of its own group. Null when its identity was never learnt: then only the marks find it. */
  readonly leader: ProcessIdentity | null;
  readonly remembered: readonly ProcessIdentity[];
  /** `NAME=value`, in the environment of every process of the tree that did not clear it. */
  readonly marker: string;
  /** The mark that every process of the tree has inherited, where it was given one. */
  readonly mark?: number;
  readonly containment?: ContainmentMeans;
  /** The scope's unit, where a scope contains it. */
  readonly unit?: string;
}

/** The processes of one tree that live in a snapshot; never this process itself. */
export function membersIn(snapshot: Snapshot, tree: ProcessTree): readonly ProcessIdentity[] {
  const members = new Map<number, ProcessIdentity>();
  const add = ({ pid, start }: ProcessIdentity) => {
    if (pid === process.pid || snapshot.byPid.get(pid)?.start !== start) return;
    if (members.has(pid)) return;
    members.set(pid, { pid, start });
    for (const child of snapshot.children.get(pid) ?? []) add(child);
  };
  if (tree.leader !== null) add(tree.leader);
  for (const identity of tree.remembered) add(identity);
  // The group outlives its leader; it is only ours while no stranger has taken the leader's pid.
  const group = tree.leader?.pid;
  if (group !== undefined && (!snapshot.byPid.has(group) || members.has(group))) {
    for (const stat of snapshot.table) if (stat.group === group) add(stat);
  }
  for (const identity of snapshot.withMarker(tree.marker)) add(identity);
  if (tree.mark !== undefined) for (const identity of snapshot.withMark(tree.mark)) add(identity);
  if (tree.containment === 'systemd scope' && tree.unit !== undefined) {
    for (const stat of snapshot.table) if (isInScope(cgroupOf(stat.pid), tree.unit)) add(stat);
  }
  return [...members.values()];
}

/** One look for all these trees. What is older than each of their leaders is in none of them, and is not read. */
export function lookFor(trees: readonly ProcessTree[]): Snapshot {
  return takeSnapshot({ markers: trees.map(({ marker }) => marker), since: eldest(trees) });
}

function eldest(trees: readonly ProcessTree[]): ProcessIdentity | null {
  let eldestLeader: ProcessIdentity | null = null;
  for (const { leader } of trees) {
    if (leader === null) return null;
    if (eldestLeader === null || isOlder(leader, eldestLeader)) eldestLeader = leader;
  }
  return eldestLeader;
}
