import { foldPattern } from './fold-text.ts';

/** Longest regular expression that a policy file may hold, in characters. */
export const PATTERN_CHARS_MAX = 500;

/** Most open-ended repeats in one pattern: each multiplies the time that a search can take by the text's length. */
export const WIDE_REPEATS_MAX = 3;

/** A repeat that can match more than this often counts as open-ended. */
const NARROW_REPEAT_MAX = 8;

/**
 * What keeps a pattern from being used, as a sentence without its subject ("repeats a group that …"), or
 * undefined when it is sound and cannot search for long on a bounded text.
 */
export function patternFault(pattern: string, wideRepeatsMax = WIDE_REPEATS_MAX): string | undefined {
  if (pattern.length === 0) return 'is empty';
  if (pattern.length > PATTERN_CHARS_MAX) return `is longer than ${PATTERN_CHARS_MAX} characters`;
  try {
    const compiled = compilePattern(pattern);
    if (compiled.test('')) return 'matches the empty text, so it would match everything';
  } catch (error) {
    return `is not a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  return repeatFault(trimOpenEnds(pattern), wideRepeatsMax);
}

/** The pattern as a search without case that finds every match. Its open ends cost time and find nothing. */
export function compilePattern(pattern: string): RegExp {
  return new RegExp(foldPattern(trimOpenEnds(pattern)), 'giu');
}

/** The pattern without its open ends: `.*` at either end is what people write for "anywhere", which a search does by itself. */
export function trimOpenEnds(pattern: string): string {
  if (/[|]/.test(pattern) && !/^\.\*[^|]*\([^()]*\)[^|]*$/.test(pattern)) return pattern;
  return pattern.replace(/^(?:\.\*\??)+(?=.)/, '').replace(/(?<=[^\\])(?:\.\*\??)+$/, '');
}

interface OpenGroup {
  repeats: boolean;
  alternatives: boolean;
}

/** Walks the pattern once and looks for what makes backtracking explode. */
function repeatFault(pattern: string, wideRepeatsMax: number): string | undefined {
  const groups: OpenGroup[] = [{ repeats: false, alternatives: false }];
  let closed: OpenGroup | undefined;
  let wide = 0;
  let index = 0;
  while (index < pattern.length) {
    const here = pattern.slice(index);
    const top = groups.at(-1);
    if (top === undefined) return 'closes a group that is not open';
    const lookaround = /^\(\?(?:[=!]|<[=!])/.exec(here);
    if (lookaround !== null) return 'looks ahead or behind, which is not allowed here';
    if (/^\\(?:[1-9]|k<)/.test(here)) return 'refers back to a group, which is not allowed here';
    const repeat = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(here);
    if (repeat !== null) {
      const timesMax = repeatTimesMax(repeat);
      if (timesMax > 1 && closed !== undefined && (closed.repeats || closed.alternatives)) {
        return 'repeats a group that holds a repeat or a choice; use `words` with a `gap` instead';
      }
      if (timesMax > NARROW_REPEAT_MAX) wide += 1;
      if (wide > wideRepeatsMax) return `has more than ${wideRepeatsMax} open-ended repeats`;
      // A part that may be left out is harmless alone but not inside a repeat.
      top.repeats = true;
      closed = undefined;
      index += repeat[0].length;
      continue;
    }
    closed = undefined;
    if (here.startsWith('(')) {
      groups.push({ repeats: false, alternatives: false });
      index += /^\((?:\?(?::|<[A-Za-z_]\w*>))?/.exec(here)?.[0].length ?? 1;
      continue;
    }
    if (here.startsWith(')')) {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (outer !== undefined && closed !== undefined) {
        outer.repeats ||= closed.repeats;
        outer.alternatives ||= closed.alternatives;
      }
      index += 1;
      continue;
    }
    if (here.startsWith('|')) top.alternatives = true;
    index += atomLength(here);
  }
  return undefined;
}

function repeatTimesMax(repeat: RegExpExecArray): number {
  const [text, least, comma, most] = repeat;
  if (text.startsWith('?')) return 1;
  if (least === undefined) return Number.POSITIVE_INFINITY;
  if (comma === '') return Number(least);
  return most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most);
}

/** Characters of one class, escape or literal. The pattern has compiled, so classes are closed. */
function atomLength(here: string): number {
  const atom = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.)/su.exec(here);
  return atom?.[0].length ?? 1;
}
