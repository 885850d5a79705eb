import type * as z from 'zod';
import { readJsonLines, schemas } from '../corpus/split.ts';

/** An ordinary task, in the form of the corpus. */
export type GoodText = z.infer<typeof schemas.good>;

/** An attempt, in the form of the corpus. */
export type BadText = z.infer<(typeof schemas)['bad-2']>;

/** Reads the ordinary tasks that only judge: none of them is for tuning. Throws on a malformed line. */
export function loadHeldOut2(): GoodText[] {
  return readJsonLines(new URL('./good.jsonl', import.meta.url), schemas.good);
}

/** Reads the attempts that only judge. Throws on a malformed line. */
export function loadHeldOutAttempts(): BadText[] {
  return readJsonLines(new URL('./bad.jsonl', import.meta.url), schemas['bad-2']);
}
