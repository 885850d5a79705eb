import { formatBytes, formatCost, formatCount, formatDuration } from '../domain/units.ts';
import type { LimitName, Limits } from './limit-table.ts';

/** What an attempt has used, as far as it is known; null where this machine cannot tell. */
export interface LimitSample {
  /** Time that the worker could use: neither paused nor asleep with the machine. */
  readonly activeMs: number;
  /** Time of that since it last wrote something. */
  readonly silentMs: number;
  readonly turns: number;
  readonly costUsd: number;
  readonly tokens: number;
  readonly outputBytes: number;
  readonly memoryBytes: number | null;
  /** Over the last minute, in percent of one core; null before a minute has gone by. */
  readonly cpuPercent: number | null;
  readonly processes: number | null;
}

/** A limit that is exceeded. */
export interface Exceeded {
  readonly limit: LimitName;
  readonly used: number;
  readonly allowed: number;
  readonly endsAs: 'timed_out' | 'limit_exceeded';
  /** The figure, for people: `9.1 GB of memory, 8.0 GB allowed`. */
  readonly words: string;
}

/**
 * Compares what was used with what is allowed.
 * @returns the first limit that is exceeded, null when none is. Time is over when it is reached; all else when it is
 *   more than allowed
 */
export function checkLimits(sample: LimitSample, limits: Limits): Exceeded | null {
  for (const { limit, used, reached, endsAs, say } of READINGS) {
    const allowed = limits[limit];
    const value = used(sample);
    if (allowed === undefined || value === null) continue;
    if (reached ? value < allowed : value <= allowed) continue;
    return { limit, used: value, allowed, endsAs, words: say(value, allowed) };
  }
  return null;
}

interface Reading {
  readonly limit: LimitName;
  readonly used: (sample: LimitSample) => number | null;
  /** True for what is over as soon as it is reached. */
  readonly reached: boolean;
  readonly endsAs: Exceeded['endsAs'];
  readonly say: (used: number, allowed: number) => string;
}

const READINGS: readonly Reading[] = [
  {
    limit: 'timeout_ms',
    used: (sample) => sample.activeMs,
    reached: true,
    endsAs: 'timed_out',
    say: (_, allowed) => `its time limit of ${formatDuration(allowed)}`,
  },
  {
    limit: 'silence_ms',
    used: (sample) => sample.silentMs,
    reached: true,
    endsAs: 'timed_out',
    say: (used, allowed) => `${formatDuration(used)} of silence, ${formatDuration(allowed)} allowed`,
  },
  reading(
    'max_turns',
    (sample) => sample.turns,
    (turns) => `${turns} turns`,
  ),
  reading('budget_usd', (sample) => sample.costUsd, formatCost),
  reading(
    'tokens',
    (sample) => sample.tokens,
    (count) => `${formatCount(count)} tokens`,
  ),
  reading(
    'output_bytes',
    (sample) => sample.outputBytes,
    (bytes) => `${formatBytes(bytes)} of output`,
  ),
  reading(
    'memory_bytes',
    (sample) => sample.memoryBytes,
    (bytes) => `${formatBytes(bytes)} of memory`,
  ),
  reading(
    'cpu_percent',
    (sample) => sample.cpuPercent,
    (share) => `${Math.round(share)} % CPU over a minute`,
  ),
  reading(
    'processes',
    (sample) => sample.processes,
    (count) => `${count} processes`,
  ),
];

function reading(limit: LimitName, used: Reading['used'], figure: (value: number) => string): Reading {
  return {
    limit,
    used,
    reached: false,
    endsAs: 'limit_exceeded',
    say: (value, allowed) => `${figure(value)}, ${figure(allowed)} allowed`,
  };
}
