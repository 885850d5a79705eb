import { AGENT_NAMES } from '../domain/agents.ts';
import { DEFAULT_BLOCKED } from './default-rules.ts';
import type { Policy, PolicyRule } from './policy.ts';
import { APPROVED_RULES } from './rules/approved.ts';
import { SEED_APPROVED, SEED_BLOCKED } from './seed-strict.ts';

/** The policies that ship with Outloop. */
export const PRESET_NAMES = ['default', 'seed-strict'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** Bounds of a task text in code points. Longer texts go into a brief. */
export const TASK_LENGTH_MIN = 10;
export const TASK_LENGTH_MAX = 200;

const SHARED = { agents: AGENT_NAMES, lengthMin: TASK_LENGTH_MIN, lengthMax: TASK_LENGTH_MAX } as const;

/** The policy after intents, with these blocked rules. */
export function defaultPolicy(blocked: readonly PolicyRule[]): Policy {
  return { name: 'default', ...SHARED, blocked, approved: [APPROVED_RULES] };
}

/** The literal word lists that this project began with. */
export const SEED_STRICT: Policy = {
  name: 'seed-strict',
  ...SHARED,
  blocked: SEED_BLOCKED,
  approved: [SEED_APPROVED],
};

/** Both with all their rules. The mark keeps them out of the bundles that read the rules from their file. */
export const PRESETS: Readonly<Record<PresetName, Policy>> = {
  default: /* @__PURE__ */ defaultPolicy(DEFAULT_BLOCKED),
  'seed-strict': SEED_STRICT,
};
