import type { Moment } from '../limits/active-time.ts';
import type { CpuReading } from '../limits/cpu-window.ts';

/** What is kept of an attempt to compare it with its limits. */
export interface Meter {
  /** The last look, on both clocks. */
  last: Moment;
  /** Time in which the worker could work: neither paused nor asleep. */
  activeMs: number;
  /** The active time at which its output last grew. */
  spokeAtMs: number;
  outputBytes: number;
  memoryBytes: number | null;
  processes: number | null;
  cpuPercent: number | null;
  cpuMs: number;
  cpuByProcess: ReadonlyMap<string, number>;
  readonly cpuWindow: CpuReading[];
}

/** A meter that starts now. @param activeMs what the attempt has worked already, where another supervisor watched it */
export function createMeter(now: Moment, activeMs: number): Meter {
  return {
    last: now,
    activeMs,
    spokeAtMs: activeMs,
    outputBytes: 0,
    memoryBytes: null,
    processes: null,
    cpuPercent: null,
    cpuMs: 0,
    cpuByProcess: new Map(),
    cpuWindow: [],
  };
}
