/*
 * The vocabulary of the default rules. A rule is after an intent, so it looks for an order ("delete …" where a
 * clause starts) with an object ("all files"), not for a word: "fix the crash when users delete all files" names
 * the same words and orders nothing of the kind.
 */

/** Where an order can begin: the start, after a break, or after a word that leads into one. */
const ORDER_START =
  '(?:^\\W*|[.,;:!?()\\[\\]{}"\'`|&>/-]\\s*|\\b(?:and|then|to|please|pls|also|just|first|next|finally|now|you|must|should|shall|' +
  'can|could|would|will|i|we|or|but|do|go|ahead|lets|simply|kindly|quickly|quietly|secretly|silently|immediately|' +
  'afterwards|always|by|try|start|begin|that|which|it|agent|worker|script|code|task|try to|so)\\s+)';

/** An adverb or two may stand between that place and the verb. */
const ADVERBS = '(?:(?:\\w+ly|also|just|then|first|please|temporarily|always)\\s+){0,2}';

/** One word and what separates it from the next. They share no character, so a search stays cheap. */
const WORD = "[\\p{L}\\p{N}_'’-]+";
const GAP = "[^\\p{L}\\p{N}_'’-]+";

/** Verbs as alternatives; `s` and `ing` forms come by themselves for plain words. */
export function verbs(list: string): string {
  return list
    .trim()
    .split(/\s*,\s*|\s*\n\s*/u)
    .map((verb) => verb.replace(/ /g, '\\s+'))
    .join('|');
}

/** An order: one of the verbs where an order can begin. */
export function order(verbList: string): string {
  return `${ORDER_START}${ADVERBS}(?:${verbs(verbList)})\\b`;
}

/** `first`, at most `gap` words, `then`. */
export function near(first: string, then: string, gap = 4): string {
  return `${first}(?:${GAP}${WORD}){0,${gap}}?(?:${GAP})(?:${then})`;
}

/** An order with its object at most `gap` words behind the verb. */
export function act(verbList: string, objects: string, gap = 4): string {
  return near(order(verbList), objects, gap);
}

/** A whole word or one of several. */
export function word(alternatives: string): string {
  return `\\b(?:${alternatives})\\b`;
}

/** The clause speaks of keeping something from happening. */
export const PREVENTING =
  "\\b(?:prevent|avoid|refuse|reject|detect|block|forbid|disallow|deny|protect|guard|warn|never|don't|do not|must not|" +
  "should not|shouldn't|cannot|can't|without|no longer|stop|ensure no|check that no|make sure no|verify that no|" +
  'unable|fails?|failed|failing|failure|error|errors|crash|crashes|bug|broken|hangs?|exception|panic|leaks?|when|if|while|whether)' +
  '(?:ed|s|ing)?\\b(?!.*\\bby\\b)';

/** The clause asks for a feature that lets somebody choose. */
export const FEATURE =
  '\\b(?:options?|flags?|settings?|parameters?|ability|toggle|switch|checkbox|button|support|way|env(?:ironment)? ' +
  'var(?:iable)?s?|possib\\w+|allow(?:s|ing)?|enable users|let users|config\\w*|dialog|confirmation|prompt before|warning|docs?|documentation)\\b';
