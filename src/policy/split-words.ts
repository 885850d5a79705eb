import { type FoldedText, foldPattern } from './fold-text.ts';

/** A text as words. `start` and `end` are offsets in the text; `opens` is true for the first word of a clause. */
export interface Words {
  readonly text: string;
  readonly words: readonly Word[];
}

/** One of them. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How far the word is set off from the one before it. */
  readonly opens: 'sentence' | 'clause' | 'nothing';
}

/** A part of a text, as offsets in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of a phrase; of an open one (`delet*`) only the beginning counts. */
export interface PhraseWord {
  readonly text: string;
  readonly isOpen: boolean;
}

/** The words of a reading. Every rule searches the same readings, so they are taken apart once. */
export function wordsOf(folded: FoldedText): Words {
  let words = WORDS.get(folded);
  if (words === undefined) {
    words = splitIntoWords(folded.text);
    WORDS.set(folded, words);
  }
  return words;
}

const WORDS = new WeakMap<FoldedText, Words>();

/** Takes a folded text apart. Hyphens, underscores and possessive endings separate nothing that a phrase minds. */
export function splitIntoWords(text: string): Words {
  const words: Word[] = [];
  let before = 0;
  for (const match of text.matchAll(ASCII.test(text) ? ASCII_WORD : anyWord())) {
    const gap = text.slice(before, match.index);
    const end = match.index + match[0].length;
    words.push({
      text: withoutPossessive(match[0]),
      start: match.index,
      end,
      opens: words.length === 0 ? 'sentence' : breakOf(gap),
    });
    before = end;
  }
  return { text, words };
}

/** Scripts without spaces: each character counts as a word, and a phrase of them as a sequence. */
const SPACELESS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\u30fc\\u3005]';
const WORD = `${SPACELESS}|(?:(?!${SPACELESS})[\\p{L}\\p{N}])+(?:'(?:s|t|re|ve|ll|d|m)(?!\\p{L}))?`;

// Most texts and phrases are ASCII, and the sets of Unicode take a hook a millisecond to compile.
const ASCII_WORD = /[A-Za-z0-9]+(?:'(?:s|t|re|ve|ll|d|m)(?![A-Za-z]))?/g;
const ASCII_PHRASE_WORD = new RegExp(`${ASCII_WORD.source}\\*?`, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/;

function anyWord(): RegExp {
  compiledWord ??= new RegExp(WORD, 'gu');
  return compiledWord;
}

function anyPhraseWord(): RegExp {
  compiledPhraseWord ??= new RegExp(`(?:${WORD})\\*?`, 'gu');
  return compiledPhraseWord;
}

let compiledWord: RegExp | undefined;
let compiledPhraseWord: RegExp | undefined;

/** `colleague's` reads as `colleague`. */
function withoutPossessive(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}

function breakOf(gap: string): Word['opens'] {
  if (/[.;!?](?=\s)|;|&&/.test(gap)) return 'sentence';
  return /[,:()"`|&[\]{}<>]|\s-|\s'|'\s/.test(gap) ? 'clause' : 'nothing';
}

/** The words of a phrase, folded as texts are. */
export function splitPhrase(phrase: string): readonly PhraseWord[] {
  if (PLAIN_PHRASE.test(phrase)) return phrase.split(' ').map(phraseWord);
  const folded = foldPattern(phrase.toLowerCase());
  const words = folded.matchAll(ASCII.test(folded) ? ASCII_PHRASE_WORD : anyPhraseWord());
  return Array.from(words, ([word]) => phraseWord(word));
}

/** Nearly every phrase, and some rules have hundreds. */
const PLAIN_PHRASE = /^[a-z0-9]+\*?(?: [a-z0-9]+\*?)*$/;

function phraseWord(word: string): PhraseWord {
  return word.endsWith('*')
    ? { text: withoutPossessive(word.slice(0, -1)), isOpen: true }
    : { text: withoutPossessive(word), isOpen: false };
}
