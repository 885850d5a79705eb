import type { FoldedText } from './fold-text.ts';
import { holdsNeeded, type NeededWords } from './needed-words.ts';
import type { PolicyRule } from './policy.ts';
import { compilePattern } from './safe-pattern.ts';
import { wordsOfPatterns } from './shipped-words.ts';

/** A rule that is ready to search. */
export interface CompiledRule {
  readonly rule: PolicyRule;
  /** The rule matches when every list has a pattern that matches. The first list gives the words that tripped. */
  readonly needed: readonly (readonly Search[])[];
  readonly unless: readonly Search[];
}

/** A pattern that is compiled only when a text holds the words that it needs. */
interface Search {
  readonly words: NeededWords;
  readonly regexp: () => RegExp;
}

/** Where a rule matches: a reading of the text and a span in it. */
export interface RuleMatch {
  readonly folded: FoldedText;
  readonly start: number;
  readonly end: number;
}

/** Words that may stand between two groups of a `words` rule when the rule sets no `gap`. */
export const WORDS_GAP_DEFAULT = 3;

/** The rule, ready to search. A broken pattern throws when it is searched: files are checked before they get here. */
export function compileRule(rule: PolicyRule): CompiledRule {
  const lists = patternsOf(rule);
  const words = wordsOfPatterns(rule, lists.flat());
  let next = 0;
  return {
    rule,
    needed: lists.map((choices) => choices.map((pattern) => searchOf(pattern, words[next++] ?? []))),
    unless: (rule.unless ?? []).map((pattern) => searchOf(pattern, [])),
  };
}

function searchOf(pattern: string, words: NeededWords): Search {
  let compiled: RegExp | undefined;
  const regexp = () => {
    compiled ??= compilePattern(pattern);
    return compiled;
  };
  return { words, regexp };
}

/** The patterns of a rule: it matches when every list has one that does. */
export function patternsOf(rule: PolicyRule): readonly (readonly string[])[] {
  if (rule.pattern !== undefined) return [[rule.pattern]];
  if (rule.any !== undefined) return [rule.any];
  if (rule.all !== undefined) return rule.all.map((pattern) => [pattern]);
  if (rule.words !== undefined) return [[wordsPattern(rule.words, rule.gap ?? WORDS_GAP_DEFAULT)]];
  return [];
}

/** Word characters and what separates words share no character, so this pattern cannot backtrack far. */
function wordsPattern(groups: readonly (readonly string[])[], gap: number): string {
  const between = `(?:[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]+){0,${gap}}[^\\p{L}\\p{N}]+`;
  return groups
    .map((words) => `(?<![\\p{L}\\p{N}])(?:${words.map(wordPattern).join('|')})(?![\\p{L}\\p{N}])`)
    .join(between);
}

function wordPattern(word: string): string {
  const escaped = word.toLowerCase().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return escaped.replace(/(?:\\\*)$/, '[\\p{L}\\p{N}]*').replace(/\s+/g, '\\s+');
}

/** The first place where the rule matches one of the readings and is not excused, or undefined. */
export function matchRule(compiled: CompiledRule, readings: readonly FoldedText[]): RuleMatch | undefined {
  for (const folded of readings) {
    const [first, ...others] = compiled.needed;
    if (first === undefined) continue;
    if (!others.every((choices) => choices.some((search) => found(search, folded.text)))) continue;
    for (const search of first) {
      const match = firstUnexcused(search, folded, compiled.unless);
      if (match !== undefined) return match;
    }
  }
  return undefined;
}

function found({ words, regexp }: Search, text: string): boolean {
  if (!holdsNeeded(words, text)) return false;
  const pattern = regexp();
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function firstUnexcused(
  { words, regexp }: Search,
  folded: FoldedText,
  unless: readonly Search[],
): RuleMatch | undefined {
  if (!holdsNeeded(words, folded.text)) return undefined;
  for (const match of folded.text.matchAll(regexp())) {
    const start = match.index;
    const end = start + match[0].length;
    const clause = clauseAround(folded.text, start, end);
    if (!unless.some((excuse) => found(excuse, clause))) return { folded, start, end };
  }
  return undefined;
}

/** What ends a clause: what is said of one part of a text does not excuse the next. */
const BREAK = /[.;:!?,]\s|;|&&|\|\||\b(?:and|then|but|afterwards)\b/g;

function clauseAround(text: string, start: number, end: number): string {
  let from = 0;
  let to = text.length;
  for (const mark of text.matchAll(BREAK)) {
    const markEnd = mark.index + mark[0].length;
    // A match may begin with the break itself ("and delete …").
    if (mark.index <= start) from = markEnd;
    else if (mark.index >= end) {
      to = mark.index;
      break;
    }
  }
  return text.slice(Math.min(from, end), to);
}
