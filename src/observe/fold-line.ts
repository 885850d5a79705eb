import { createCommandFold, foldCommandLines } from './command-fold.ts';
import type { Redactor } from './redact.ts';
import type { StreamFold } from './stream-fold.ts';
import { createStreamFold, foldStreamLine } from './stream-fold.ts';
import { parseStreamLine } from './stream-line.ts';

/** The fold of a task's output before its first line, whatever runs it. */
export function createFold(task: { readonly command?: string }, redactText: Redactor): StreamFold {
  return createStreamFold(redactText, task.command === undefined ? null : createCommandFold(task.command));
}

/**
 * Takes one line of output in: of a command as it is, of the client as a line of its stream.
 * @returns a progress line for people, null where nothing new is worth telling
 */
export function foldLine(fold: StreamFold, line: string): string | null {
  if (fold.command === null) return foldStreamLine(fold, parseStreamLine(line));
  foldCommandLines(fold.command, [line]);
  return null;
}
