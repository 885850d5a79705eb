import type { PolicyRule } from './policy.ts';

/** The patterns of a rule: it matches when every list has one that does. A `words` rule has none. */
export function patternsOf(rule: PolicyRule): readonly (readonly string[])[] {
  if (rule.pattern !== undefined) return [choicesOf(rule.pattern)];
  if (rule.any !== undefined) return [rule.any.flatMap(choicesOf)];
  if (rule.all !== undefined) return rule.all.map((pattern) => [pattern]);
  return [];
}

/** The alternatives of a pattern, one by one: most texts need none of them, and a long one takes long to compile. */
function choicesOf(pattern: string): readonly string[] {
  const choices: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/gu)) {
    if (mark === '(') depth += 1;
    if (mark === ')') depth -= 1;
    if (mark !== '|' || depth > 0) continue;
    choices.push(pattern.slice(from, index));
    from = index + 1;
  }
  return [...choices, pattern.slice(from)];
}
