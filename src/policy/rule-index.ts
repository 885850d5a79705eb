import type { FoldedText } from './fold-text.ts';
import { holdsNeeded, type NeededWords, neededWords } from './needed-words.ts';
import type { PolicyRule, RuleIndex } from './policy.ts';
import { formsOf } from './read-orders.ts';
import { patternsOf } from './rule-patterns.ts';
import { splitPhrase, wordsOf } from './split-words.ts';
import { buildWordIndex, findRules } from './word-index.ts';

/** The index of a list of rules, by their places in it. */
export function indexRules(rules: readonly PolicyRule[]): RuleIndex {
  const patterns: Record<number, readonly (readonly NeededWords[])[]> = {};
  rules.forEach((rule, at) => {
    if (rule.words === undefined) patterns[at] = patternsOf(rule).map((choices) => choices.map(neededWords));
  });
  const words = buildWordIndex(rules.map((rule) => rule.words?.map((phrases) => phrases.map(splitPhrase))));
  return { words, patterns };
}

/** The places of the rules that this reading of a text may match. Every other surely does not. */
export function candidates(index: RuleIndex, folded: FoldedText): ReadonlySet<number> {
  const words = new Set(wordsOf(folded).words.flatMap(({ text }) => formsOf(text)));
  const found = new Set(findRules(index.words, words));
  for (const [place, lists] of Object.entries(index.patterns)) {
    const mayMatch = lists.every((choices) => choices.some((needed) => holdsNeeded(needed, folded.text)));
    if (!mayMatch) found.delete(Number(place));
  }
  return found;
}
