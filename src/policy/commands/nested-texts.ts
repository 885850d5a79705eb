/** A piece of a shell line that may hold further commands. */
export interface NestedPart {
  /** The piece as a word has it, without its quotes. */
  readonly text: string;
  /** The texts in it that a shell would run. */
  readonly nested: readonly string[];
  /** The offset behind it. */
  readonly end: number;
}

/**
 * Reads what begins at `at` with a double quote, a backtick, `$(` or `(`, to its end.
 * @returns null where it has none
 */
export function nestedTexts(line: string, at: number): NestedPart | null {
  if (line[at] === '"') return quoted(line, at);
  const isBacktick = line[at] === '`';
  const start = at + (line.startsWith('$(', at) ? 2 : 1);
  const end = isBacktick ? endOfBackticks(line, start) : endOfBrackets(line, start);
  if (end === -1) return null;
  return { text: line.slice(at, end + 1), nested: [line.slice(start, end)], end: end + 1 };
}

/** In double quotes only substitutions run. */
function quoted(line: string, start: number): NestedPart | null {
  let text = '';
  const nested: string[] = [];
  for (let at = start + 1; at < line.length; ) {
    const character = line[at] ?? '';
    if (character === '"') return { text, nested, end: at + 1 };
    if (character === '\\') {
      text += line[at + 1] ?? '';
      at += 2;
      continue;
    }
    if (character === '`' || line.startsWith('$(', at)) {
      const part = nestedTexts(line, at);
      if (part === null) return null;
      text += part.text;
      nested.push(...part.nested);
      at = part.end;
      continue;
    }
    text += character;
    at += 1;
  }
  return null;
}

function endOfBackticks(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '`') return at;
  }
  return -1;
}

function endOfBrackets(line: string, start: number): number {
  let depth = 1;
  for (let at = start; at < line.length; at++) {
    const character = line[at];
    if (character === '\\') at += 1;
    else if (character === "'") {
      const end = line.indexOf("'", at + 1);
      if (end === -1) return -1;
      at = end;
    } else if (character === '"') {
      const part = quoted(line, at);
      if (part === null) return -1;
      at = part.end - 1;
    } else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
