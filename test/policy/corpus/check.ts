// Checks the corpus and prints counts only, never a text: `npx tsx test/policy/corpus/check.ts`.
import { readFileSync } from 'node:fs';
import { type CorpusName, isHeldOut, loadCorpus } from './split.ts';

const LENGTH_MIN = 10;
const LENGTH_MAX = 200;
const names: CorpusName[] = ['seeds', 'good', 'bad'];

const problems = [...findDuplicates(), ...findWrongLengths(), ...findBareHiddenCharacters()];
printCounts();
for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;

function findDuplicates(): string[] {
  const seen = new Map<string, string>();
  return everyEntry().flatMap(({ text, place }) => {
    const same = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    const first = seen.get(same);
    seen.set(same, first ?? place);
    return first === undefined ? [] : [`${place} says the same as ${first}`];
  });
}

function findWrongLengths(): string[] {
  return everyEntry().flatMap(({ text, place, category }) => {
    const length = [...text.trim()].length;
    const fits = length >= LENGTH_MIN && length <= LENGTH_MAX;
    const shouldFit = category !== 'length';
    return fits === shouldFit ? [] : [`${place} has ${length} characters`];
  });
}

// Whoever reads a file must see what its texts hold: controls and invisible characters stand there as JSON escapes.
function findBareHiddenCharacters(): string[] {
  const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
  return names.flatMap((name) => {
    const lines = readFileSync(new URL(`./${name}.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    return lines.flatMap((line, index) =>
      hidden.test(line) ? [`${name}.jsonl:${index + 1} hides a character`] : [],
    );
  });
}

function everyEntry(): { text: string; place: string; category: string }[] {
  return names.flatMap((name) =>
    loadCorpus(name, 'all').map((entry, index) => ({
      text: entry.text,
      place: `${name}.jsonl:${index + 1}`,
      category: 'category' in entry ? entry.category : '',
    })),
  );
}

function printCounts(): void {
  printRow('file', 'all', 'tuning', 'held out');
  for (const name of names) {
    const part = (which: 'all' | 'tuning' | 'held-out') => String(loadCorpus(name, which).length);
    printRow(name, part('all'), part('tuning'), part('held-out'));
  }
  const bad = loadCorpus('bad', 'all');
  for (const category of new Set(bad.map((entry) => entry.category))) {
    const inCategory = bad.filter((entry) => entry.category === category);
    const heldOut = inCategory.filter((entry) => isHeldOut(entry.text)).length;
    const counts = [inCategory.length, inCategory.length - heldOut, heldOut].map(String);
    printRow(`  ${category}`, ...counts);
  }
}

function printRow(first: string, ...rest: string[]): void {
  console.log(first.padEnd(22) + rest.map((cell) => cell.padStart(9)).join(''));
}
