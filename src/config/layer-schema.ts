import * as z from 'zod';
import { AGENT_NAMES, TASK_AGENTS } from '../domain/agents.ts';
import { LIMIT_NAMES, LIMIT_PRESET_NAMES } from '../limits/limit-table.ts';
import { PRESET_NAMES } from '../policy/presets.ts';
import type { LayerKind } from './config.ts';
import {
  ACTIVITY_CHOICES,
  AFTER_RESTART,
  CONTAINMENT_CHOICES,
  GATE_MODES,
  MODEL_NAME,
  NUMBER_FIELDS,
  type NumberField,
  type NumberFieldName,
  SUBAGENT_CHOICES,
} from './fields.ts';

/** Rules that one file may add, and texts that one list may hold. */
const RULES_MAX = 1000;
const TEXTS_MAX = 50;

/** The form of an `outloop.yaml`: strict, so that a misspelt key is an error and not a setting without effect. */
export function layerSchema(kind: LayerKind) {
  return z.strictObject({
    reports_dir: kind === 'project' ? text(200).optional() : onlyIn('project'),
    gitignore_reports: z.boolean().optional(),
    policy: policySchema(kind).optional(),
    limits: z.strictObject({ ...limitsShape(), preset: z.enum(LIMIT_PRESET_NAMES).optional() }).optional(),
    agent_limits: z
      .strictObject(
        Object.fromEntries(TASK_AGENTS.map((name) => [name, z.strictObject(limitsShape()).optional()])),
      )
      .optional(),
    daily_budget_usd: kind === 'user' ? number('daily_budget_usd') : onlyIn('user'),
    daily_tokens: kind === 'user' ? number('daily_tokens') : onlyIn('user'),
    machine_slots: kind === 'user' ? number('machine_slots') : onlyIn('user'),
    containment: kind === 'user' ? z.enum(CONTAINMENT_CHOICES).optional() : onlyIn('user'),
    after_restart: z.enum(AFTER_RESTART).optional(),
    commands: z
      .strictObject({
        allow: kind === 'user' ? commandPatterns : onlyIn('user'),
        only: commandPatterns,
        refuse: commandPatterns,
      })
      .optional(),
    activity: z.enum(ACTIVITY_CHOICES).optional(),
    subagents: z.enum(SUBAGENT_CHOICES).optional(),
    gate: z.enum(GATE_MODES).optional(),
    gate_hold_ms: number('gate_hold_ms'),
    client: kind === 'user' ? z.strictObject({ path: clientPath.optional() }).optional() : onlyIn('user'),
    max_parallel: number('max_parallel'),
    journal_segment_bytes: number('journal_segment_bytes'),
    max_per_agent: z.strictObject(Object.fromEntries(TASK_AGENTS.map((name) => [name, agentCap]))).optional(),
    models: z
      .strictObject(Object.fromEntries([...AGENT_NAMES, 'default'].map((name) => [name, model])))
      .optional(),
  });
}

function limitsShape() {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, number(`limits.${name}`)]));
}

function policySchema(kind: LayerKind) {
  return z.strictObject({
    preset: z.enum(PRESET_NAMES).optional(),
    agents: z.array(z.enum(AGENT_NAMES)).min(1).optional(),
    length_min: number('policy.length_min'),
    length_max: number('policy.length_max'),
    block: z.array(rule).max(RULES_MAX).optional(),
    approve: z.array(rule).min(1).max(RULES_MAX).optional(),
    allow: kind === 'user' ? z.array(text(80)).max(RULES_MAX).optional() : onlyIn('user'),
  });
}

function number(name: NumberFieldName) {
  const { min, max, unit, whole }: NumberField = NUMBER_FIELDS[name];
  const error = `must be ${whole ? 'a whole number' : 'a number'} from ${min} to ${max} (${unit})`;
  return (whole ? z.int({ error }) : z.number({ error })).min(min, { error }).max(max, { error }).optional();
}

/** A key that this file may not have. Its value never passes, whatever it is. */
function onlyIn(kind: LayerKind) {
  const where = kind === 'user' ? "the user's file" : "the project's file";
  return z.undefined({ error: `may only stand in ${where}` }).optional();
}

function text(charsMax: number) {
  return z.string().trim().min(1).max(charsMax);
}

const clientPath = text(1000).regex(/^(?:\/|~\/)/, { error: 'must be an absolute path or begin with ~/' });
const model = z.string().regex(MODEL_NAME, { error: 'is no name of a model' }).optional();
const agentCap = z
  .int({ error: 'must be a whole number from 1 to 64 (tasks)' })
  .min(1, { error: 'must be at least 1' })
  .max(64, { error: 'must be at most 64' })
  .optional();
const texts = z.array(text(500)).min(1).max(TEXTS_MAX);

/** `npm run *`: words of a command, the program without its folder. */
const commandPatterns = z
  .array(
    text(200).regex(/^[^*\s/]\S*(?: \S+)*$/, {
      error: 'must begin with the name of a program, such as "npm run *"',
    }),
  )
  .min(1)
  .max(RULES_MAX)
  .optional();

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,60}$/, { error: 'must be small letters, digits, "." and "-"' }),
  category: text(40).default('own rules'),
  pattern: text(500).optional(),
  any: texts.optional(),
  all: texts.optional(),
  words: z
    .array(z.array(text(60)).min(1).max(TEXTS_MAX))
    .min(1)
    .max(4)
    .optional(),
  gap: z.int().min(0).max(8).optional(),
  order: z.boolean().optional(),
  unless: texts.optional(),
  why: text(300),
  rephrase: text(300).optional(),
  examples: z.strictObject({ match: texts.optional(), pass: texts.optional() }).optional(),
});
