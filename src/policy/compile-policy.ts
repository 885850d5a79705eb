import type { FoldedText } from './fold-text.ts';
import { type CompiledRule, compileRule, type RuleGate } from './match-rule.ts';
import type { Policy, PolicyRule, ShippedRules } from './policy.ts';
import { candidates } from './rule-index.ts';
import { patternsOf } from './rule-patterns.ts';

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
  const gate = policy.shipped === undefined ? undefined : gateOf(policy.shipped);
  const blocked = policy.blocked.map((rule) => compileRule(rule, gate?.(rule)));
  let inBrief: readonly CompiledRule[] | undefined;
  const compiled: CompiledPolicy = {
    blocked,
    // Only a brief asks for this, and it costs reading every rule.
    get blockedInBrief() {
      inBrief ??= blocked.filter(({ rule }) => rule.taskOnly !== true);
      return inBrief;
    },
    approved: policy.approved
      .filter((group) => group.length > 0)
      .map((group) => group.map((rule) => compileRule(rule))),
  };
  COMPILED.set(policy, compiled);
  return compiled;
}

const COMPILED = new WeakMap<Policy, CompiledPolicy>();

/** What is known of each shipped rule. A reading is looked up once for all of them. */
function gateOf({ rules, index }: ShippedRules) {
  const places = new Map(rules.map((rule, place) => [rule, place]));
  const found = new WeakMap<FoldedText, ReadonlySet<number>>();
  const candidatesOf = (folded: FoldedText) => {
    const known = found.get(folded) ?? candidates(index, folded);
    found.set(folded, known);
    return known;
  };
  return (rule: PolicyRule): RuleGate | undefined => {
    const place = places.get(rule);
    if (place === undefined) return undefined;
    return {
      mayMatch: (folded) => candidatesOf(folded).has(place),
      neededOf: (pattern) => {
        const at = patternsOf(rule).flat().indexOf(pattern);
        return index.patterns[place]?.flat()[at] ?? [];
      },
    };
  };
}
