import { TIMEOUT_MS_MAX, TIMEOUT_MS_MIN } from './duration.ts';

/** A number in `outloop.yaml`: its default (if it has one), its bounds, its unit, and a sentence for people. */
export interface NumberField {
  readonly fallback?: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly whole: boolean;
  readonly doc: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const DEFAULT_TIMEOUT_MS = 30 * MINUTE_MS;
export const DEFAULT_GATE_HOLD_MS = 12 * HOUR_MS;
export const DEFAULT_MAX_PARALLEL = 6;
export const DEFAULT_REPORTS_DIR = 'reports';

/** Every number of the configuration by its path. The check of a file and its documentation are made from this. */
export const NUMBER_FIELDS = {
  'limits.timeout_ms': {
    fallback: DEFAULT_TIMEOUT_MS,
    min: TIMEOUT_MS_MIN,
    max: TIMEOUT_MS_MAX,
    unit: 'ms',
    whole: true,
    doc: 'How long a task may run by the clock on the wall.',
  },
  'limits.max_turns': {
    min: 1,
    max: 1000,
    unit: 'turns',
    whole: true,
    doc: 'How many turns a worker may take. Without it there is no limit.',
  },
  'limits.budget_usd': {
    min: 0.01,
    max: 1000,
    unit: 'US dollars',
    whole: false,
    doc: 'How much a task may cost by the count of the client. Without it there is no limit.',
  },
  gate_hold_ms: {
    fallback: DEFAULT_GATE_HOLD_MS,
    min: 1000,
    // The client ends the hook that holds after a day.
    max: 23 * HOUR_MS,
    unit: 'ms',
    whole: true,
    doc: 'How long a one-shot session is held for its open tasks at most.',
  },
  max_parallel: {
    fallback: DEFAULT_MAX_PARALLEL,
    min: 1,
    max: 64,
    unit: 'tasks',
    whole: true,
    doc: 'How many tasks of this project run at once.',
  },
  'policy.length_min': {
    fallback: 10,
    min: 10,
    max: 200,
    unit: 'characters',
    whole: true,
    doc: 'The shortest task text.',
  },
  'policy.length_max': {
    fallback: 200,
    min: 10,
    max: 200,
    unit: 'characters',
    whole: true,
    doc: 'The longest task text; more goes into a brief.',
  },
} as const satisfies Record<string, NumberField>;

export type NumberFieldName = keyof typeof NUMBER_FIELDS;

/** What the stop gate does with open work; `auto` holds one-shot sessions and tells attended ones once. */
export const GATE_MODES = ['auto', 'hold', 'once', 'tell', 'off'] as const;
export type GateMode = (typeof GATE_MODES)[number];

/** True for a value that the field allows. */
export function isInBounds(name: NumberFieldName, value: unknown): boolean {
  const field: NumberField = NUMBER_FIELDS[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= field.min && value <= field.max && (!field.whole || Number.isInteger(value));
}

/** A model's name as it may be handed to the client: never something that reads as a flag. */
export const MODEL_NAME = /^[A-Za-z0-9][\w.:@/[\]-]{0,99}$/;
