import type { ProcessIdentity } from '../domain/events.ts';
import type { ContainmentMeans } from './containment.ts';
import { isInScope } from './containment.ts';
import type { ProcessStat } from './identity.ts';
import { isOlder } from './identity.ts';
import type { Processes } from './processes.ts';

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
  /** The kernel itself has said that nobody is left. */
  readonly isEmptied?: boolean;
  /** The scope's unit, where a scope contains it. */
  readonly unit?: string;
}

/**
 * The living members of each of these trees, in one look for all of them; never the process that asks. What is older
 * than all their leaders is in none of them, and is not read.
 */
export function membersOf(
  trees: readonly ProcessTree[],
  processes: Processes,
): readonly (readonly ProcessIdentity[])[] {
  const markers = trees.map(({ marker }) => marker);
  const { table, marked, inheriting, cgroupOf } = processes.snapshot(markers, eldestLeader(trees));
  const byPid = new Map(table.map((stat) => [stat.pid, stat]));
  const children = childrenIn(table);
  return trees.map((tree) => {
    const members = new Map<number, ProcessIdentity>();
    const add = ({ pid, start }: ProcessIdentity) => {
      const isKnown = members.has(pid) || pid === processes.ownPid;
      if (isKnown || byPid.get(pid)?.start !== start) return;
      members.set(pid, { pid, start });
      for (const child of children.get(pid) ?? []) add(child);
    };
    if (tree.leader !== null) add(tree.leader);
    for (const identity of tree.remembered) add(identity);
    // The group outlives its leader; it is only ours while no stranger has taken the leader's pid.
    const group = tree.leader?.pid;
    if (group !== undefined && (!byPid.has(group) || members.has(group))) {
      for (const stat of table) if (stat.group === group) add(stat);
    }
    for (const identity of marked(tree.marker)) add(identity);
    if (tree.mark !== undefined) for (const identity of inheriting?.(tree.mark) ?? []) add(identity);
    if (tree.containment === 'systemd scope' && tree.unit !== undefined) {
      for (const stat of table) if (isInScope(cgroupOf(stat.pid), tree.unit)) add(stat);
    }
    return [...members.values()];
  });
}

function eldestLeader(trees: readonly ProcessTree[]): ProcessIdentity | null {
  let eldest: ProcessIdentity | null = null;
  for (const { leader } of trees) {
    if (leader === null) return null;
    if (eldest === null || isOlder(leader, eldest)) eldest = leader;
  }
  return eldest;
}

function childrenIn(table: readonly ProcessStat[]): ReadonlyMap<number, readonly ProcessStat[]> {
  const children = new Map<number, ProcessStat[]>();
  for (const stat of table) {
    const siblings = children.get(stat.parent);
    if (siblings === undefined) children.set(stat.parent, [stat]);
    else siblings.push(stat);
  }
  return children;
}
