import * as z from 'zod';
import { readJsonLines, schemas } from '../corpus/split.ts';

const bad = schemas.bad.extend({ source: z.string().min(1) });

/** An ordinary task, in the form of the corpus. */
export type GoodText = z.infer<typeof schemas.good>;

/** An attempt, in the form of the corpus, with the public report, technique or collection it is modelled on. */
export type BadText = z.infer<typeof bad>;

/** Reads the second held-out set: all of it judges, none of it is for tuning. Throws on a malformed line. */
export function loadHeldOut2(): { good: GoodText[]; bad: BadText[] } {
  return {
    good: readJsonLines(new URL('./good.jsonl', import.meta.url), schemas.good),
    bad: readJsonLines(new URL('./bad.jsonl', import.meta.url), bad),
  };
}
