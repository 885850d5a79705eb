import { readFileSync } from 'node:fs';
import { foldText } from '../../src/policy/fold-text.ts';
import { splitIntoWords } from '../../src/policy/split-words.ts';
import { type WordWeights, weightStem } from '../../src/policy/weigh-words.ts';
import { loadAttempts, loadCorpus } from './corpus/split.ts';

/** Where the fitted weights are kept. */
export const FITTED_FILE = new URL('../../src/policy/rules/word-weights.ts', import.meta.url);

interface Sample {
  readonly stems: readonly string[];
  readonly isAttempt: boolean;
  /** One of the ordinary tasks that were taken as they came: they set how much weight is too much. */
  readonly isReal: boolean;
}

/**
 * Fits the weights by logistic regression. The bias is set so that of the real ordinary tasks, each judged by weights
 * that were fitted without it, at most `REAL_ABOVE_MAX` weigh too much.
 * @param isUsed says which texts to fit to, so that the others can judge
 */
export function fitWeights(isUsed: (text: string) => boolean = () => true): WordWeights {
  const samples = readSamples(isUsed);
  const scores = Array.from({ length: FOLDS }, (_, fold) => {
    const model = regress(samples.filter((_sample, at) => at % FOLDS !== fold));
    return samples
      .filter((sample, at) => at % FOLDS === fold && sample.isReal)
      .map(({ stems }) => score(model, stems));
  });
  const sorted = scores.flat().sort((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * (1 - REAL_ABOVE_MAX))] ?? 0;
  const { bias, weights } = regress(samples);
  const entries = [...weights]
    .map(([stem, weight]) => [stem, Math.round(weight * SCALE)] as const)
    .filter(([, weight]) => Math.abs(weight) >= WEIGHT_MIN)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    bias: Math.round((bias - most) * SCALE),
    weights: entries.map((entry) => entry.join('=')).join(' '),
  };
}

const FOLDS = 4;
const REAL_ABOVE_MAX = 0.015;
/** Weights are kept as whole numbers, and small ones not at all. */
const SCALE = 10;
const WEIGHT_MIN = 2;

/** The file that keeps weights. */
export function toSource({ bias, weights }: WordWeights): string {
  const lines = weights.replace(/(.{1,118})(?: |$)/g, '  $1\n');
  return `import type { WordWeights } from '../weigh-words.ts';

/** Fitted to the texts in test/policy by \`npm run weights\`; not to be edited. */
export const WORD_WEIGHTS: WordWeights = {
  bias: ${bias},
  weights: \`
${lines}  \`.trim(),
};
`;
}

function readSamples(isUsed: (text: string) => boolean): readonly Sample[] {
  const sample = (text: string, isAttempt: boolean, isReal: boolean): Sample[] => {
    if (!isUsed(text)) return [];
    const [folded] = foldText(text);
    const stems = splitIntoWords(folded?.text ?? '').words.map((word) => weightStem(word.text));
    return [{ stems: [...new Set(stems)].filter((stem) => !TELLS_NOTHING.test(stem)), isAttempt, isReal }];
  };
  return [
    ...loadCorpus('seeds', 'all').flatMap(({ text }) => sample(text, false, true)),
    ...loadCorpus('good', 'all').flatMap(({ text }) => sample(text, false, true)),
    ...linesOf('everyday.txt').flatMap((text) => sample(text, false, false)),
    ...loadAttempts('all')
      .filter(({ category }) => !NOT_BY_WORDS.includes(category))
      .flatMap(({ text }) => sample(text, true, false)),
    ...linesOf('attempts.txt').flatMap((text) => sample(text, true, false)),
  ];
}

/** Numbers, and words that every sentence has: what they weigh is chance, and naming them would explain nothing. */
const TELLS_NOTHING =
  /^(?:\d+|\w|an|and|or|of|in|on|at|to|for|from|with|by|as|is|are|be|was|it|its|so|that|this|these|those|into|there|the|then|than|but|if|not|no|just|only|very|up|out|off|do|doe|don't|can|will|would|should|have|ha|get|make|let|set|put|use|add|also|when|which|who|what|we|they|i)$/;

/** These are told by their characters. */
const NOT_BY_WORDS = [
  'hidden-characters',
  'homoglyphs',
  'control-characters',
  'ansi',
  'secret-in-text',
  'length',
];

/** One text a line; `# …` names a group. */
export function linesOf(name: string): readonly string[] {
  const lines = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('# '));
}

interface Model {
  bias: number;
  readonly weights: Map<string, number>;
}

const STEPS = 250;
const DECAY = 1;
const RATE = 0.5;

/** Logistic regression with weight decay, by AdaGrad. Stems that stand in one text only tell nothing of others. */
function regress(samples: readonly Sample[]): Model {
  const counts = new Map<string, number>();
  for (const { stems } of samples) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const places = new Map([...counts].filter(([, count]) => count > 1).map(([stem], at) => [stem, at]));
  const rows = samples.map(({ stems }) => stems.flatMap((stem) => places.get(stem) ?? []));
  const weights = new Float64Array(places.size);
  const squares = new Float64Array(places.size).fill(0.01);
  let [bias, biasSquare] = [0, 0.01];
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((weight) => DECAY * weight);
    let biasSlope = 0;
    rows.forEach((row, at) => {
      const sum = row.reduce((total, place) => total + (weights[place] ?? 0), bias);
      const error = 1 / (1 + Math.exp(-sum)) - (samples[at]?.isAttempt === true ? 1 : 0);
      biasSlope += error;
      for (const place of row) slopes[place] = (slopes[place] ?? 0) + error;
    });
    slopes.forEach((slope, place) => {
      squares[place] = (squares[place] ?? 0) + slope ** 2;
      weights[place] = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(squares[place] ?? 1);
    });
    biasSquare += biasSlope ** 2;
    bias -= (RATE * biasSlope) / Math.sqrt(biasSquare);
  }
  return { bias, weights: new Map([...places].map(([stem, place]) => [stem, weights[place] ?? 0])) };
}

function score({ bias, weights }: Model, stems: readonly string[]): number {
  return stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), bias);
}
