import { cleanText } from '../observe/clean.ts';

/**
 * Text of the project or of other people, as a prime may carry it: each line stands behind `| `, so that nothing in it
 * can pass for a line of the prime. What goes beyond `bytesMax` is cut, and a last line says so.
 * @param whereRest what to say of the rest, for example where to read it
 */
export function quoteText(text: string, bytesMax: number, whereRest = 'not shown here'): string {
  const lines = cleanText(text).trimEnd().split('\n');
  const kept: string[] = [];
  let room = bytesMax;
  for (const line of lines) {
    const bytes = Buffer.byteLength(line) + MARK_BYTES;
    if (bytes > room) break;
    kept.push(`| ${line}`);
    room -= bytes;
  }
  const next = lines[kept.length];
  if (next === undefined) return kept.join('\n');
  // A whole line is not dropped for its length alone.
  if (room > PART_BYTES_MIN) kept.push(`| ${headBytes(next, room - MARK_BYTES - 3)}…`);
  const whole = lines.length - kept.length;
  const what =
    whole > 0 ? `${whole} of ${lines.length} ${plural(lines.length, 'line')}` : 'the end of the last line';
  return [...kept, `(cut: ${what} ${whereRest})`].join('\n');
}

/** A list of texts, one quoted line each; what goes beyond `countMax` is left out, and a last line says so. */
export function quoteList(items: readonly string[], countMax: number, countAll = items.length): string {
  const kept = items.slice(0, countMax).map((item) => `| ${cleanText(item).replace(/\s+/g, ' ').trim()}`);
  const missing = countAll - kept.length;
  if (missing <= 0) return kept.join('\n');
  const all = `${countAll} ${countAll === 1 ? 'entry' : 'entries'}`;
  return [...kept, `(cut: ${missing} of ${all} not shown here)`].join('\n');
}

/** The mark and the end of a line. */
const MARK_BYTES = 3;
const PART_BYTES_MIN = 200;

function headBytes(text: string, bytesMax: number): string {
  // Cut in the middle of a character, the last one comes out as a replacement character.
  return Buffer.from(text)
    .subarray(0, bytesMax)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
