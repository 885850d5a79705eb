import { DEFAULT_MAX_PARALLEL } from '../config/fields.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Capacity } from '../scheduler/pick.ts';
import type { VerbContext } from './context.ts';

/** How much may run here. A broken configuration refuses new tasks; looking at the present ones goes on with defaults. */
export async function loadCapacity(context: VerbContext): Promise<Capacity> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return { slots: DEFAULT_MAX_PARALLEL };
  return { slots: config.value.max_parallel, perAgent: config.value.max_per_agent };
}
