import type { EndStatus } from '../domain/events.ts';
import type { Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { appendLines, readTail } from './safe-file.ts';

/*
 * The marker format: `[START] ISO`, `Task: …`, `[PROGRESS] …`, `[RESULT]` and JSON, and one end marker with its time.
 * Every text in it is one clean line behind a marker, so that no text can pass for a marker.
 */

/** The first lines of an output log. */
export function outputLogHead(task: string, startedAtMs: number): string {
  return `[START] ${new Date(startedAtMs).toISOString()}\nTask: ${cleanLine(task)}\n\n`;
}

/** Appends one progress line. */
export function logProgress(path: string, text: string): Result<void> {
  return appendLines(path, `[PROGRESS] ${cleanLine(text, 500)}\n`);
}

/** How each end is marked. */
export const END_MARKERS: Readonly<Record<EndStatus, string>> = {
  completed: '[COMPLETE]',
  failed: '[FAILED]',
  cancelled: '[CANCELLED]',
  timed_out: '[TIMEOUT]',
  lost: '[FAILED]',
  limit_exceeded: '[FAILED]',
  dependency_failed: '[FAILED]',
};

/** Appends the result and the end marker, unless the log has an end already. */
export function logEnd(path: string, status: EndStatus, endedAtMs: number, result: object): Result<void> {
  const tail = readTail(path, 256);
  if (!tail.ok) return tail;
  if (hasEnd(tail.value))
    return tail.value.endsWith('\n') ? { ok: true, value: undefined } : appendLines(path, '');
  const end = `${END_MARKERS[status]} ${new Date(endedAtMs).toISOString()}`;
  return appendLines(path, `\n[RESULT]\n${JSON.stringify(result, null, 2)}\n\n${end}\n`);
}

/** True if the last line of a log (or of its tail) is an end marker with its time. */
export function hasEnd(log: string): boolean {
  const last = log.trimEnd().split('\n').at(-1) ?? '';
  return /^\[(?:COMPLETE|FAILED|CANCELLED|TIMEOUT)\] \d{4}-\d\d-\d\dT[\d:.]+Z$/.test(last);
}
