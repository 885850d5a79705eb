import type { ProcessIdentity } from '../domain/events.ts';
import type { ProcessStat } from './identity.ts';
import { isOlder } from './identity.ts';
import { markOf } from './inherited-mark.ts';
import { listProcesses, withEnvironmentMarkers } from './process-table.ts';

/** One look at the process table, and at the environments and marks in it as far as somebody asks. */
export interface Snapshot {
  readonly table: readonly ProcessStat[];
  readonly byPid: ReadonlyMap<number, ProcessStat>;
  readonly children: ReadonlyMap<number, readonly ProcessStat[]>;
  /** Those whose environment holds a marker, `NAME=value`. */
  readonly withMarker: (marker: string) => readonly ProcessIdentity[];
  /** Those that have inherited a mark. */
  readonly withMark: (mark: number) => readonly ProcessIdentity[];
}

/** What is looked for. */
export interface SnapshotQuestion {
  /** The markers that will be asked for. */
  readonly markers: readonly string[];
  /** Nobody who is older than this process is asked for his environment or mark. Null: everybody is. */
  readonly since: ProcessIdentity | null;
}

/** Takes a look now. */
export function takeSnapshot({ markers, since }: SnapshotQuestion): Snapshot {
  const table = listProcesses();
  const byPid = new Map(table.map((stat) => [stat.pid, stat]));
  const children = groupBy(table, ({ parent }) => parent);
  const young = since === null ? table : table.filter((stat) => !isOlder(stat, since));
  let marked: ReadonlyMap<string, readonly ProcessIdentity[]> | undefined;
  let marks: ReadonlyMap<number, readonly ProcessIdentity[]> | undefined;
  return {
    table,
    byPid,
    children,
    withMarker: (marker) => {
      marked ??= withEnvironmentMarkers(markers, young);
      return marked.get(marker) ?? [];
    },
    withMark: (mark) => {
      marks ??= readMarks(young);
      return marks.get(mark) ?? [];
    },
  };
}

function readMarks(table: readonly ProcessStat[]): ReadonlyMap<number, readonly ProcessIdentity[]> {
  if (process.platform !== 'linux') return new Map();
  return groupBy(table, ({ pid }) => markOf(pid));
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
