import type { GateMode } from '../notices/stop-decision.ts';

/** What the configuration says of the gate. */
export interface StopSettings {
  readonly mode: GateMode;
  /** How long a one-shot session is held at most. */
  readonly holdMs: number;
}
