import { AGENT_NAMES } from '../domain/agents.ts';
import { DEFAULT_BLOCKED } from './default-rules.ts';
import type { Policy } from './policy.ts';
import { APPROVED_RULES } from './rules/approved.ts';
import { SEED_APPROVED, SEED_BLOCKED } from './seed-strict.ts';

/** The policies that ship with Outloop. */
export const PRESET_NAMES = ['default', 'seed-strict'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** Bounds of a task text in code points. Longer texts go into a brief. */
export const TASK_LENGTH_MIN = 10;
export const TASK_LENGTH_MAX = 200;

const SHARED = { agents: AGENT_NAMES, lengthMin: TASK_LENGTH_MIN, lengthMax: TASK_LENGTH_MAX } as const;

/** `default` is after intents; `seed-strict` is the literal word lists that this project began with. */
export const PRESETS: Readonly<Record<PresetName, Policy>> = {
  default: { name: 'default', ...SHARED, blocked: DEFAULT_BLOCKED, approved: [APPROVED_RULES] },
  'seed-strict': { name: 'seed-strict', ...SHARED, blocked: SEED_BLOCKED, approved: [SEED_APPROVED] },
};
