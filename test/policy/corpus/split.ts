import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';

/** Which texts to load: those that rules may be tuned on, those that only judge them, or both. */
export type CorpusPart = 'tuning' | 'held-out' | 'all';

/** One of the files beside this one. */
export type CorpusName = keyof typeof schemas;

/** One line of the named file. */
export type CorpusEntry<N extends CorpusName> = z.infer<(typeof schemas)[N]>;

const agent = z.enum(['researcher', 'coder', 'reviewer', 'tester', 'documenter', 'orchestrator']);

const bad = z.strictObject({
  text: z.string(),
  agent,
  category: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  expect: z.literal('refuse'),
  why: z.string().min(1),
});

/** The form of a line of each file. */
export const schemas = {
  seeds: z.strictObject({
    text: z.string(),
    agent: agent.nullable(),
    source: z.string(),
    form: z.enum(['command', 'prompt', 'assignment']),
    expect: z.literal('accept'),
  }),
  good: z.strictObject({
    text: z.string(),
    agent,
    source: z.string().regex(/^[\w.-]+\/[\w.-]+#\d+$/),
    expect: z.literal('accept'),
  }),
  bad,
  // With the public report, technique or collection that the attempt is modelled on.
  'bad-2': bad.extend({ source: z.string().min(1) }),
};

/**
 * Whether a text belongs to the third that only judges rules. Depends on nothing but the text (its exact UTF-8
 * bytes), so adding or moving lines never moves a text from one part to the other.
 */
export function isHeldOut(text: string): boolean {
  return createHash('sha256').update(text, 'utf8').digest().readUInt32BE(0) % 3 === 0;
}

/**
 * Reads one part of a corpus file, in the order of its lines. The seeds are requirements, all of them known to
 * whoever writes rules: none of them is held out. Throws where a line is not of the file's form.
 */
export function loadCorpus<N extends CorpusName>(name: N, part: CorpusPart): CorpusEntry<N>[] {
  const entries = readEntries(name);
  if (part === 'all') {
    return entries;
  }
  const wantHeldOut = part === 'held-out';
  return entries.filter((entry) => (name !== 'seeds' && isHeldOut(entry.text)) === wantHeldOut);
}

/** Both files of attempts. */
export function loadAttempts(part: CorpusPart): CorpusEntry<'bad'>[] {
  return [...loadCorpus('bad', part), ...loadCorpus('bad-2', part)];
}

function readEntries<N extends CorpusName>(name: N): CorpusEntry<N>[] {
  return readJsonLines(new URL(`./${name}.jsonl`, import.meta.url), schemas[name]) as CorpusEntry<N>[];
}

/** Reads a file of one JSON value a line, in the order of its lines. Throws where a line is not of that form. */
export function readJsonLines<S extends z.ZodType>(url: URL, schema: S): z.infer<S>[] {
  const lines = readFileSync(url, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`${basename(url.pathname)}:${index + 1} is not a corpus line`, { cause });
    }
  });
}
