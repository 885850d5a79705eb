/** A quoted text that was read: what it says, and where the reading goes on. */
export interface QuotedText {
  readonly text: string;
  readonly end: number;
}

/** Opening quotes with what closes them. Word processors and keyboards turn plain quotes into any of these. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”"',
  '„': '“”"',
  '”': '”"',
  '«': '»',
  '»': '«',
  '‘': "’'",
  '‚': "‘’'",
  '’': "’'",
  '「': '」',
  '『': '』',
};

/** True for a character that can open a quoted text. */
export function opensQuote(character: string): boolean {
  return Object.hasOwn(CLOSERS, character);
}

/**
 * Reads the quoted text that opens at `start`. It ends at the first closing quote before white space or the end, so
 * `'it's broken'` is one text. Backslashes mean something only right before such a quote: a pair is one backslash, an
 * odd one makes the quote part of the text. Null when nothing closes it.
 */
export function readQuoted(raw: string, start: number): QuotedText | null {
  const closers = CLOSERS[raw[start] ?? ''];
  if (closers === undefined) return null;
  let text = '';
  for (let index = start + 1; index < raw.length; index++) {
    const character = raw[index] ?? '';
    if (closers.includes(character)) {
      const backslashes = /\\*$/.exec(text)?.[0].length ?? 0;
      text = text.slice(0, text.length - Math.ceil(backslashes / 2));
      if (backslashes % 2 === 0 && endsWord(raw, index + 1)) return { text, end: index + 1 };
    }
    text += character;
  }
  return null;
}

function endsWord(raw: string, index: number): boolean {
  return index >= raw.length || /\s/.test(raw[index] ?? '');
}
