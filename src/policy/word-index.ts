import type { PhraseWord } from './split-words.ts';

/**
 * Finds the few rules of words whose words a text holds, without touching the others. A rule is a list of groups; it
 * can match only where each group has a phrase whose words the text has.
 */
export interface WordIndex {
  /** How many groups of each rule must be met; 0 where nothing can be told without the rule. */
  readonly groups: readonly number[];
  /** Lines of `word TAB places`, each behind a newline; a place is `rule.group`. */
  readonly whole: string;
  /** The same for words of which only the beginning counts. */
  readonly open: string;
}

/** Indexes rules. `undefined` stands for a rule that is not made of words. */
export function buildWordIndex(
  rules: readonly (readonly (readonly (readonly PhraseWord[])[])[] | undefined)[],
): WordIndex {
  const whole = new Map<string, Set<string>>();
  const open = new Map<string, Set<string>>();
  const groups = rules.map((rule, at) => {
    let counted = 0;
    for (const phrases of rule ?? []) {
      // A phrase without a word stands everywhere, so its group tells nothing.
      if (phrases.some((words) => words.length === 0)) continue;
      for (const words of phrases) {
        const { text, isOpen } = mostTelling(words);
        const places = isOpen ? open : whole;
        places.set(text, (places.get(text) ?? new Set()).add(`${at}.${counted}`));
      }
      counted += 1;
    }
    return counted;
  });
  return { groups, whole: toLines(whole), open: toLines(open) };
}

/** The rules that a text of these words may match: all of whose groups are met, and those of which nothing is known. */
export function findRules(
  { groups, whole, open }: WordIndex,
  words: ReadonlySet<string>,
): ReadonlySet<number> {
  const met = new Set<string>();
  for (const word of words) {
    addPlaces(met, whole, word);
    for (let length = 1; length <= word.length; length++) addPlaces(met, open, word.slice(0, length));
  }
  const metGroups = new Map<number, number>();
  for (const place of met) {
    const rule = Number(place.slice(0, place.indexOf('.')));
    metGroups.set(rule, (metGroups.get(rule) ?? 0) + 1);
  }
  const found = new Set<number>();
  groups.forEach((count, rule) => {
    if (count === (metGroups.get(rule) ?? 0)) found.add(rule);
  });
  return found;
}

/** The longest word of a phrase is in the fewest texts. */
function mostTelling(words: readonly PhraseWord[]): PhraseWord {
  return words.reduce((best, word) => (word.text.length > best.text.length ? word : best));
}

function toLines(places: ReadonlyMap<string, ReadonlySet<string>>): string {
  const lines = [...places].map(([word, at]) => `\n${word}\t${[...at].join(',')}`);
  return `${lines.join('')}\n`;
}

function addPlaces(met: Set<string>, lines: string, word: string): void {
  const line = lines.indexOf(`\n${word}\t`);
  if (line === -1) return;
  const from = line + word.length + 2;
  for (const place of lines.slice(from, lines.indexOf('\n', from)).split(',')) met.add(place);
}
