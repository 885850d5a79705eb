/** A moment on two clocks, in milliseconds. */
export interface Moment {
  /** The clock on the wall: it jumps when somebody sets it, and over a sleep of the machine. */
  readonly wall: number;
  /** A clock that only goes forward; whether it goes on during sleep depends on the system. */
  readonly monotonic: number;
}

/** A longer gap between two looks than this means that the machine slept, where the clocks cannot say it. */
const GAP_MAX_MS = 60_000;

/**
 * How long a process could work between two moments. The monotonic clock decides, so that neither a clock that was set
 * nor a machine that slept ends anything.
 * @param stopsInSleep whether the monotonic clock stands still while the machine sleeps (Linux: yes; macOS: no, there a
 *   long gap counts as a minute)
 */
export function workingTime(from: Moment, to: Moment, stopsInSleep: boolean): number {
  const elapsed = Math.max(0, to.monotonic - from.monotonic);
  return stopsInSleep ? elapsed : Math.min(elapsed, GAP_MAX_MS);
}
