import { latinLookAlike } from './homoglyphs.ts';

/** Something in a text that a reader cannot see or would take for something else. */
export interface HiddenText {
  readonly rule: string;
  /** What it is, for people: `a zero-width character (U+200B)`. */
  readonly what: string;
  /** The text around it, without the hidden character itself. */
  readonly words: string;
}

/**
 * The first thing in the text that hides: control characters, line breaks, terminal escapes, zero-width, bidi
 * and tag characters, or letters of two scripts drawn alike inside one word. Letters of any script, accents,
 * emoji and typographic quotes are ordinary.
 * @param lineBreaks `allowed` for a file, where lines and tabs are ordinary
 */
export function findHidden(text: string, lineBreaks: 'refused' | 'allowed'): HiddenText | undefined {
  // Nothing hides among these, and the sets of Unicode take a hook a millisecond to compile.
  if (PLAIN.test(text)) return undefined;
  const suspect = SUSPECT.exec(text);
  if (suspect !== null) {
    const found = firstHiddenCharacter(text, lineBreaks);
    if (found !== undefined) return found;
  }
  return stackedMarks(text) ?? mixedWord(text);
}

const PLAIN = /^[ -~]*$/;

/** Cheap first look: nothing here means that no single character hides. */
const SUSPECT =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u;

function firstHiddenCharacter(text: string, lineBreaks: 'refused' | 'allowed'): HiddenText | undefined {
  let offset = 0;
  for (const character of text) {
    if (SUSPECT.test(character)) {
      const found = classify(text, offset, character, lineBreaks);
      if (found !== undefined) {
        const [rule, name] = found;
        return { rule, what: `${name} (${codePointName(character)})`, words: wordsAround(text, offset) };
      }
    }
    offset += character.length;
  }
  return undefined;
}

type Finding = readonly [rule: string, name: string];

function classify(text: string, offset: number, character: string, lineBreaks: string): Finding | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (/[\n\r\u0085\u2028\u2029]/u.test(character)) {
    const ordinary = lineBreaks === 'allowed' && (character === '\n' || character === '\r');
    return ordinary ? undefined : ['hidden.newline', 'a line break'];
  }
  if (code === 0x1b || code === 0x9b) return ['hidden.escape', 'a terminal escape'];
  if (character === '\t' && lineBreaks === 'allowed') return undefined;
  if (/\p{Cc}/u.test(character)) return ['hidden.control', 'a control character'];
  if (code >= 0xe0000 && code <= 0xe007f) return ['hidden.tag', 'an invisible tag character'];
  if (/\p{Bidi_Control}/u.test(character))
    return ['hidden.bidi', 'a character that turns the reading direction'];
  if (/\p{Variation_Selector}/u.test(character)) return selector(text, offset, code);
  if (code === 0x200c || code === 0x200d) return joiner(text, offset, character);
  if (code === 0xfeff && offset === 0 && lineBreaks === 'allowed') return undefined;
  if (/\p{Cs}/u.test(character)) return ['hidden.broken', 'half of a character'];
  if (/[\p{Co}\p{Noncharacter_Code_Point}\ufffc]/u.test(character)) {
    return ['hidden.private', 'a character without a meaning'];
  }
  return ['hidden.zero-width', 'an invisible character'];
}

/** The one selector after an emoji or symbol is ordinary; any other can carry hidden data. */
function selector(text: string, offset: number, code: number): Finding | undefined {
  const before = text.slice(0, offset);
  const dressesEmoji = (code === 0xfe0f || code === 0xfe0e) && /[\p{Emoji}\p{S}]$/u.test(before);
  return dressesEmoji ? undefined : ['hidden.selector', 'an invisible selector'];
}

/** Joiners are spelling in Persian and the Indic scripts, and glue in emoji; elsewhere they only hide. */
function joiner(text: string, offset: number, character: string): Finding | undefined {
  const before = text.slice(0, offset);
  const after = text.slice(offset + character.length);
  const gluesEmoji =
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(after);
  const spells = JOINING_LETTER_END.test(before) && JOINING_LETTER_START.test(after);
  return gluesEmoji || spells ? undefined : ['hidden.zero-width', 'an invisible joiner'];
}

const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}' +
  '\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}' +
  '\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Mongolian}]';
const JOINING_LETTER_END = new RegExp(`${JOINING}$`, 'u');
const JOINING_LETTER_START = new RegExp(`^${JOINING}`, 'u');

/** No spelling stacks more marks than this on one letter; more of them only cover other text. */
const MARKS_MAX = 4;
const STACKED = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u');

function stackedMarks(text: string): HiddenText | undefined {
  const match = STACKED.exec(text);
  if (match === null) return undefined;
  return { rule: 'hidden.marks', what: 'a pile of accents', words: wordsAround(text, match.index) };
}

/** Latin with letters that only look Latin: `ѕudo` with a Cyrillic `ѕ`. `Δt`, `μs` and `APIの` stay ordinary. */
function mixedWord(text: string): HiddenText | undefined {
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!/\p{Script=Latin}/u.test(word) || INFLECTED_ACRONYM.test(word)) continue;
    const others = [...word].filter((letter) => FOREIGN_LETTER.test(letter));
    if (others.length > 0 && others.every((letter) => latinLookAlike(letter) !== undefined)) {
      const [first = ''] = others;
      return {
        rule: 'hidden.look-alike',
        what: `a look-alike letter (${codePointName(first)})`,
        words: word,
      };
    }
  }
  return undefined;
}

/** `JSONом`: an acronym with the ending that the sentence asks for. Folding still reads it as Latin too. */
const INFLECTED_ACRONYM = /^\p{Lu}{2,}\p{Script=Cyrillic}{1,3}$/u;

const FOREIGN_LETTER = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function wordsAround(text: string, offset: number): string {
  const before =
    text
      .slice(Math.max(0, offset - 60), offset)
      .split(/\s/u)
      .at(-1) ?? '';
  const after = text.slice(offset, offset + 60).split(/\s/u)[0] ?? '';
  return before + after;
}
