import { failure } from '../../domain/failure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { nestedTexts } from './nested-texts.ts';

/** One command of a shell line: its words without quotes, the program first. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** The files that it is redirected to or from. */
  readonly redirects: readonly string[];
  /** What gives it its input: the command before the pipe. Null where there is none. */
  readonly from: ShellCommand | null;
}

/**
 * Takes a shell line apart into the commands that it would run, those in `$(…)`, backticks and double quotes
 * included. What stands in single quotes, or in double quotes as plain text, is text and no command.
 * @returns a failure (`usage`) where a quote or bracket has no end
 */
export function shellCommands(line: string): Result<ShellCommand[]> {
  const tokens = tokenize(line);
  if (!tokens.ok) return tokens;
  const commands = groupTokens(tokens.value);
  for (const nested of tokens.value.flatMap(({ nested }) => nested)) {
    const inner = shellCommands(nested);
    if (!inner.ok) return inner;
    commands.push(...inner.value);
  }
  return ok(commands);
}

/** A word, a redirection with its target to follow, or something that ends a command. */
interface Token {
  readonly kind: 'word' | 'redirect' | 'pipe' | 'end';
  readonly text: string;
  /** The texts in it that a shell would run. */
  readonly nested: readonly string[];
}

const END = /^(?:;;|;|&&|\|\||&(?!>)|\n|\(|\))/;
const REDIRECT = /^(?:\d*(?:<<<|<<-?|>>|>\||>&|<&|<>|<(?!\()|>(?!\())|&>>?)/;

function tokenize(line: string): Result<Token[]> {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const blank = /^(?:[ \t\r]+|\\\n)/.exec(rest)?.[0] ?? (atWordStart(line, at) ? comment(rest) : '');
    if (blank !== '') {
      at += blank.length;
      continue;
    }
    const mark = REDIRECT.exec(rest)?.[0] ?? END.exec(rest)?.[0] ?? (rest.startsWith('|') ? '|' : undefined);
    if (mark !== undefined) {
      tokens.push({ kind: kindOf(mark), text: mark, nested: [] });
      at += mark.startsWith('\n') ? 1 + hereDocument(tokens, rest) : mark.length;
      continue;
    }
    const word = readWord(line, at);
    if (!word.ok) return word;
    tokens.push(word.value.token);
    at = word.value.end;
  }
  return ok(tokens);
}

function kindOf(mark: string): Token['kind'] {
  if (mark === '|') return 'pipe';
  return REDIRECT.test(mark) ? 'redirect' : 'end';
}

function atWordStart(line: string, at: number): boolean {
  return at === 0 || /[\s;&|()]/.test(line[at - 1] ?? '');
}

function comment(rest: string): string {
  return /^#[^\n]*/.exec(rest)?.[0] ?? '';
}

// Behind the end of a line stand the lines of the here-documents that it began: text, up to their delimiter.
function hereDocument(tokens: readonly Token[], rest: string): number {
  const from = tokens.findLastIndex(({ text }, index) => text === '\n' && index < tokens.length - 1);
  let length = 0;
  tokens.forEach(({ text }, index) => {
    if (index <= from || !/^\d*<<-?$/.test(text)) return;
    const delimiter = tokens[index + 1]?.text ?? '';
    const lines = rest.slice(1 + length).split('\n');
    const last = lines.findIndex((one) => one.replace(text.endsWith('-') ? /^\t+/ : /^/, '') === delimiter);
    length += lines.slice(0, last === -1 ? lines.length : last + 1).join('\n').length + 1;
  });
  return Math.min(length, rest.length - 1);
}

function readWord(line: string, start: number): Result<{ token: Token; end: number }> {
  let text = '';
  const nested: string[] = [];
  let at = start;
  while (at < line.length && !/[\s;&|<>()]/.test(line[at] ?? '')) {
    const part = readPart(line, at);
    if (part === null) return unended(line.slice(start));
    text += part.text;
    nested.push(...part.nested);
    at = part.end;
  }
  // `<(…)` and `>(…)` run what is in them.
  if (at === start) {
    const part = readPart(line, at + 1);
    if (part === null) return unended(line.slice(start));
    return ok({
      token: { kind: 'word', text: line.slice(at, part.end), nested: part.nested },
      end: part.end,
    });
  }
  return ok({ token: { kind: 'word', text, nested }, end: at });
}

interface Part {
  readonly text: string;
  readonly nested: readonly string[];
  readonly end: number;
}

/** A quoted text, a substitution, an escaped character or a plain one; null where it has no end. */
function readPart(line: string, at: number): Part | null {
  const character = line[at] ?? '';
  if (character === "'") {
    const end = line.indexOf("'", at + 1);
    return end === -1 ? null : { text: line.slice(at + 1, end), nested: [], end: end + 1 };
  }
  if (character === '\\') return { text: line[at + 1] ?? '', nested: [], end: at + 2 };
  if (character === '"' || character === '`' || character === '(' || line.startsWith('$(', at)) {
    return nestedTexts(line, at);
  }
  return { text: character, nested: [], end: at + 1 };
}

function unended(text: string): Result<never> {
  return fail(
    failure(
      'usage',
      `The command has a quote or a bracket without an end: ${text.slice(0, 40)}`,
      'Close it, or put the command into a script of the project and run that.',
    ),
  );
}

/** Words of the shell's own grammar: a command may follow them. */
const RESERVED = new Set([
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'do',
  'done',
  'while',
  'until',
  '!',
  '{',
  '}',
  'time',
]);

function groupTokens(tokens: readonly Token[]): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: string[] = [];
  let redirects: string[] = [];
  let from: ShellCommand | null = null;
  const close = (isPipe: boolean) => {
    const command = { words: dropLeading(words), redirects, from };
    const isEmpty = command.words.length === 0 && redirects.length === 0;
    if (!isEmpty) commands.push(command);
    from = isPipe && !isEmpty ? command : null;
    [words, redirects] = [[], []];
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'word') {
      (tokens[index - 1]?.kind === 'redirect' ? redirects : words).push(token.text);
    } else if (token.kind !== 'redirect') close(token.kind === 'pipe');
  });
  close(false);
  return commands;
}

/** `X=1 if ! npm test` runs `npm test`. */
function dropLeading(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !RESERVED.has(word) && !/^[A-Za-z_]\w*=/.test(word));
  return first === -1 ? [] : words.slice(first);
}
