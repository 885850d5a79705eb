import type { PhraseWord } from './split-words.ts';

/**
 * Finds the few rules of words whose words a text holds, without touching the others. A rule is a list of groups; it
 * can match only where each group has a phrase whose words the text has. Many rules share a group, so that each group
 * is kept once.
 */
export interface WordIndex {
  /** The groups that must be met, for each rule; none where nothing can be told without the rule. */
  readonly groupsOf: readonly (readonly number[])[];
  /** Lines of `word TAB groups`, each behind a newline. */
  readonly whole: string;
  /** The same for words of which only the beginning counts. */
  readonly open: string;
}

/** Indexes rules. `undefined` stands for a rule that is not made of words. */
export function buildWordIndex(
  rules: readonly (readonly (readonly (readonly PhraseWord[])[])[] | undefined)[],
): WordIndex {
  const whole = new Map<string, Set<number>>();
  const open = new Map<string, Set<number>>();
  const known = new Map<string, number>();
  const groupOf = (phrases: readonly (readonly PhraseWord[])[]): number => {
    const key = JSON.stringify(phrases);
    const group = known.get(key) ?? known.size;
    known.set(key, group);
    for (const words of phrases) {
      const { text, isOpen } = mostTelling(words);
      const groups = isOpen ? open : whole;
      groups.set(text, (groups.get(text) ?? new Set()).add(group));
    }
    return group;
  };
  // A phrase without a word stands everywhere, so its group tells nothing.
  const isTelling = (phrases: readonly (readonly PhraseWord[])[]) =>
    phrases.every((words) => words.length > 0);
  const groupsOf = rules.map((rule) => [...new Set((rule ?? []).filter(isTelling).map(groupOf))]);
  return { groupsOf, whole: toLines(whole), open: toLines(open) };
}

/** The rules that a text of these words may match: all of whose groups are met, and those of which nothing is known. */
export function findRules(
  { groupsOf, whole, open }: WordIndex,
  words: ReadonlySet<string>,
): ReadonlySet<number> {
  const met = new Set<number>();
  for (const word of words) {
    addGroups(met, whole, word);
    for (let length = 1; length <= word.length; length++) addGroups(met, open, word.slice(0, length));
  }
  const found = new Set<number>();
  groupsOf.forEach((groups, rule) => {
    if (groups.every((group) => met.has(group))) found.add(rule);
  });
  return found;
}

/** The longest word of a phrase is in the fewest texts. */
function mostTelling(words: readonly PhraseWord[]): PhraseWord {
  return words.reduce((best, word) => (word.text.length > best.text.length ? word : best));
}

function toLines(groups: ReadonlyMap<string, ReadonlySet<number>>): string {
  const lines = [...groups].map(([word, at]) => `\n${word}\t${[...at].join(',')}`);
  return `${lines.join('')}\n`;
}

function addGroups(met: Set<number>, lines: string, word: string): void {
  const line = lines.indexOf(`\n${word}\t`);
  if (line === -1) return;
  const from = line + word.length + 2;
  for (const group of lines.slice(from, lines.indexOf('\n', from)).split(',')) met.add(Number(group));
}
