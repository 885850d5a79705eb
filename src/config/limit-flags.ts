import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { UsageLimits } from '../domain/task-options.ts';
import { formatBytes, formatCount, shortDuration } from '../domain/units.ts';
import {
  LIMIT_PRESET_NAMES,
  LIMIT_TABLE,
  type LimitField,
  type LimitPreset,
  type Limits,
} from '../limits/limit-table.ts';
import { cleanLine } from '../observe/clean.ts';

/** The limits that a task was given on its own; what was not given is left out. */
export interface LimitFlags {
  /** A set of limits that goes by a name; single limits win over it. */
  readonly preset?: LimitPreset;
  readonly limits?: Limits;
}

/** The flags by name, each with the reader of its value. */
export const LIMIT_READERS = {
  limits: readPreset,
  silence: (value: string) => readLimit('silence', 'silence_ms', value),
  tokens: (value: string) => readLimit('tokens', 'tokens', value),
  output: (value: string) => readLimit('output', 'output_bytes', value),
  memory: (value: string) => readLimit('memory', 'memory_bytes', value),
  cpu: (value: string) => readLimit('cpu', 'cpu_percent', value),
  processes: (value: string) => readLimit('processes', 'processes', value),
} as const;

/** How a kind of figure is written: read to the unit of the table, shown in bounds, and an example. */
interface Notation {
  readonly read: (text: string) => number;
  readonly show: (value: number) => string;
  readonly example: string;
}

const COUNTS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };
const BYTES: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

const NOTATIONS = {
  ms: { read: readTime, show: shortDuration, example: '90s, 10m, 1h30m' },
  bytes: {
    read: (text) => {
      const [, amount, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)([kmgt])i?b?$/i.exec(text) ?? [];
      return Math.round(Number(amount) * (BYTES[unit.toLowerCase()] ?? Number.NaN));
    },
    show: formatBytes,
    example: '512M, 2G',
  },
  tokens: {
    read: (text) => {
      const [, amount, unit = ''] = /^(\d{1,10}(?:\.\d{1,3})?)([km]?)$/i.exec(text) ?? [];
      return Math.round(Number(amount) * (COUNTS[unit.toLowerCase()] ?? Number.NaN));
    },
    show: formatCount,
    example: '50000, 200k, 1.5M',
  },
  'percent of one core': {
    read: (text) => Number(/^(\d{1,6}(?:\.\d{1,2})?) ?%?$/.exec(text)?.[1]),
    show: (value) => `${value} %`,
    example: '50%, 200% (two cores)',
  },
  processes: { read: (text) => Number(/^\d{1,6}$/.exec(text)?.[0]), show: String, example: '200' },
} as const satisfies Record<string, Notation>;

function readTime(text: string): number {
  const parts = /^(?:(\d{1,4})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/i.exec(text);
  const [, hours, minutes, seconds] = parts ?? [];
  if ((hours ?? minutes ?? seconds) === undefined) return Number.NaN;
  return Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1_000;
}

function readLimit(flag: string, name: keyof UsageLimits, value: string): Result<LimitFlags> {
  const field: LimitField = LIMIT_TABLE[name];
  const { read, show, example } = NOTATIONS[LIMIT_TABLE[name].unit];
  const amount = read(value.trim());
  if (amount >= field.min && amount <= field.max) return ok({ limits: { [name]: amount } });
  const isNone = Number.isNaN(amount);
  return fail(
    failure(
      'usage',
      `--${flag}: "${cleanLine(value, 30)}" ${isNone ? 'cannot be read' : 'is out of bounds'}.`,
      `Allowed are ${show(field.min)} to ${show(field.max)}, written like ${example}; ${fallbackWords(field, show)}.`,
    ),
  );
}

function fallbackWords({ fallback }: LimitField, show: Notation['show']): string {
  return fallback === undefined ? 'without it there is no limit' : `without it ${show(fallback)}`;
}

function readPreset(value: string): Result<LimitFlags> {
  const preset = LIMIT_PRESET_NAMES.find((name) => name === value);
  if (preset !== undefined) return ok({ preset });
  return fail(
    failure(
      'usage',
      `--limits: there is no set of limits "${cleanLine(value, 30)}".`,
      `The sets are ${LIMIT_PRESET_NAMES.join(', ')}; "seed" is 512 MB of memory and 10 % of one core.`,
    ),
  );
}
