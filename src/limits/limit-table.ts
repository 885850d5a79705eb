import type { UsageLimits } from '../domain/task-options.ts';

/** One limit: its default (if it has one), its bounds, its unit, and a sentence for people. */
export interface LimitField {
  readonly fallback?: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly whole: boolean;
  readonly doc: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/**
 * Every limit of a task. What has no default is not limited unless somebody says so. The defaults let real work run:
 * the client alone takes more than 200 MB, and a build takes every core that there is.
 */
export const LIMIT_TABLE = {
  timeout_ms: {
    fallback: 30 * MINUTE_MS,
    min: 10_000,
    max: 24 * HOUR_MS,
    unit: 'ms',
    whole: true,
    doc: 'How long a task may run by the clock on the wall; pauses and sleep of the machine do not count.',
  },
  silence_ms: {
    fallback: 20 * MINUTE_MS,
    min: 10_000,
    max: 24 * HOUR_MS,
    unit: 'ms',
    whole: true,
    doc: 'How long a worker may write nothing at all.',
  },
  max_turns: {
    min: 1,
    max: 1000,
    unit: 'turns',
    whole: true,
    doc: 'How many turns a worker may take. Without it there is no limit.',
  },
  budget_usd: {
    min: 0.01,
    max: 1000,
    unit: 'US dollars',
    whole: false,
    doc: 'How much a task may cost by the count of the client. Without it there is no limit.',
  },
  tokens: {
    min: 1000,
    max: 1_000_000_000,
    unit: 'tokens',
    whole: true,
    doc: 'How many tokens a worker may use, input, output and what is written to the cache. Without it there is no limit.',
  },
  output_bytes: {
    fallback: 256 * MIB,
    min: 64 * 1024,
    max: 16 * GIB,
    unit: 'bytes',
    whole: true,
    doc: 'How much a worker may write to its output.',
  },
  memory_bytes: {
    fallback: 8 * GIB,
    min: 64 * MIB,
    max: 1024 * GIB,
    unit: 'bytes',
    whole: true,
    doc: 'How much memory the whole process tree of a worker may take.',
  },
  cpu_percent: {
    min: 1,
    max: 100_000,
    unit: 'percent of one core',
    whole: false,
    doc: 'How much CPU the process tree of a worker may take over a minute. Without it there is no limit.',
  },
  processes: {
    fallback: 1000,
    min: 4,
    max: 100_000,
    unit: 'processes',
    whole: true,
    doc: 'How many processes a worker may have at once.',
  },
} as const satisfies Record<string, LimitField>;

/** The name of a limit, as in the configuration and in a task's options. */
export type LimitName = keyof typeof LIMIT_TABLE;

/** All limit names, in the order in which people read them. */
export const LIMIT_NAMES = Object.keys(LIMIT_TABLE) as readonly LimitName[];

/** What a task may use. Left out: no limit. */
export type Limits = Partial<Readonly<Record<LimitName, number>>>;

/** Sets of limits that go by a name. `seed` is what the original sketches of this product said. */
export const LIMIT_PRESETS = {
  default: {},
  seed: { memory_bytes: 512 * MIB, cpu_percent: 10 },
} as const satisfies Record<string, Limits>;

export type LimitPreset = keyof typeof LIMIT_PRESETS;
export const LIMIT_PRESET_NAMES = Object.keys(LIMIT_PRESETS) as [LimitPreset, ...LimitPreset[]];

/** The table's defaults with the layers over them, the last one winning. */
export function mergeLimits(...layers: readonly (Limits | undefined)[]): Limits {
  const merged: Partial<Record<LimitName, number>> = {};
  for (const name of LIMIT_NAMES) {
    const field: LimitField = LIMIT_TABLE[name];
    const value = layers.findLast((layer) => layer?.[name] !== undefined)?.[name] ?? field.fallback;
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** The part of the limits that goes into a task's `options.limits`. */
export function usageLimitsOf(limits: Limits): UsageLimits {
  const { timeout_ms: _, max_turns: __, budget_usd: ___, ...usage } = limits;
  return usage;
}
