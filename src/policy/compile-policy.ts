import { type CompiledRule, compileRule } from './match-rule.ts';
import type { Policy } from './policy.ts';

/** A policy with its patterns compiled. */
export interface CompiledPolicy {
  readonly blocked: readonly CompiledRule[];
  /** The blocked rules that also hold in a brief. */
  readonly blockedInBrief: readonly CompiledRule[];
  readonly approved: readonly (readonly CompiledRule[])[];
}

/** Compiles a policy once; the same object gives the same compiled rules again. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = COMPILED.get(policy);
  if (known !== undefined) return known;
  const blocked = policy.blocked.map(compileRule);
  const compiled: CompiledPolicy = {
    blocked,
    blockedInBrief: blocked,
    approved: policy.approved.filter((group) => group.length > 0).map((group) => group.map(compileRule)),
  };
  COMPILED.set(policy, compiled);
  return compiled;
}

const COMPILED = new WeakMap<Policy, CompiledPolicy>();
