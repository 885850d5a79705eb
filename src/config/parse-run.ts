import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { addFlag, FLAG_READERS, type TaskFlags } from './flag-values.ts';
import { opensQuote, readQuoted } from './quoted-text.ts';

/** A shell command as somebody typed it behind `/outloop:run`, and what goes with it. */
export interface ParsedRun extends TaskFlags {
  readonly command: string;
}

/**
 * Takes apart the raw argument text of `/outloop:run`: flags of ours come first, and everything from the first word that
 * is none is the command, quotes and flags of its own included. A command that is quoted as a whole loses those quotes.
 */
export function parseRun(raw: string, root?: string): Result<ParsedRun> {
  let flags: TaskFlags = {};
  let rest = raw.trim();
  for (;;) {
    const [whole, name = ''] = /^--([a-z][a-z-]*)(?:=|(?=\s|$))/.exec(rest) ?? [];
    if (whole === undefined) break;
    const reader = FLAG_READERS[name];
    if (reader === undefined || FOREIGN.has(name)) return unknownFlag(name);
    const behind = rest.slice(whole.length);
    const value = takeValue(whole.endsWith('=') ? behind : behind.trimStart());
    const read = reader(value.text, root);
    if (!read.ok) return read;
    flags = addFlag(flags, read.value);
    rest = value.rest;
  }
  const command = unquoted(rest.replace(/^--\s+/, ''));
  if (command !== '') return ok({ ...flags, command });
  return fail(failure('usage', 'Which command?', 'Example: /outloop:run --timeout 10m npm test'));
}

/** What only agents have. */
const FOREIGN = new Set(['model', 'brief', 'bundle', 'max-turns', 'budget', 'tokens']);

function takeValue(text: string): { readonly text: string; readonly rest: string } {
  const quoted = opensQuote(text[0] ?? '') ? readQuoted(text, 0) : null;
  if (quoted !== null) return { text: quoted.text, rest: text.slice(quoted.end).trimStart() };
  const word = /^\S*/.exec(text)?.[0] ?? '';
  return { text: word, rest: text.slice(word.length).trimStart() };
}

function unquoted(text: string): string {
  if (!/^["'“]/.test(text)) return text;
  const quoted = readQuoted(text, 0);
  return quoted !== null && quoted.end === text.length ? quoted.text.trim() : text;
}

function unknownFlag(name: string): Result<never> {
  const known = Object.keys(FLAG_READERS).filter((one) => !FOREIGN.has(one));
  return fail(
    failure(
      'usage',
      `--${cleanLine(name, 30)} is no flag of /outloop:run.`,
      `Flags stand before the command: ${known.map((one) => `--${one}`).join(' ')}. What follows -- is the command.`,
    ),
  );
}
