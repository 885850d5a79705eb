import { cleanLine } from './clean.ts';

/** What waits for a line of a command's output. It belongs to the one who watches: `watchLines` changes it in place. */
export interface LineWatch {
  readonly pattern: RegExp;
  /** Lines that were not looked at yet. */
  pending: readonly string[];
  spentMs: number;
  /** The line that fits, cleaned; null until there is one. */
  match: string | null;
}

/** A watch for the first line that fits. The pattern was checked when the task was submitted. */
export function createLineWatch(pattern: string): LineWatch {
  return { pattern: new RegExp(pattern, 'u'), pending: [], spentMs: 0, match: null };
}

/** Longer lines are looked at as far as this: what a search can cost grows with them. */
const LINE_CHARS_MAX = 300;
/** What one look may take: other workers wait meanwhile. */
const SLICE_MS = 50;
/** What all looks together may take. */
const TOTAL_MS = 30_000;

/**
 * Looks for a line that fits among those that wait and the new ones, for as long as one look may take. The rest waits for
 * the next one.
 * @param nowMs a clock that only goes forward
 * @returns `watching`, `matched`, or `spent`: the pattern took too long, and the watch is over
 */
export function watchLines(
  watch: LineWatch,
  lines: readonly string[],
  nowMs: () => number,
): 'watching' | 'matched' | 'spent' {
  if (watch.match !== null) return 'matched';
  if (watch.spentMs > TOTAL_MS) return 'spent';
  const all = watch.pending.length === 0 ? lines : [...watch.pending, ...lines];
  const startedAt = nowMs();
  let at = 0;
  for (let spent = 0; at < all.length && spent < SLICE_MS; at++, spent = nowMs() - startedAt) {
    const text = cleanLine(all[at] ?? '', LINE_CHARS_MAX);
    if (!watch.pattern.test(text)) continue;
    watch.match = text;
    watch.pending = [];
    return 'matched';
  }
  watch.pending = all.slice(at);
  watch.spentMs += nowMs() - startedAt;
  return 'watching';
}
