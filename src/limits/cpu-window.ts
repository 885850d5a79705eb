/** A reading of the CPU time that a process tree has used so far. Milliseconds. */
export interface CpuReading {
  readonly activeMs: number;
  readonly cpuMs: number;
}

const WINDOW_MS = 60_000;

/**
 * Takes a reading into the window, in place; what is older than a minute falls out but for the newest of it.
 * @returns the share of one core over the window in percent; null before a whole minute is known
 */
export function takeCpuReading(window: CpuReading[], reading: CpuReading): number | null {
  window.push(reading);
  while (window[1] !== undefined && reading.activeMs - window[1].activeMs >= WINDOW_MS) window.shift();
  const oldest = window[0] ?? reading;
  const span = reading.activeMs - oldest.activeMs;
  return span < WINDOW_MS ? null : ((reading.cpuMs - oldest.cpuMs) / span) * 100;
}
