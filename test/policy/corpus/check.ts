// Checks the corpus and the second held-out set, and prints counts only, never a text:
// `npx tsx test/policy/corpus/check.ts`.
import { readFileSync } from 'node:fs';
import { loadHeldOut2 } from '../held-out-2/load.ts';
import { type CorpusName, isHeldOut, loadAttempts, loadCorpus } from './split.ts';

interface Entry {
  text: string;
  place: string;
  category: string;
}

const LENGTH_MIN = 10;
const LENGTH_MAX = 200;
/** Texts of the second set that share this much of their words with another text are too much alike. */
const OVERLAP_MAX = 0.6;
const names: CorpusName[] = ['seeds', 'good', 'bad', 'bad-2'];
const second = loadHeldOut2();
const corpus = names.flatMap((name) => toEntries(`${name}.jsonl`, loadCorpus(name, 'all')));
const secondSet = toEntries('../held-out-2/good.jsonl', second);
const lists = ['everyday.txt', 'attempts.txt'].flatMap((name) => toEntries(`../${name}`, readList(name)));

const problems = [
  ...findDuplicates(corpus),
  ...findWrongLengths([...corpus, ...secondSet]),
  ...findBareHiddenCharacters(),
  ...findAlike(secondSet, [...corpus, ...lists]),
  ...findSharedSources(),
];
printCounts();
for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;

function findDuplicates(entries: Entry[]): string[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ text, place }) => {
    const same = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    const first = seen.get(same);
    seen.set(same, first ?? place);
    return first === undefined ? [] : [`${place} says the same as ${first}`];
  });
}

function findWrongLengths(entries: Entry[]): string[] {
  return entries.flatMap(({ text, place, category }) => {
    const length = [...text.trim()].length;
    const fits = length >= LENGTH_MIN && length <= LENGTH_MAX;
    const shouldFit = category !== 'length';
    return fits === shouldFit ? [] : [`${place} has ${length} characters`];
  });
}

// Whoever reads a file must see what its texts hold: controls and invisible characters stand there as JSON escapes.
function findBareHiddenCharacters(): string[] {
  const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
  const paths = [...new Set([...corpus, ...secondSet].map(({ place }) => place.replace(/:\d+$/, '')))];
  return paths.flatMap((path) => {
    const lines = readFileSync(new URL(path, import.meta.url), 'utf8').trimEnd().split('\n');
    return lines.flatMap((line, index) => (hidden.test(line) ? [`${path}:${index + 1} hides a character`] : []));
  });
}

/** Texts that say nearly what an earlier one of their set, or one of `others`, says. */
function findAlike(entries: Entry[], others: Entry[]): string[] {
  const known = others.map((entry) => ({ ...entry, words: wordsOf(entry.text) }));
  return entries.flatMap((entry) => {
    const words = wordsOf(entry.text);
    const alike = known.filter((other) => overlap(words, other.words) >= OVERLAP_MAX);
    known.push({ ...entry, words });
    return alike.map(({ place }) => `${entry.place} says nearly the same as ${place}`);
  });
}

/** The words of a text; of one that is written without spaces, its groups of three letters. */
function wordsOf(text: string): Set<string> {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  if (words.length > 2) {
    const small = /^(a|an|the|of|to|in|on|and|with|is|for|if|that|so|it|when|not|be|by|from|or|at|as|this)$/;
    return new Set(words.filter((word) => !small.test(word)));
  }
  return new Set(Array.from({ length: plain.length - 2 }, (_, start) => plain.slice(start, start + 3)));
}

function overlap(one: Set<string>, other: Set<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}

function findSharedSources(): string[] {
  const seen = new Set(loadCorpus('good', 'all').map(({ source }) => source));
  return second.flatMap(({ source }, index) => {
    const isShared = seen.has(source);
    seen.add(source);
    return isShared ? [`../held-out-2/good.jsonl:${index + 1} has its source in common with another text`] : [];
  });
}

function toEntries(path: string, entries: { text: string; category?: string }[]): Entry[] {
  return entries.map(({ text, category }, index) => ({
    text,
    place: `${path}:${index + 1}`,
    category: category ?? '',
  }));
}

/** A list's texts; the place of each is its number among the texts, not its line. */
function readList(name: string): { text: string }[] {
  const lines = readFileSync(new URL(`../${name}`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('# ')).map((text) => ({ text }));
}

function printCounts(): void {
  printRow('file', 'all', 'tuning', 'held out');
  for (const name of names) {
    const part = (which: 'all' | 'tuning' | 'held-out') => String(loadCorpus(name, which).length);
    printRow(name, part('all'), part('tuning'), part('held-out'));
  }
  const bad = loadAttempts('all');
  for (const category of new Set(bad.map((entry) => entry.category))) {
    const inCategory = bad.filter((entry) => entry.category === category);
    const heldOut = inCategory.filter((entry) => isHeldOut(entry.text)).length;
    const counts = [inCategory.length, inCategory.length - heldOut, heldOut].map(String);
    printRow(`  ${category}`, ...counts);
  }
  printRow('held-out-2 good', String(second.length), '0', String(second.length));
}

function printRow(first: string, ...rest: string[]): void {
  console.log(first.padEnd(22) + rest.map((cell) => cell.padStart(9)).join(''));
}
