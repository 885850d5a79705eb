import type { PolicyRule } from './policy.ts';
import { type PhraseWord, splitPhrase, type Word, type Words } from './split-words.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A `words` rule, ready to search. */
export type CompiledWords = (text: Words) => readonly Span[];

/** Words that may stand between two groups of a `words` rule when the rule sets no `gap`. */
export const WORDS_GAP_DEFAULT = 3;

/** Compiles the groups once; a search then only compares words. */
export function compileWords(rule: PolicyRule): CompiledWords {
  const groups: Group[] = (rule.words ?? []).map((phrases) => ({ phrases: compilePhrases(phrases) }));
  const last = groups.pop();
  if (last !== undefined) {
    groups.push(rule.notBefore === undefined ? last : { ...last, notBefore: compilePhrases(rule.notBefore) });
  }
  const orders = rule.inAnyOrder === true ? [groups, groups.toReversed()] : [groups];
  const gap = rule.gap ?? WORDS_GAP_DEFAULT;
  return (text) => {
    if (rule.notInEnglish === true && text.words.some((word) => ENGLISH.has(word.text))) return [];
    return orders.flatMap((order) => spansOf(text, order, gap, rule.order === true));
  };
}

interface Group {
  readonly phrases: Phrases;
  /** The group does not count right before one of these. */
  readonly notBefore?: Phrases;
}

function spansOf(text: Words, groups: readonly Group[], gap: number, isOrder: boolean): readonly Span[] {
  const [first, ...others] = groups;
  if (first === undefined) return [];
  const spans: Span[] = [];
  for (let at = 0; at < text.words.length; at++) {
    const lengths = lengthsOf(first, text, at);
    if (lengths.length === 0 || (isOrder && !canOrder(text, at))) continue;
    for (const length of lengths) {
      const end = endOfRest(text, at + length, others, gap);
      const [from, to] = [text.words[at], text.words[(end ?? 0) - 1]];
      if (end === undefined || from === undefined || to === undefined) continue;
      spans.push({ start: from.start, end: to.end });
      break;
    }
  }
  return spans;
}

/** The index behind the last group, or undefined where a group does not follow in time. */
function endOfRest(text: Words, from: number, groups: readonly Group[], gap: number): number | undefined {
  const [next, ...rest] = groups;
  if (next === undefined) return from;
  for (let at = from; at <= from + gap && at < text.words.length; at++) {
    if (text.words[at]?.opens === 'sentence') return undefined;
    for (const length of lengthsOf(next, text, at)) {
      const end = endOfRest(text, at + length, rest, gap);
      if (end !== undefined) return end;
    }
    if (CLAUSE_OPENERS.has(text.words[at]?.text ?? '')) return undefined;
  }
  return undefined;
}

/** How many words each phrase of the group takes that stands at `at` and counts there, the longest first. */
function lengthsOf({ phrases, notBefore }: Group, text: Words, at: number): readonly number[] {
  const lengths = lengthsAt(phrases, text, at);
  if (notBefore === undefined) return lengths;
  return lengths.filter((length) => {
    const isPartOfName =
      text.words[at + length]?.opens === 'nothing' && lengthsAt(notBefore, text, at + length).length > 0;
    return !isPartOfName;
  });
}

/** Phrases by their first word; open words (`delet*`) apart. */
interface Phrases {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly open: readonly Phrase[];
}

interface Phrase {
  readonly words: readonly PhraseWord[];
}

function compilePhrases(phrases: readonly string[]): Phrases {
  const byFirst = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of phrases) {
    const words = splitPhrase(phrase);
    const [first] = words;
    if (first === undefined || first.isOpen) {
      open.push({ words });
      continue;
    }
    const same = byFirst.get(first.text);
    if (same === undefined) byFirst.set(first.text, [{ words }]);
    else same.push({ words });
  }
  return { byFirst, open };
}

/** How many words each phrase that stands at `at` takes, the longest first. */
function lengthsAt(phrases: Phrases, text: Words, at: number): readonly number[] {
  const first = text.words[at]?.text;
  if (first === undefined) return [];
  const fitting = [...(phrases.byFirst.get(first) ?? []), ...phrases.open].filter(({ words }) =>
    words.every((word, index) => fits(word, text.words[at + index])),
  );
  return [...new Set(fitting.map(({ words }) => words.length))].sort((a, b) => b - a);
}

function fits(wanted: PhraseWord, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return wanted.isOpen ? word.text.startsWith(wanted.text) : word.text === wanted.text;
}

/** "users delete …", "the delete …" and "soft delete" order nothing; a word that is also a noun must open its clause. */
function canOrder(text: Words, at: number): boolean {
  const word = text.words[at];
  const before = text.words[at - 1]?.text;
  if (word === undefined || before === undefined || word.opens !== 'nothing') return true;
  if (NO_ORDER_BEHIND.has(before)) return isMadeTo(text, at);
  return !ALSO_NOUNS.has(word.text) || ORDER_BEHIND.has(before) || before.endsWith('ly');
}

/** "let the app report …" orders after all. */
function isMadeTo(text: Words, at: number): boolean {
  return text.words
    .slice(Math.max(0, at - 3), at)
    .some(
      (word) => /^(?:let|make|have)$/.test(word.text) && !/user|people/.test(text.words[at - 1]?.text ?? ''),
    );
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const CLAUSE_OPENERS = wordSet(
  'that which when if how whether because unless while who whose where why before after instead never not',
);

const NO_ORDER_BEHIND = wordSet(
  'user users admin admins people they client clients who customer customers visitor visitors guests members developers nobody ' +
    "server app browser cannot can't never don't doesn't won't shouldn't not no the a an of on for in per soft bulk lazy cascade its 's non",
);

const ORDER_BEHIND = wordSet(
  'and then to please pls also just first next finally now you must should shall can could would will i we or but do go ahead ' +
    "let's lets let kindly always it that which me there this here so again once afterwards by try start begin agent script readme them",
);

const ALSO_NOUNS = wordSet(
  'list show copy report log use test access display record set change update check run start build release print export import commit ' +
    'push patch query dump drop lock cover monitor post mail email share stream mirror archive zip view look search find move load save ' +
    'store put place work map scan probe attack flood hack exploit sync backup store export link mount open close hand pass return call',
);

/** Function words that no other language of the rules has: a text with one of them is English. */
const ENGLISH = wordSet(
  'the and of with when to from this that it its should where fix add our not which by win over only beats are is for',
);
