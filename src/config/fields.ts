import { LIMIT_TABLE } from '../limits/limit-table.ts';

/** A number in `outloop.yaml`: its default (if it has one), its bounds, its unit, and a sentence for people. */
export interface NumberField {
  readonly fallback?: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly whole: boolean;
  readonly doc: string;
}

const HOUR_MS = 3_600_000;

export const DEFAULT_GATE_HOLD_MS = 12 * HOUR_MS;
export const DEFAULT_MAX_PARALLEL = 6;
export const DEFAULT_JOURNAL_SEGMENT_BYTES = 16 * 1024 * 1024;
export const DEFAULT_REPORTS_DIR = 'reports';

/** Every number of the configuration by its path. The check of a file and its documentation are made from this. */
export const NUMBER_FIELDS = {
  'limits.timeout_ms': LIMIT_TABLE.timeout_ms,
  'limits.silence_ms': LIMIT_TABLE.silence_ms,
  'limits.max_turns': LIMIT_TABLE.max_turns,
  'limits.budget_usd': LIMIT_TABLE.budget_usd,
  'limits.tokens': LIMIT_TABLE.tokens,
  'limits.output_bytes': LIMIT_TABLE.output_bytes,
  'limits.memory_bytes': LIMIT_TABLE.memory_bytes,
  'limits.cpu_percent': LIMIT_TABLE.cpu_percent,
  'limits.processes': LIMIT_TABLE.processes,
  daily_budget_usd: {
    min: 0.01,
    max: 100_000,
    unit: 'US dollars',
    whole: false,
    doc: "How much all your tasks of a day may cost, over all projects. Only in the user's file.",
  },
  daily_tokens: {
    min: 1000,
    max: 100_000_000_000,
    unit: 'tokens',
    whole: true,
    doc: "How many tokens all your tasks of a day may use, over all projects. Only in the user's file.",
  },
  machine_slots: {
    min: 1,
    max: 1000,
    unit: 'slots',
    whole: true,
    doc: "How many slots all your projects have together on this machine. Only in the user's file.",
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
  journal_segment_bytes: {
    fallback: DEFAULT_JOURNAL_SEGMENT_BYTES,
    min: 1024 * 1024,
    max: 1024 * 1024 * 1024,
    unit: 'bytes',
    whole: true,
    doc: 'The size from which on the journal is closed and continued in a new file.',
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

/** How prompts stand in the activity log, if there is one at all: by their length, or with their text. */
export const ACTIVITY_CHOICES = ['length', 'text', 'off'] as const;
export type ActivityChoice = (typeof ACTIVITY_CHOICES)[number];

/** What becomes of a call of one of our agents that the model makes on its own, without a task. */
export const SUBAGENT_CHOICES = ['observe', 'admit', 'refuse'] as const;
export type SubagentChoice = (typeof SUBAGENT_CHOICES)[number];

/** How a worker is contained: by the strongest means present, or by no stronger one than named. */
export const CONTAINMENT_CHOICES = ['auto', 'namespace', 'group'] as const;
export type ContainmentChoice = (typeof CONTAINMENT_CHOICES)[number];

/** What becomes of waiting tasks after the machine was restarted. */
export const AFTER_RESTART = ['pause', 'resume'] as const;
export type AfterRestart = (typeof AFTER_RESTART)[number];

/** True for a value that the field allows. */
export function isInBounds(name: NumberFieldName, value: unknown): boolean {
  const field: NumberField = NUMBER_FIELDS[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= field.min && value <= field.max && (!field.whole || Number.isInteger(value));
}

/** A model's name as it may be handed to the client: never something that reads as a flag. */
export const MODEL_NAME = /^[A-Za-z0-9][\w.:@/[\]-]{0,99}$/;
