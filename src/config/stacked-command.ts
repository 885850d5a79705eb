/*
 * The client expands only the first command of a message and hands everything behind it over as its arguments, a second
 * command included. A path such as `/api/users` inside a task is none.
 */

/** The command that the arguments begin with, or undefined. */
export function leadingCommand(raw: string): string | undefined {
  const first = /^\s*(\S+)/.exec(raw)?.[1];
  return first !== undefined && looksLikeCommand(first) ? first : undefined;
}

/** True for `/name` and `/plugin:name`. */
export function looksLikeCommand(text: string): boolean {
  return /^\/[a-z][\w-]*(?::[\w-]+)?$/i.test(text);
}

/** True for a bare word in the middle of the arguments that can only be a command: of a plugin, ours, or on a line of its own. */
export function isStackedCommand(raw: string, word: string, start: number): boolean {
  if (!looksLikeCommand(word)) return false;
  return word.includes(':') || word === '/background' || /\n\s*$/.test(raw.slice(0, start));
}
