import type { PolicyRule } from '../policy.ts';

/** What a text must be to be a task at all: it names work, or it is a sentence in any language. */
export const APPROVED_RULES: readonly PolicyRule[] = [
  {
    id: 'approved.work',
    category: 'approval',
    words: [
      (
        'analyse, analyze, research, identify, investigate, find, explore, compare, evaluate, profile, ' +
        'measure, implement, add, create, build, develop, write, support, introduce, extend, optimise, ' +
        'optimize, improve, refactor, simplify, rename, move, migrate, upgrade, update, convert, port, ' +
        'replace, remove, fix, repair, resolve, handle, review, audit, check, conduct, inspect, test, ' +
        'verify, validate, cover, document, describe, explain, summarise, summarize, coordinate, manage, ' +
        'plan, design, prepare, release, run, make, allow, use, show, ensure, clean, set up, modernize, ' +
        'generate, execute, report, start'
      ).split(', '),
    ],
    why: 'The text names a kind of work.',
    examples: { match: ['identify performance bottlenecks in database queries'] },
  },
  {
    id: 'approved.sentence',
    category: 'approval',
    any: [
      // Two words of three letters or more …
      "\\p{L}[\\p{L}\\p{M}'-]{2,}.*[^\\p{L}]\\p{L}[\\p{L}\\p{M}'-]{2,}",
      // … or a run of a script that writes without spaces.
      '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]{5}',
    ],
    why: 'The text reads as a sentence.',
    examples: { match: ['Speicherleck im Verbindungspool beheben'] },
  },
];
