import { DEFAULT_BLOCKED } from './default-rules.ts';
import { type NeededWords, neededWords } from './needed-words.ts';
import type { PolicyRule } from './policy.ts';
import { APPROVED_RULES } from './rules/approved.ts';

/** The build puts the table of the shipped rules here, as JSON: working it out takes longer than a whole hook may. */
declare const OUTLOOP_SHIPPED_WORDS: string | undefined;

/** The needed words of a rule's patterns, in the order of `patterns`. */
export function wordsOfPatterns(rule: PolicyRule, patterns: readonly string[]): readonly NeededWords[] {
  const at = RULES.indexOf(rule);
  return (at === -1 ? undefined : shippedWords()?.[at]) ?? patterns.map(neededWords);
}

/** What the build puts into the bundles: for each shipped rule the needed words of each of its patterns. */
export function tableOfShippedWords(
  patternsOf: (rule: PolicyRule) => readonly (readonly string[])[],
): readonly (readonly NeededWords[])[] {
  return RULES.map((rule) => patternsOf(rule).flat().map(neededWords));
}

/** By identity: a rule of a policy file may have the id of a shipped one. */
const RULES: readonly PolicyRule[] = [...DEFAULT_BLOCKED, ...APPROVED_RULES];

let table: readonly (readonly NeededWords[])[] | undefined;

function shippedWords(): readonly (readonly NeededWords[])[] | undefined {
  if (typeof OUTLOOP_SHIPPED_WORDS === 'undefined') return undefined;
  table ??= JSON.parse(OUTLOOP_SHIPPED_WORDS) as readonly (readonly NeededWords[])[];
  return table;
}
