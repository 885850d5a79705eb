import type { GateMode } from '../config/fields.ts';
import { loadSettings } from '../config/load-config.ts';
import type { VerbContext } from '../verbs/context.ts';

/** What the configuration says of the gate. */
export interface StopSettings {
  readonly mode: GateMode;
  /** How long a one-shot session is held at most. */
  readonly holdMs: number;
}

const HOLD_MS_DEFAULT = 12 * 60 * 60 * 1000;

/** The gate's settings. A broken configuration does not open the gate: then the defaults hold. */
export async function stopSettings(context: VerbContext): Promise<StopSettings> {
  const config = await loadSettings(context.paths, context.env);
  if (!config.ok) return { mode: 'auto', holdMs: HOLD_MS_DEFAULT };
  return { mode: config.value.gate, holdMs: config.value.gate_hold_ms };
}
