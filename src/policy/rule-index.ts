import type { FoldedText } from './fold-text.ts';
import { holdsNeeded, type NeededWords, neededWords } from './needed-words.ts';
import type { PolicyRule } from './policy.ts';
import { patternsOf } from './rule-patterns.ts';
import { splitPhrase, wordsOf } from './split-words.ts';
import { buildWordIndex, findRules, type WordIndex } from './word-index.ts';

/**
 * Tells which of many rules a text may match, by its words alone and without the rules. Plain data: the build works it
 * out for the rules that ship, because that takes longer than a whole hook may.
 */
export interface RuleIndex {
  readonly words: WordIndex;
  /** For each rule of patterns, by its place: its lists of patterns, and of each pattern the words that it needs. */
  readonly patterns: Readonly<Record<number, readonly (readonly NeededWords[])[]>>;
}

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
  const words = new Set(wordsOf(folded).words.map(({ text }) => text));
  const found = new Set(findRules(index.words, words));
  for (const [place, lists] of Object.entries(index.patterns)) {
    const mayMatch = lists.every((choices) => choices.some((needed) => holdsNeeded(needed, folded.text)));
    if (!mayMatch) found.delete(Number(place));
  }
  return found;
}
