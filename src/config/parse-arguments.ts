import { isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { nearestName } from '../policy/nearest-name.ts';
import { addFlag, FLAG_READERS, SWITCHES, type TaskFlags } from './flag-values.ts';
import { opensQuote, readQuoted } from './quoted-text.ts';
import { isStackedCommand, leadingCommand, looksLikeCommand } from './stacked-command.ts';

/** What somebody typed behind `/background`, taken apart but not judged: the agent may not exist. */
export interface ParsedArguments extends TaskFlags {
  readonly agent?: string;
  readonly task: string;
}

/** How the arguments are written. */
export const BACKGROUND_USAGE =
  '/background [agent] "task" [--model M] [--report PATH] [--brief FILE]\n' +
  '            [--timeout 20m] [--max-turns N] [--budget USD] [--name N]\n' +
  '            [--after ID[,ID:end]] [--claim path:DIR] [--priority N] [--slots N]\n' +
  '            [--retries N] [--on-failure retry|agent:NAME] [--limits seed]\n' +
  '            [--silence 10m] [--tokens N] [--memory 2G] [--cpu 200%]\n' +
  '            [--output 50M] [--processes N] [--in-session]';

/** Longer arguments are refused before anything reads them closely. */
const ARGUMENT_CHARS_MAX = 20_000;

/**
 * Takes apart the raw argument text of `/background`: agent, task and flags in any order, the task in quotes or bare.
 * In a bare task only `--word` is a flag, and nothing inside quotes or backticks is. Every failure (`usage`) names the
 * part that is wrong.
 * @param root of the project, to judge absolute paths too
 */
export function parseArguments(raw: string, root?: string): Result<ParsedArguments> {
  if (raw.length > ARGUMENT_CHARS_MAX) {
    return wrong(
      `The arguments have ${raw.length} characters; allowed are ${ARGUMENT_CHARS_MAX}.`,
      'Put the long form into a file of the project: --brief FILE.',
    );
  }
  const leading = leadingCommand(raw);
  if (leading !== undefined) return stackedFailure(leading);
  const parts = splitParts(raw);
  if (!parts.ok) return parts;
  const words = parts.value.filter((part) => part.kind === 'word');
  const stacked = words.find((word) => isStackedCommand(raw, word.text, word.start));
  if (stacked !== undefined) return stackedFailure(stacked.text);
  const flags = readFlags(parts.value, root);
  if (!flags.ok) return flags;
  const named = readTask(raw, parts.value);
  return named.ok ? ok({ ...named.value, ...flags.value }) : named;
}

/** A piece of the arguments: a bare run of text, a quoted text, or a flag with its value as typed. */
type Part =
  | { readonly kind: 'word'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'quoted'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'flag'; readonly name: string; readonly value: string };

/** What follows a bare `--` is the task, whatever it looks like. */
function splitParts(raw: string): Result<readonly Part[]> {
  const parts: Part[] = [];
  let index = 0;
  for (;;) {
    while (index < raw.length && /\s/.test(raw[index] ?? '')) index += 1;
    if (index >= raw.length) return ok(parts);
    const rest = raw.slice(index);
    if (/^--\s/.test(rest)) {
      const text = rest.slice(2).trim();
      const start = raw.length - rest.slice(2).trimStart().length;
      if (text !== '') parts.push({ kind: 'word', text, start, end: raw.trimEnd().length });
      return ok(parts);
    }
    const flag = /^--(?=[A-Za-z])([^\s=]+)(=?)/.exec(rest);
    if (flag !== null) {
      const read = readFlag(raw, index, flag);
      if (!read.ok) return read;
      parts.push(read.value.part);
      index = read.value.end;
      continue;
    }
    const part = readText(raw, index, parts);
    if (!part.ok) return part;
    parts.push(part.value);
    index = part.value.end;
  }
}

function readFlag(raw: string, start: number, flag: RegExpExecArray): Result<{ part: Part; end: number }> {
  const [whole, name = '', equals] = flag;
  let index = start + whole.length;
  if (Object.hasOwn(SWITCHES, name)) {
    if (equals !== '') return wrong(`--${name} has no value.`, BACKGROUND_USAGE);
    return ok({ part: { kind: 'flag', name, value: '' }, end: index });
  }
  if (!Object.hasOwn(FLAG_READERS, name)) return unknownFlag(name);
  if (equals === '') while (index < raw.length && /[^\S\n]/.test(raw[index] ?? '')) index += 1;
  const quoted = readQuoted(raw, index);
  if (quoted === null && opensQuote(raw[index] ?? '')) return unbalanced(raw, index);
  const value = quoted?.text ?? /^\S*/.exec(raw.slice(index))?.[0] ?? '';
  if (value.trim() === '' || (quoted === null && value.startsWith('--'))) {
    return wrong(`--${name} has no value.`, BACKGROUND_USAGE);
  }
  return ok({ part: { kind: 'flag', name, value }, end: quoted?.end ?? index + value.length });
}

const KNOWN_FLAGS = [...Object.keys(FLAG_READERS), ...Object.keys(SWITCHES)];

function unknownFlag(name: string): Result<never> {
  const nearest = nearestName(name, KNOWN_FLAGS);
  const guess = nearest === undefined ? '' : ` Did you mean --${nearest}?`;
  return wrong(
    `There is no flag --${cleanLine(name, 30)}.${guess}`,
    `If it belongs to the task, put the task in quotes.\nFlags: ${KNOWN_FLAGS.map(
      (known) => `--${known}`,
    ).join(' ')}`,
  );
}

/**
 * A text in quotes, or a bare word. In a bare task a quoted span is a part of the sentence that holds no flags; an
 * apostrophe that closes nothing is only an apostrophe there.
 */
function readText(
  raw: string,
  start: number,
  before: readonly Part[],
): Result<Exclude<Part, { kind: 'flag' }>> {
  const first = raw[start] ?? '';
  const quoted = first === '`' ? backticks(raw, start) : readQuoted(raw, start);
  if (quoted !== null) {
    return ok({ kind: first === '`' ? 'word' : 'quoted', text: quoted.text, start, end: quoted.end });
  }
  const inSentence = before.some((part) => part.kind === 'word' && !isAgentName(part.text));
  const opensText = opensQuote(first) && !/['’‘‚”»]/.test(first);
  if (opensText || (opensQuote(first) && !inSentence)) return unbalanced(raw, start);
  const text = /^\S+/.exec(raw.slice(start))?.[0] ?? '';
  return ok({ kind: 'word', text, start, end: start + text.length });
}

function backticks(raw: string, start: number): { text: string; end: number } | null {
  const close = raw.indexOf('`', start + 1);
  if (close === -1) return null;
  const tail = /^\S*/.exec(raw.slice(close + 1))?.[0] ?? '';
  const end = close + 1 + tail.length;
  return { text: raw.slice(start, end), end };
}

function unbalanced(raw: string, start: number): Result<never> {
  const shown = cleanLine(raw.slice(start, start + 30));
  return wrong(
    `The quote at ${shown} is never closed.`,
    `Close it before a space or the end.\n${BACKGROUND_USAGE}`,
  );
}

function readFlags(parts: readonly Part[], root: string | undefined): Result<TaskFlags> {
  let flags: TaskFlags = {};
  const seen = new Set<string>();
  for (const part of parts) {
    if (part.kind !== 'flag') continue;
    if (seen.has(part.name)) return wrong(`--${part.name} is given twice.`, BACKGROUND_USAGE);
    seen.add(part.name);
    const known = SWITCHES[part.name];
    const read = known === undefined ? FLAG_READERS[part.name]?.(part.value, root) : ok(known);
    if (read === undefined) return unknownFlag(part.name);
    if (!read.ok) return read;
    flags = addFlag(flags, read.value);
  }
  return ok(flags);
}

type Text = Exclude<Part, { kind: 'flag' }>;

function readTask(raw: string, parts: readonly Part[]): Result<{ agent?: string; task: string }> {
  const texts = parts.filter((part): part is Text => part.kind !== 'flag');
  const [first, second] = texts;
  if (first === undefined) return wrong('There is no task.', BACKGROUND_USAGE);
  if (texts.length === 1) return oneText(first);
  if (first.kind === 'quoted' || (second?.kind === 'quoted' && texts.length === 2 && first.kind === 'word')) {
    return quotedTask(texts);
  }
  const namesAgent = isAgentName(first.text);
  if (namesAgent && second?.kind === 'quoted') return quotedTask(texts);
  const task = joinBare(raw, parts, namesAgent ? texts.slice(1) : texts);
  return ok(namesAgent ? { agent: first.text, task } : { task });
}

function oneText(only: Text): Result<{ task: string }> {
  if (only.kind === 'quoted')
    return only.text.trim() === '' ? wrong('The task is empty.', BACKGROUND_USAGE) : ok({ task: only.text });
  return isAgentName(only.text)
    ? wrong(`There is no task for the ${only.text}.`, BACKGROUND_USAGE)
    : ok({ task: only.text });
}

/** One quoted text is the task; beside it only the agent may stand. */
function quotedTask(texts: readonly Text[]): Result<{ agent?: string; task: string }> {
  const quoted = texts.filter((text) => text.kind === 'quoted');
  const [task] = quoted;
  if (task === undefined) return wrong('There is no task.', BACKGROUND_USAGE);
  const others = texts.filter((text) => text !== task);
  const [agent] = others;
  const allQuoted = others.every((text) => text.kind === 'quoted');
  if (quoted.length > 1 && allQuoted) {
    return wrong(
      `There are two quoted tasks: the second is "${cleanLine(others[0]?.text ?? '', 30)}".`,
      'Give one task at a time, or put quotes inside the task behind a backslash: \\".',
    );
  }
  const command = others.find((text) => text.kind === 'word' && looksLikeCommand(text.text));
  if (command !== undefined) return stackedFailure(command.text);
  if (others.length > 1 || agent?.kind !== 'word') {
    const stray = cleanLine(others.map((text) => text.text).join(' '), 40);
    return wrong(
      `Beside the quoted task stands: ${stray}`,
      'Put the whole task in quotes, with quotes inside behind a backslash: \\".',
    );
  }
  if (task.text.trim() === '') return wrong('The task is empty.', BACKGROUND_USAGE);
  const name = agent.text.toLowerCase();
  return ok({ agent: isAgentName(name) ? name : agent.text, task: task.text });
}

/** The bare task as typed; only where a flag stood inside it do the two sides meet at one space. */
function joinBare(raw: string, parts: readonly Part[], texts: readonly Text[]): string {
  let task = '';
  let previous: Text | undefined;
  for (const text of texts) {
    if (previous !== undefined) {
      const between = parts.indexOf(text) - parts.indexOf(previous) === 1;
      task += between ? raw.slice(previous.end, text.start) : ' ';
    }
    task += raw.slice(text.start, text.end);
    previous = text;
  }
  return task;
}

function stackedFailure(command: string): Result<never> {
  return wrong(
    `A second command is stacked: ${cleanLine(command, 40)}`,
    'Send each command as a message of its own, or put the task in quotes.',
  );
}

function wrong(message: string, hint: string): Result<never> {
  return fail(failure('usage', message, hint));
}
