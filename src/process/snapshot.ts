import type { ProcessIdentity } from '../domain/events.ts';
import { cgroupOf } from './containment.ts';
import type { ProcessStat } from './identity.ts';
import { isOlder } from './identity.ts';
import { markOf } from './inherited-mark.ts';
import { listProcesses, withEnvironmentMarkers } from './process-table.ts';

/** One look at the process table, and at the environments and marks in it as far as somebody asks. */
export interface Snapshot {
  readonly table: readonly ProcessStat[];
  /** Those whose environment holds a marker, `NAME=value`. */
  readonly marked: (marker: string) => readonly ProcessIdentity[];
  /** Those that have inherited a mark; left out where there are no such marks. */
  readonly inheriting?: (mark: number) => readonly ProcessIdentity[];
  /** The cgroups of a process as the system tells them; empty where it does not. */
  readonly cgroupOf: (pid: number) => string;
}

/**
 * Takes a look now.
 * @param markers those that will be asked for
 * @param since nobody who is older than this process is asked for his environment or mark
 */
export function takeSnapshot(markers: readonly string[], since: ProcessIdentity | null = null): Snapshot {
  const table = listProcesses();
  const young = since === null ? table : table.filter((stat) => !isOlder(stat, since));
  let marked: ReadonlyMap<string, readonly ProcessIdentity[]> | undefined;
  let inheriting: ReadonlyMap<number, readonly ProcessIdentity[]> | undefined;
  return {
    table,
    marked: (marker) => {
      marked ??= withEnvironmentMarkers(markers, young);
      return marked.get(marker) ?? [];
    },
    inheriting: (mark) => {
      inheriting ??= readMarks(young);
      return inheriting.get(mark) ?? [];
    },
    cgroupOf,
  };
}

function readMarks(table: readonly ProcessStat[]): ReadonlyMap<number, readonly ProcessIdentity[]> {
  const found = new Map<number, ProcessIdentity[]>();
  if (process.platform !== 'linux') return found;
  for (const { pid, start } of table) {
    const mark = markOf(pid);
    if (mark === null) continue;
    const marked = found.get(mark);
    if (marked === undefined) found.set(mark, [{ pid, start }]);
    else marked.push({ pid, start });
  }
  return found;
}
