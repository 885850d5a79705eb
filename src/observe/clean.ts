/**
 * Text as a person may safely see it on a terminal, over several lines: no escape sequences, no control characters
 * but newline and tab, nothing that reorders or hides characters.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(ESCAPE_SEQUENCES, '')
    .replace(UNSAFE_CHARACTERS, '')
    .replace(LOOSE_JOINERS, '');
}

/** `cleanText` on one line, whitespace collapsed, at most `charsMax` code points (the last one is then `…`). */
export function cleanLine(text: string, charsMax = Number.POSITIVE_INFINITY): string {
  // What is cut off anyway need not be cleaned: the start of a long text nearly always fills the line.
  const head = Number.isFinite(charsMax) ? text.slice(0, charsMax * 4 + 256) : text;
  const line = truncate(collapse(head), charsMax);
  return head.length === text.length || line.endsWith('…') ? line : truncate(collapse(text), charsMax);
}

function collapse(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** At most `charsMax` code points; a longer text ends in `…`. */
export function truncate(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  let end = 0;
  let chars = 0;
  let endOfKept = 0;
  for (const char of text) {
    if (chars === charsMax - 1) endOfKept = end;
    chars += 1;
    end += char.length;
    if (chars > charsMax) return `${text.slice(0, endOfKept).trimEnd()}…`;
  }
  return text;
}

/**
 * One line for a Markdown page: nothing in it can load an image or become HTML. Code between backticks keeps its
 * characters.
 */
export function markdownLine(text: string, charsMax = Number.POSITIVE_INFINITY): string {
  return cleanLine(text, charsMax).replace(/`[^`]*`|<(?=[A-Za-z/!?])|!\[/g, (found) =>
    found.startsWith('`') ? found : `\\${found}`,
  );
}

// CSI, OSC and the other string sequences (ended by BEL or ST, or cut off by the end of the line), then two-byte escapes.
const ESCAPE_SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;

// C0 but tab and newline, DEL, C1; soft hyphen; bidi marks, embeddings and isolates; zero-width and invisible; tags;
// halves of a character.
const UNSAFE_CHARACTERS = new RegExp(
  [
    '[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c\\u115f\\u1160\\u200b\\u200c\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f]',
    '[\\u034f\\u17b4\\u17b5\\u180b-\\u180f]',
    '[\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]|\\p{Surrogate}',
  ].join('|'),
  'gu',
);

// A zero-width joiner is kept only where it joins two pictures into one.
const LOOSE_JOINERS =
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
