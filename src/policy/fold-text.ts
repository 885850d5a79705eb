import { latinLookAlike } from './homoglyphs.ts';

/** A text made comparable, with the way back: `at[i]` is the offset in the original of character `i`. */
export interface FoldedText {
  readonly text: string;
  readonly at: readonly number[];
}

/**
 * The readings of a text that rules are searched in, the plain one first: lower case without accents; letters of other
 * scripts read as the Latin ones they look like; digits that stand for letters read as letters (`p4ssw0rd`), with
 * quotes, hyphens and backslashes inside words left out (`su''do`); and letters or pieces written apart joined
 * (`s u d o`, `del ete`). Equal readings are given once.
 */
export function foldText(original: string): readonly FoldedText[] {
  const plain = foldPlain(original);
  const readings = [plain];
  const seen = new Set([plain.text]);
  for (const read of [foldLookAlikes, foldDisguise, joinSpaced, joinPieces]) {
    const reading = read(plain);
    if (!seen.has(reading.text)) readings.push(reading);
    seen.add(reading.text);
  }
  return readings;
}

/** A pattern as it must be to match folded text: accents gone where the folding takes them off. */
export function foldPattern(pattern: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
  return pattern.replace(/[^\x00-\x7f]/gu, (character) => foldLetters(character));
}

/** The words of the original that stand behind the characters `start` to `end` of a folded text. */
export function originalWords(original: string, folded: FoldedText, start: number, end: number): string {
  const from = folded.at[start] ?? 0;
  const to = folded.at[end] ?? original.length;
  return original.slice(from, to).trim();
}

function foldPlain(original: string): FoldedText {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) at.push(offset);
    offset += character.length;
  }
  return { text, at };
}

function foldCharacter(character: string): string {
  if (character.charCodeAt(0) < 0x80) return character.toLowerCase();
  return PUNCTUATION.get(character) ?? foldLetters(character);
}

function foldLetters(character: string): string {
  const boxed = boxedLetter(character.codePointAt(0) ?? 0);
  if (boxed !== undefined) return boxed;
  if (/[\u0300-\u036f]/.test(character)) return '';
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (/^\s+$/u.test(bare)) return ' ';
  // In other scripts the marks are letters: が without its marks is か.
  return ACCENTED.test(bare) ? bare : character.normalize('NFKC').toLowerCase();
}

/** Letters in brackets, circles, squares and flags, which no normal form takes out of them. */
function boxedLetter(code: number): string | undefined {
  const first = [0x249c, 0x1f110, 0x1f130, 0x1f150, 0x1f170, 0x1f1e6].find(
    (one) => code >= one && code < one + 26,
  );
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first);
}

/** What is left without its accents reads the same in these scripts, and in full-width and mathematical letters. */
const ACCENTED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}]+$/u;

function foldLookAlikes(plain: FoldedText): FoldedText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
  const text = plain.text.replace(/[^\x00-\x7f]/g, (character) => latinLookAlike(character) ?? character);
  return { text, at: plain.at };
}

const PUNCTUATION: ReadonlyMap<string, string> = new Map(
  [
    ['“”„‟«»″〝〞', '"'],
    ['‘’‚‛′ʼ‹›´', "'"],
    ['‐‑‒–—―−﹣', '-'],
    ['∕⁄／', '/'],
    ['；', ';'],
    ['。．', '.'],
  ].flatMap(([all = '', one = '']) => Array.from(all, (character) => [character, one] as const)),
);

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function foldDisguise(plain: FoldedText): FoldedText {
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < plain.text.length; index++) {
    const character = plain.text[index] ?? '';
    if (/['"\\`-]/.test(character) && standsInWord(plain.text, index)) continue;
    text += letterOf(plain.text, index, text) ?? character;
    at.push(plain.at[index] ?? 0);
  }
  return { text, at };
}

/** The letter that a digit stands for between letters, and between digits that stand for letters. */
function letterOf(text: string, index: number, before: string): string | undefined {
  const letter = DIGIT_LETTERS[text[index] ?? ''];
  if (letter === undefined) return undefined;
  const isInWord = /[a-z]$/.test(before) || /^[013457@$!]*[a-z]/.test(text.slice(index + 1, index + 6));
  return isInWord ? letter : undefined;
}

/** True for a quote, hyphen or backslash between letters, alone or with more of them; `it's` is spelling, not a disguise. */
function standsInWord(text: string, index: number): boolean {
  const before = /[a-z]['"\\`-]*$/.test(text.slice(Math.max(0, index - 4), index));
  const after = /^['"\\`-]*[a-z]/.test(text.slice(index, index + 4));
  return before && after && !/^'(?:s|t|re|ve|ll|d|m)\b/.test(text.slice(index, index + 4));
}

/** At least three letters, each alone, with the same mark between them. */
const SPACED = /(?<![a-z0-9])[a-z](?:([ ._*-])[a-z])(?:\1[a-z])+(?![a-z0-9])/g;

function joinSpaced(plain: FoldedText): FoldedText {
  let text = '';
  const at: number[] = [];
  let from = 0;
  const copy = (start: number, end: number, step: number) => {
    for (let index = start; index < end; index += step) {
      text += plain.text[index] ?? '';
      at.push(plain.at[index] ?? 0);
    }
  };
  for (const match of plain.text.matchAll(SPACED)) {
    copy(from, match.index, 1);
    copy(match.index, match.index + match[0].length, 2);
    from = match.index + match[0].length;
  }
  copy(from, plain.text.length, 1);
  return { text, at };
}

/** Words that an attempt cuts in two, so that no rule finds them. */
const CUT_WORDS: ReadonlySet<string> = new Set(
  `delete remove erase destroy truncate database databases production password passwords secret secrets token tokens
  credential credentials backup backups sudo bash curl wget shell execute command commands disable bypass ignore forget
  disregard instruction instructions previous exfiltrate upload sandbox firewall policy approval permission permissions
  administrator payload attachment disk purge format wipe kill folder server files private repository everything system prompt override environment`.split(
    /\s+/,
  ),
);

const PAIR = /(?<![a-z0-9])([a-z]+)[ ._*/|~+-]{1,3}(?=([a-z]+)(?![a-z0-9]))/g;

/** Joins two pieces that make one of the words that attempts are about. */
function joinPieces(original: FoldedText): FoldedText {
  const plain = joinSpaced(original);
  let text = '';
  const at: number[] = [];
  let from = 0;
  const copy = (end: number) => {
    text += plain.text.slice(from, end);
    at.push(...plain.at.slice(from, end));
  };
  for (const { 0: pair, 1: first = '', 2: second = '', index } of plain.text.matchAll(PAIR)) {
    if (!CUT_WORDS.has(first + second)) continue;
    copy(index + first.length);
    from = index + pair.length;
  }
  copy(plain.text.length);
  return { text, at };
}
