/** Groups of words: a text that a pattern matches holds at least one of each group. */
export type NeededWords = readonly (readonly string[])[];

/**
 * The words without which a pattern cannot match, in lower case. A search for them costs next to nothing, while a
 * regular expression costs about a millisecond when it is first used: a hook uses each of them once. Errs on the safe
 * side: what it does not understand needs nothing, so that the pattern itself decides.
 */
export function neededWords(pattern: string): NeededWords {
  const reader: Reader = { pattern, at: 0 };
  try {
    const groups = readAlternatives(reader);
    return reader.at === pattern.length ? groups : [];
  } catch (error) {
    if (error instanceof NotUnderstood) return [];
    throw error;
  }
}

/** True when a text in lower case holds one word of each group. */
export function holdsNeeded(needed: NeededWords, text: string): boolean {
  return needed.every((words) => words.some((word) => text.includes(word)));
}

interface Reader {
  readonly pattern: string;
  at: number;
}

class NotUnderstood extends Error {}

/** A single letter is in almost every text, a single mark in few. */
function isTelling(word: string): boolean {
  return word.length > 1 || /[^a-z0-9\s]/.test(word);
}

function readAlternatives(reader: Reader): string[][] {
  const first = readSequence(reader);
  if (reader.pattern[reader.at] !== '|') return first;
  const union: string[] = [];
  let isKnown = addBest(union, first);
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    isKnown = addBest(union, readSequence(reader)) && isKnown;
  }
  return isKnown ? [union] : [];
}

/** The longer a word, the fewer texts hold it; a mark is rare by itself. */
function rareness(word: string): number {
  return word.length + (/[^a-z0-9\s]/.test(word) ? 3 : 0);
}

/** One alternative needs all of its groups, so any one of them may stand for it: the one with the longest words. */
function addBest(union: string[], groups: readonly string[][]): boolean {
  let best: readonly string[] | undefined;
  let bestRareness = 0;
  for (const words of groups) {
    const rarest = Math.min(...words.map(rareness));
    if (rarest <= bestRareness) continue;
    best = words;
    bestRareness = rarest;
  }
  if (best === undefined) return false;
  for (const word of best) union.push(word);
  return true;
}

function readSequence(reader: Reader): string[][] {
  const groups: string[][] = [];
  let run = '';
  const endRun = () => {
    if (isTelling(run)) groups.push([run]);
    run = '';
  };
  while (reader.at < reader.pattern.length) {
    const character = reader.pattern[reader.at] ?? '';
    if (character === '|' || character === ')') break;
    if (character === '(') {
      endRun();
      const inner = readGroup(reader);
      if (readRepeat(reader) !== 'optional') groups.push(...inner);
      continue;
    }
    const literal = readAtom(reader);
    const repeat = readRepeat(reader);
    if (literal === undefined) endRun();
    else if (repeat === undefined) run += literal;
    else {
      if (repeat === 'needed') run += literal;
      endRun();
    }
  }
  endRun();
  return groups;
}

const REFUSAL = /\(\?<?!/y;
const GROUP = /\((?:\?(?::|<?=|<\w+>))?/y;

/** What a group needs: nothing where it says what must not be there. */
function readGroup(reader: Reader): string[][] {
  const isRefusal = skip(reader, REFUSAL);
  if (!isRefusal) {
    skip(reader, GROUP);
    if (reader.pattern[reader.at] === '?') throw new NotUnderstood();
  }
  const groups = readAlternatives(reader);
  if (reader.pattern[reader.at] !== ')') throw new NotUnderstood();
  reader.at += 1;
  return isRefusal ? [] : groups;
}

const REPEAT = /([*+?]|\{\d+(?:,\d*)?\})\??/y;

/** What stands behind an atom: nothing, a repeat that may be none at all, or one that is at least once. */
function readRepeat(reader: Reader): 'optional' | 'needed' | undefined {
  const from = reader.at;
  if (!skip(reader, REPEAT)) return undefined;
  const repeat = reader.pattern.slice(from, reader.at);
  return /^(?:[*?]|\{0)/.test(repeat) ? 'optional' : 'needed';
}

const CLASS = /\[(?:\\.|[^\]\\])*\]/suy;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|k<\w+>|\d+|.)/suy;

/** Reads one atom. @returns the character that it stands for, or undefined where it is more than one */
function readAtom(reader: Reader): string | undefined {
  const character = reader.pattern[reader.at] ?? '';
  if (character === '[') {
    if (!skip(reader, CLASS)) throw new NotUnderstood();
    return undefined;
  }
  if (character === '\\') {
    const from = reader.at;
    if (!skip(reader, ESCAPE)) throw new NotUnderstood();
    const escaped = reader.pattern.slice(from + 1, reader.at);
    return /^[^\w\s]$/.test(escaped) && isPlain(escaped) ? escaped : undefined;
  }
  reader.at += 1;
  return '.^$'.includes(character) || !isPlain(character) ? undefined : character.toLowerCase();
}

/** Beyond ASCII a letter may match others. */
function isPlain(character: string): boolean {
  return character.charCodeAt(0) < 0x80;
}

function skip(reader: Reader, what: RegExp): boolean {
  what.lastIndex = reader.at;
  if (!what.test(reader.pattern)) return false;
  reader.at = what.lastIndex;
  return true;
}
