import { marksWork } from '../process/inherited-mark.ts';
import type { Termination } from '../process/terminate.ts';

/** How surely a worker's processes are gone, for people. */
export function containmentWords({ means, survivors }: Termination): string {
  // Of a scope and of a namespace the kernel knows every process; of a group only what could be found is known.
  if (survivors.length === 0) {
    return means === 'process group'
      ? `no survivor found (process group, remembered descendants, environment${marksWork() ? ', inherited mark' : ''})`
      : `nothing survives, no survivor found (${means})`;
  }
  return `could not be ended: pid ${survivors.map(({ pid }) => pid).join(', ')} (${means})`;
}
