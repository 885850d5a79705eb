import { DEFAULT_MAX_PARALLEL } from '../config/fields.ts';
import { loadConfig, userStateFolder } from '../config/load-config.ts';
import { freeSlots, slotsFolder } from '../process/machine-slots.ts';
import { promisedSlots } from '../process/slot-line.ts';
import type { Capacity } from '../scheduler/pick.ts';
import type { WaitReason } from '../scheduler/wait-reason.ts';
import { spentToday } from '../supervisor/person-ledger.ts';
import type { VerbContext } from './context.ts';

/** What decides here when tasks start. */
export interface RoomHere extends Capacity {
  /** Why nothing that costs may start today; null while something is left. */
  readonly spent?: WaitReason | null;
}

/** How much may run here. A broken configuration refuses new tasks; looking at the present ones goes on with defaults. */
export async function loadCapacity(context: VerbContext): Promise<RoomHere> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return { slots: DEFAULT_MAX_PARALLEL };
  const { max_parallel: slots, max_per_agent: perAgent, machine_slots: machineSlots } = config.value;
  const personFolder = userStateFolder(context.env);
  const spent = spentToday({ personFolder, now: context.now }, config.value.daily);
  if (machineSlots === undefined) return { slots, perAgent, spent };
  const folder = slotsFolder(personFolder);
  const promised = promisedSlots(folder, context.paths.root, context.now());
  return {
    slots,
    perAgent,
    spent,
    machineSlots,
    machineFree: Math.max(0, freeSlots(folder, machineSlots) - promised),
  };
}
