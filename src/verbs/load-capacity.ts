import { DEFAULT_MAX_PARALLEL } from '../config/fields.ts';
import { loadConfig, userStateFolder } from '../config/load-config.ts';
import { freeSlots, slotsFolder } from '../process/machine-slots.ts';
import { promisedSlots } from '../process/slot-line.ts';
import type { Capacity } from '../scheduler/pick.ts';
import type { VerbContext } from './context.ts';

/** How much may run here. A broken configuration refuses new tasks; looking at the present ones goes on with defaults. */
export async function loadCapacity(context: VerbContext): Promise<Capacity> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return { slots: DEFAULT_MAX_PARALLEL };
  const { max_parallel: slots, max_per_agent: perAgent, machine_slots: machineSlots } = config.value;
  if (machineSlots === undefined) return { slots, perAgent };
  const folder = slotsFolder(userStateFolder(context.env));
  const promised = promisedSlots(folder, context.paths.root, context.now());
  return {
    slots,
    perAgent,
    machineSlots,
    machineFree: Math.max(0, freeSlots(folder, machineSlots) - promised),
  };
}
