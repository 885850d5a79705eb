import { foldText } from '../policy/fold-text.ts';
import { compileRule, matchRule } from '../policy/match-rule.ts';
import { nearestName } from '../policy/nearest-name.ts';
import type { PolicyRule } from '../policy/policy.ts';
import { SEED_STRICT } from '../policy/presets.ts';
import { patternFault } from '../policy/safe-pattern.ts';
import type { ConfigLayer } from './config.ts';
import type { Problem } from './problem.ts';
import { shippedPolicy } from './shipped-policy.ts';

/** What the schema cannot see: patterns that are unsound, rules that contradict their own examples, unknown ids. */
export function checkRules(layer: ConfigLayer): readonly Problem[] {
  const { policy } = layer;
  if (policy === undefined) return [];
  return [
    ...checkLengths(policy.length_min, policy.length_max),
    ...checkList('block', policy.block ?? []),
    ...checkList('approve', policy.approve ?? []),
    ...checkAllowed(policy.allow ?? []),
  ];
}

function checkLengths(min: number | undefined, max: number | undefined): readonly Problem[] {
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ path: ['policy', 'length_min'], message: 'length_min must not be above length_max' }];
}

function checkAllowed(ids: readonly string[]): readonly Problem[] {
  const known = [shippedPolicy(), SEED_STRICT].flatMap((preset) => preset.blocked.map((rule) => rule.id));
  return ids.flatMap((id, index) => {
    if (known.includes(id)) return [];
    const nearest = nearestName(id, known);
    const guess =
      nearest === undefined ? `Rules: ${[...new Set(known)].join(', ')}.` : `Did you mean "${nearest}"?`;
    return [{ path: ['policy', 'allow', index], message: `there is no rule "${id}". ${guess}` }];
  });
}

function checkList(list: 'block' | 'approve', rules: readonly PolicyRule[]): readonly Problem[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const path = ['policy', list, index];
    const problems: Problem[] = [];
    if (seen.has(rule.id))
      problems.push({ path: [...path, 'id'], message: `the id "${rule.id}" stands twice` });
    seen.add(rule.id);
    problems.push(...checkMatcher(rule, path));
    if (problems.length === 0) problems.push(...checkExamples(rule, path));
    return problems;
  });
}

const MATCHERS = ['pattern', 'any', 'all', 'words'] as const;

function checkMatcher(rule: PolicyRule, path: readonly (string | number)[]): readonly Problem[] {
  const present = MATCHERS.filter((key) => rule[key] !== undefined);
  if (present.length !== 1) {
    return [{ path, message: `rule "${rule.id}" needs exactly one of: ${MATCHERS.join(', ')}` }];
  }
  if (rule.gap !== undefined && rule.words === undefined) {
    return [{ path: [...path, 'gap'], message: 'gap goes with words only' }];
  }
  const patterns: (readonly [readonly (string | number)[], string])[] = [];
  if (rule.pattern !== undefined) patterns.push([[...path, 'pattern'], rule.pattern]);
  for (const key of ['any', 'all', 'unless'] as const) {
    for (const [index, pattern] of (rule[key] ?? []).entries())
      patterns.push([[...path, key, index], pattern]);
  }
  return patterns.flatMap(([where, pattern]) => {
    const fault = patternFault(pattern);
    return fault === undefined ? [] : [{ path: where, message: `the pattern ${fault}` }];
  });
}

function checkExamples(rule: PolicyRule, path: readonly (string | number)[]): readonly Problem[] {
  const compiled = compileRule(rule);
  const matches = (text: string) => matchRule(compiled, foldText(text)) !== undefined;
  const wrong = (key: 'match' | 'pass', texts: readonly string[], wanted: boolean) =>
    texts.flatMap((text, index) =>
      matches(text) === wanted
        ? []
        : [
            {
              path: [...path, 'examples', key, index],
              message: `rule "${rule.id}" ${wanted ? 'does not match' : 'matches'} this example of its own`,
            },
          ],
    );
  return [
    ...wrong('match', rule.examples?.match ?? [], true),
    ...wrong('pass', rule.examples?.pass ?? [], false),
  ];
}
