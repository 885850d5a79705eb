import type { Span, Words } from './split-words.ts';

/** How much each word speaks for an attempt (above 0) or for an ordinary task (below), and what a text begins with. */
export interface WordWeights {
  readonly bias: number;
  /** `stem=weight`, separated by spaces. */
  readonly weights: string;
}

/** The part of a text that weighs most, where its words together weigh more than nothing; else undefined. */
export function weighWords({ words }: Words, { bias, weights }: WordWeights): Span | undefined {
  const known = tableOf(weights);
  const seen = new Set<string>();
  const heavy: (Span & { readonly weight: number })[] = [];
  let sum = bias;
  for (const { text, start, end } of words) {
    const stem = weightStem(text);
    const weight = seen.has(stem) ? 0 : (known.get(stem) ?? 0);
    seen.add(stem);
    sum += weight;
    if (weight > 0) heavy.push({ start, end, weight });
  }
  if (sum <= 0) return undefined;
  const [first, second = first] = heavy.sort((a, b) => b.weight - a.weight);
  if (first === undefined || second === undefined) return undefined;
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
}

/** What the forms of a word have in common: `tests`, `testing` and `tested` weigh the same. */
export function weightStem(word: string): string {
  for (const ending of ['ing', 'ed', 'es', 's', 'e']) {
    if (word.length > ending.length + 3 && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

function tableOf(weights: string): ReadonlyMap<string, number> {
  if (weights !== known.weights) known = { weights, table: readTable(weights) };
  return known.table;
}

/** The table that was read last: every text is weighed by the same. */
let known: { readonly weights: string; readonly table: ReadonlyMap<string, number> } = {
  weights: '',
  table: new Map(),
};

function readTable(weights: string): ReadonlyMap<string, number> {
  const entries = weights.split(/\s+/).map((entry) => {
    const at = entry.lastIndexOf('=');
    return [entry.slice(0, at), Number(entry.slice(at + 1))] as const;
  });
  return new Map(entries);
}
