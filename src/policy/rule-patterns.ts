import type { PolicyRule } from './policy.ts';

/** The patterns of a rule: it matches when every list has one that does. A `words` rule has none. */
export function patternsOf(rule: PolicyRule): readonly (readonly string[])[] {
  if (rule.pattern !== undefined) return [[rule.pattern]];
  if (rule.any !== undefined) return [rule.any];
  if (rule.all !== undefined) return rule.all.map((pattern) => [pattern]);
  return [];
}
