import type { PolicyRule } from './policy.ts';
import { ordersOf } from './read-orders.ts';
import { type PhraseWord, type Span, splitPhrase, type Word, type Words } from './split-words.ts';

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
  const isOrder = rule.order === true;
  const reach: Reach = {
    gap: rule.gap ?? WORDS_GAP_DEFAULT,
    isOrder,
    endsThing: isOrder && rule.loose !== true,
  };
  return (text) => {
    if (rule.notInEnglish === true && text.words.some((word) => ENGLISH.has(word.text))) return [];
    return orders.flatMap((order) => spansOf(text, order, reach));
  };
}

interface Group {
  readonly phrases: Phrases;
  /** The group does not count right before one of these. */
  readonly notBefore?: Phrases;
}

function spansOf(text: Words, groups: readonly Group[], reach: Reach): readonly Span[] {
  const [first, ...others] = groups;
  if (first === undefined) return [];
  const spans: Span[] = [];
  for (let at = 0; at < text.words.length; at++) {
    if (reach.isOrder && ordersOf(text).isOrder[at] !== true) continue;
    const readings = reach.isOrder ? ordersOf(text).readings : [text];
    const lengths = readings.flatMap((reading) => lengthsOf(first, reading, at));
    for (const length of lengths) {
      const end = endOfRest(text, at + length, others, reach);
      const [from, to] = [text.words[at], text.words[(end ?? 0) - 1]];
      if (end === undefined || from === undefined || to === undefined) continue;
      spans.push({ start: from.start, end: to.end });
      break;
    }
  }
  return spans;
}

interface Reach {
  readonly gap: number;
  readonly isOrder: boolean;
  /** The last group must end its thing. */
  readonly endsThing: boolean;
}

/** The index behind the last group, or undefined where a group does not follow in time. */
function endOfRest(text: Words, from: number, groups: readonly Group[], reach: Reach): number | undefined {
  const [next, ...rest] = groups;
  if (next === undefined) return reach.endsThing && !endsThing(text, from) ? undefined : from;
  for (let at = from; at <= from + reach.gap && at < text.words.length; at++) {
    const word = text.words[at]?.text ?? '';
    if (text.words[at]?.opens === 'sentence') return undefined;
    for (const length of lengthsOf(next, text, at)) {
      const end = endOfRest(text, at + length, rest, reach);
      if (end !== undefined) return end;
    }
    if (CLAUSE_OPENERS.has(word)) return undefined;
  }
  return undefined;
}

/** Whether the thing ends before this place: "password" is another thing in "password reset form". */
function endsThing(text: Words, at: number): boolean {
  const word = text.words[at];
  if (word === undefined || word.opens !== 'nothing') return true;
  if (/[^\s_-]/.test(text.text.slice(text.words[at - 1]?.end, word.start))) return true;
  return BEHIND_THINGS.has(word.text) || /(?:ly|[^e]ed)$/.test(word.text);
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

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const CLAUSE_OPENERS = wordSet(
  'that which when if how whether because unless while who whose where why before after instead never not',
);

/** What may stand right behind a thing without being a part of its name. */
const BEHIND_THINGS = wordSet(`
  in on at for from to into onto with without about by via over under through during against between within inside behind before after like than as of off out up
  and or but so then please now again today tonight tomorrow here there too also first next once forever instead anyway everywhere away back down
  that which who when while where if because until unless whenever since is are was were be been has have had do does can could will would should must may might
  i you we they he she it its my your our his her their the a an this these those all any every each some no not
  file files folder folders directory value values content contents data dump dumps kept found left stored lying itself themselves yourself older newer one by
  asap pls thanks thx later soon immediately per hidden written given shown below above inside work works`);

/** Function words that no other language of the rules has: a text with one of them is English. */
const ENGLISH = wordSet(
  'the and of with when to from this that it its should where fix add our not which by win over only beats are is for',
);
