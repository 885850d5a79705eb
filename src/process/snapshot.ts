import type { ProcessIdentity } from '../domain/events.ts';
import { cgroupOf } from './containment.ts';
import type { ProcessStat } from './identity.ts';
import { listProcesses, withEnvironmentMarkers } from './process-table.ts';

/** One look at the process table, and at the environments in it as far as somebody asks. */
export interface Snapshot {
  readonly table: readonly ProcessStat[];
  readonly marked: (marker: string) => readonly ProcessIdentity[];
  /** The cgroups of a process as the system tells them; empty where it does not. */
  readonly cgroupOf: (pid: number) => string;
}

/** Takes a look now. @param markers those that will be asked for */
export function takeSnapshot(markers: readonly string[]): Snapshot {
  const table = listProcesses();
  let found: ReadonlyMap<string, readonly ProcessIdentity[]> | undefined;
  return {
    table,
    marked: (marker) => {
      found ??= withEnvironmentMarkers(markers, table);
      return found.get(marker) ?? [];
    },
    cgroupOf,
  };
}
