import type { FoldedText } from './fold-text.ts';
import { type CompiledWords, compileWords } from './match-words.ts';
import { holdsNeeded, type NeededWords, neededWords } from './needed-words.ts';
import type { PolicyRule } from './policy.ts';
import { ordersOf } from './read-orders.ts';
import { patternsOf } from './rule-patterns.ts';
import { compilePattern } from './safe-pattern.ts';
import { wordsOf } from './split-words.ts';
import { type WordWeights, weighWords } from './weigh-words.ts';

/** A rule that is ready to search. */
export interface CompiledRule {
  readonly rule: PolicyRule;
  /** False where the reading surely does not match: then the rule need not even be read. */
  readonly mayMatch: (folded: FoldedText) => boolean;
  /** Compiled when it is first searched: a hook searches few rules, and each of them once. */
  readonly parts: () => RuleParts;
}

/** What is known of a rule before it is searched. */
export interface RuleGate {
  readonly mayMatch: (folded: FoldedText) => boolean;
  /** The words that a pattern of the rule needs. */
  readonly neededOf: (pattern: string) => NeededWords;
}

interface RuleParts {
  /** The rule matches when every list has a pattern that matches. The first list gives the words that tripped. */
  readonly needed: readonly (readonly Search[])[];
  readonly onlyWith: readonly Search[];
  readonly unless: readonly Search[];
  readonly words: CompiledWords | undefined;
  readonly weights: WordWeights | undefined;
  /** Patterns do not count in talk about the program. */
  readonly isOrder: boolean;
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

/** The rule, ready to search. A broken pattern throws when it is searched: files are checked before they get here. */
export function compileRule(
  rule: PolicyRule,
  { mayMatch = () => true, neededOf = neededWords }: Partial<RuleGate> = {},
): CompiledRule {
  let known: RuleParts | undefined;
  const parts = () => {
    known ??= compileParts(rule, neededOf);
    return known;
  };
  return { rule, mayMatch, parts };
}

function compileParts(rule: PolicyRule, neededOf: RuleGate['neededOf']): RuleParts {
  return {
    needed: patternsOf(rule).map((choices) => choices.map((pattern) => searchOf(pattern, neededOf(pattern)))),
    onlyWith: (rule.onlyWith ?? []).map((pattern) => searchOf(pattern, [])),
    unless: (rule.unless ?? []).map((pattern) => searchOf(pattern, [])),
    words: rule.words === undefined ? undefined : compileWords(rule),
    weights: rule.weights,
    isOrder: rule.order === true,
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

/** The first place where the rule matches one of the readings and is not excused, or undefined. */
export function matchRule(compiled: CompiledRule, readings: readonly FoldedText[]): RuleMatch | undefined {
  for (const folded of readings) {
    if (!compiled.mayMatch(folded)) continue;
    const parts = compiled.parts();
    const match = matchParts(parts, folded);
    if (match !== undefined && hasCompany(parts, folded)) return match;
  }
  return undefined;
}

function matchParts(parts: RuleParts, folded: FoldedText): RuleMatch | undefined {
  if (parts.words !== undefined) return matchWords(parts.words, parts, folded);
  if (parts.weights === undefined) return matchPatterns(parts, folded);
  const span = weighWords(wordsOf(folded), parts.weights);
  return span === undefined ? undefined : { folded, ...span };
}

function hasCompany({ onlyWith }: RuleParts, folded: FoldedText): boolean {
  return onlyWith.length === 0 || onlyWith.some((search) => found(search, folded.text));
}

function matchWords(words: CompiledWords, { unless }: RuleParts, folded: FoldedText): RuleMatch | undefined {
  const span = words(wordsOf(folded)).find(({ start, end }) => !isExcused(folded, start, end, unless));
  return span === undefined ? undefined : { folded, ...span };
}

function matchPatterns(parts: RuleParts, folded: FoldedText): RuleMatch | undefined {
  const [first, ...others] = parts.needed;
  if (first === undefined) return undefined;
  if (!others.every((choices) => choices.some((search) => found(search, folded.text)))) return undefined;
  for (const search of first) {
    const match = firstUnexcused(search, folded, parts);
    if (match !== undefined) return match;
  }
  return undefined;
}

function isExcused(folded: FoldedText, start: number, end: number, unless: readonly Search[]): boolean {
  if (unless.length === 0) return false;
  const clause = clauseAround(folded.text, start, end);
  return unless.some((excuse) => found(excuse, clause));
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
  { unless, isOrder }: RuleParts,
): RuleMatch | undefined {
  if (!holdsNeeded(words, folded.text)) return undefined;
  for (const match of folded.text.matchAll(regexp())) {
    const start = match.index;
    const end = start + match[0].length;
    if (isOrder && isTalkAt(folded, start)) continue;
    if (!isExcused(folded, start, end, unless)) return { folded, start, end };
  }
  return undefined;
}

/** Whether what begins here is talk about the program. */
function isTalkAt(folded: FoldedText, start: number): boolean {
  const text = wordsOf(folded);
  const at = text.words.findIndex((word) => word.end > start);
  return ordersOf(text).isTalk[at] ?? false;
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
