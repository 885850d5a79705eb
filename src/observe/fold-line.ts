import { createCommandFold, foldCommandLines } from './command-fold.ts';
import type { Redactor } from './redact.ts';
import type { StreamFold } from './stream-fold.ts';
import { createStreamFold, foldStreamLine } from './stream-fold.ts';
import { parseStreamLine, type StreamLine } from './stream-line.ts';

/** The fold of a task's output before its first line, whatever runs it. */
export function createFold(task: { readonly command?: string }, redactText: Redactor): StreamFold {
  return createStreamFold(redactText, task.command === undefined ? null : createCommandFold(task.command));
}

/**
 * Takes one line of output in: of a command as it is, of the client as a line of its stream.
 * @param hear is given each line of the client's stream
 * @returns a progress line for people, null where nothing new is worth telling
 */
export function foldLine(
  fold: StreamFold,
  line: string,
  hear: (line: StreamLine) => void = () => {},
): string | null {
  if (fold.command === null) {
    const parsed = parseStreamLine(line);
    const progress = foldStreamLine(fold, parsed);
    hear(parsed);
    return progress;
  }
  foldCommandLines(fold.command, [line]);
  return null;
}
