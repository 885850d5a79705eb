import { cleanText } from '../observe/clean.ts';

/**
 * Text of the project or of other people, as a prime may carry it: each line stands behind `| `, so that nothing in it
 * can pass for a line of the prime. What goes beyond `bytesMax` is cut, and a last line says so.
 */
export function quoteText(text: string, bytesMax: number): string {
  const lines = cleanText(text).trimEnd().split('\n');
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    const quoted = `| ${line}`;
    bytes += Buffer.byteLength(quoted) + 1;
    if (bytes > bytesMax) break;
    kept.push(quoted);
  }
  const missing = lines.length - kept.length;
  return missing === 0 ? kept.join('\n') : [...kept, cutLine(missing, lines.length, 'line')].join('\n');
}

/** A list of texts, one quoted line each; what goes beyond `countMax` is left out, and a last line says so. */
export function quoteList(items: readonly string[], countMax: number, countAll = items.length): string {
  const kept = items.slice(0, countMax).map((item) => `| ${cleanText(item).replace(/\s+/g, ' ').trim()}`);
  const missing = countAll - kept.length;
  return missing <= 0 ? kept.join('\n') : [...kept, cutLine(missing, countAll, 'entry')].join('\n');
}

function cutLine(missing: number, all: number, what: 'line' | 'entry'): string {
  const plural = what === 'line' ? 'lines' : 'entries';
  return `(cut: ${missing} of ${all} ${all === 1 ? what : plural} not shown here)`;
}
