import { AGENT_NAMES, TASK_AGENTS } from '../domain/agents.ts';
import { LIMIT_PRESETS, LIMIT_TABLE, mergeLimits } from '../limits/limit-table.ts';
import type { Policy, PolicyRule } from '../policy/policy.ts';
import { SEED_STRICT } from '../policy/presets.ts';
import type { AgentLimits, ConfigLayer, PolicyLayer, Settings } from './config.ts';
import {
  DEFAULT_GATE_HOLD_MS,
  DEFAULT_JOURNAL_SEGMENT_BYTES,
  DEFAULT_MAX_PARALLEL,
  DEFAULT_REPORTS_DIR,
} from './fields.ts';
import { shippedPolicy } from './shipped-policy.ts';

/**
 * The settings in force. The project's file wins over the user's key by key, except where a clone must not decide:
 * the client's path is the user's alone.
 */
export function mergeSettings(
  user: ConfigLayer | undefined,
  project: ConfigLayer | undefined,
  home: string,
  sources: readonly string[],
): Settings {
  const both = { ...user, ...project };
  const preset = LIMIT_PRESETS[project?.limits?.preset ?? user?.limits?.preset ?? 'default'];
  const limits = mergeLimits(preset, user?.limits, project?.limits);
  return {
    reports_dir: project?.reports_dir ?? DEFAULT_REPORTS_DIR,
    gitignore_reports: both.gitignore_reports ?? true,
    limits: { ...limits, timeout_ms: limits.timeout_ms ?? LIMIT_TABLE.timeout_ms.fallback },
    agent_limits: mergeAgentLimits(user?.agent_limits, project?.agent_limits),
    daily: { budgetUsd: user?.daily_budget_usd, tokens: user?.daily_tokens },
    machine_slots: user?.machine_slots,
    containment: user?.containment ?? 'auto',
    after_restart: both.after_restart ?? 'pause',
    commands: {
      allow: user?.commands?.allow ?? [],
      only: [user?.commands?.only, project?.commands?.only].filter((one) => one !== undefined),
      refuse: [...(user?.commands?.refuse ?? []), ...(project?.commands?.refuse ?? [])],
    },
    activity: both.activity ?? 'length',
    subagents: both.subagents ?? 'observe',
    gate: both.gate ?? 'auto',
    gate_hold_ms: both.gate_hold_ms ?? DEFAULT_GATE_HOLD_MS,
    client: { path: user?.client?.path?.replace(/^~(?=\/)/, home) },
    max_parallel: both.max_parallel ?? DEFAULT_MAX_PARALLEL,
    journal_segment_bytes: both.journal_segment_bytes ?? DEFAULT_JOURNAL_SEGMENT_BYTES,
    max_per_agent: { ...user?.max_per_agent, ...project?.max_per_agent },
    models: { ...user?.models, ...project?.models },
    sources,
  };
}

function mergeAgentLimits(user: AgentLimits = {}, project: AgentLimits = {}): AgentLimits {
  const merged = TASK_AGENTS.map((agent) => [agent, { ...user[agent], ...project[agent] }] as const);
  return Object.fromEntries(merged.filter(([, limits]) => Object.keys(limits).length > 0));
}

/**
 * The policy in force. The user may add to a preset, switch single rules off and approve more; the project may only
 * add blocked rules and narrow: its `approve` is a second hurdle, its agents and lengths only shrink what there is.
 */
export function mergePolicy(user: PolicyLayer | undefined, project: PolicyLayer | undefined): Policy {
  const strict = user?.preset === 'seed-strict' || project?.preset === 'seed-strict';
  const preset = strict ? SEED_STRICT : shippedPolicy();
  if (user === undefined && project === undefined) return preset;
  const allowed = new Set(user?.allow ?? []);
  const own = [preset.approved.flat(), user?.approve ?? []].flat();
  return {
    name: [
      preset.name,
      ...(user === undefined ? [] : ['user']),
      ...(project === undefined ? [] : ['project']),
    ].join('+'),
    agents: AGENT_NAMES.filter((agent) =>
      [user, project].every((layer) => layer?.agents?.includes(agent) ?? true),
    ),
    lengthMin: Math.max(preset.lengthMin, user?.length_min ?? 0, project?.length_min ?? 0),
    lengthMax: Math.min(
      preset.lengthMax,
      user?.length_max ?? preset.lengthMax,
      project?.length_max ?? preset.lengthMax,
    ),
    blocked: [
      ...preset.blocked.filter((rule) => !allowed.has(rule.id)),
      ...(user?.block ?? []),
      ...(project?.block ?? []),
    ],
    approved: [own, ...(project?.approve === undefined ? [] : [project.approve as readonly PolicyRule[]])],
    ...(preset.shipped === undefined ? {} : { shipped: preset.shipped }),
  };
}
