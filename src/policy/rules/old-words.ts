/*
 * The vocabulary of the default rules. A rule is after an intent, so it looks for an order ("delete …" where a
 * clause starts) with an object ("all files"), not for a word: "fix the crash when users delete all files" names
 * the same words and orders nothing of the kind.
 */

/** Where an order can begin: the start, after a break, or after a word that leads into one. */
const ORDER_START =
  '(?:^\\W*|[.,;:!?()\\[\\]{}"\'`|&>/-]\\s*|\\b(?:and|then|to|please|pls|also|just|first|next|finally|now|you|must|should|shall|' +
  'can|could|would|will|i|we|or|but|do|go|ahead|lets|simply|kindly|quickly|quietly|secretly|silently|immediately|' +
  'afterwards|always|by|try|start|begin|that|which|it|agent|worker|script|code|task|so|before|after|me|as to|there|this|here|once|again|as|instead|job|hook|step|program)\\s+)';

/** An adverb or two may stand between that place and the verb. */
const ADVERBS = '(?:(?:\\w+ly|also|just|then|first|please|simply|once|go ahead and|feel free to)\\s+){0,2}';

/** One word and what separates it from the next. They share no character, so a search stays cheap. */
const WORD = "[\\p{L}\\p{N}_'’./$~@-]+";
const GAP = "[^\\p{L}\\p{N}_'’./$~@-]+";

/** A list of words or phrases, separated by commas, as alternatives. */
export function anyOf(list: string): string {
  return list
    .split(/\s*,\s*/u)
    .map((phrase) => phrase.trim().replace(/ /g, '\\s+'))
    .join('|');
}

/** An order: one of the verbs where an order can begin. Also their `-ing` forms behind "by". */
export function order(verbList: string): string {
  return `${ORDER_START}${ADVERBS}(?:${anyOf(verbList)})\\b`;
}

/** One of the verbs anywhere but behind a subject: "users delete …" orders nothing. */
export function loose(verbList: string): string {
  return `(?<!\\b(?:users?|admins?|people|they|clients?|who|customers?|visitors|guests|members|nobody|server|app|cannot|can't|never|don't|doesn't|won't|shouldn't|not|tasks|workers|no|the|a|an|of|on|for|in|per)\\s)(?<![\\w-])(?:${anyOf(verbList)})\\b`;
}

/** `first`, at most `gap` words, `then`. */
export function near(first: string, then: string, gap = 4): string {
  return `${first}(?:${GAP}${WORD}){0,${gap}}?(?:${GAP})(?:${then})`;
}

/** As `near`, but not across a word that opens a clause of its own: "list the endpoints that need …". */
export function nearInPhrase(first: string, then: string, gap = 4): string {
  return `${first}(?:${GAP}(?!(?:that|which|when|if|how|whether|because|unless|while|who|whose|after|before|once)\\b)${WORD}){0,${gap}}?(?:${GAP})(?:${then})`;
}

/** An order with its object at most `gap` words behind the verb. */
export function act(verbList: string, objects: string, gap = 4): string {
  return near(order(verbList), objects, gap);
}

/** A whole word or one of several. */
export function word(alternatives: string): string {
  return `\\b(?:${alternatives})\\b`;
}

/** The clause tells of a fault, asks why, or keeps something from happening. */
export const PREVENTING =
  "\\b(?:prevents?|avoid|refuse|reject|detect|forbid|disallow|deny|(?:protect|defend|guard|harden|safe)\\w* against|warn|never|don't let|" +
  "do not let|must not|should not|shouldn't|cannot|can't|no longer|(?:ensure|check that|make sure|verify that|make sure that) no\\w*|" +
  'none (?:should|may|must|of)|no (?:image|container|process|user) (?:should|may|must)|unable|fails when|fails if|fails to|crash|crashes|' +
  'hangs when|regression|vulnerab\\w+|why|how|explain|users? (?:can|may|should|must|could))(?:ed|s|ing)?\\b(?!.*\\bby\\s+\\w+ing\\b)';

/** The clause asks for a feature that lets somebody choose. */
export const FEATURE =
  '\\b(?:options?|flags?|settings?|parameters?|ability|toggles?|checkbox(?:es)?|buttons?|switch|ways?|dialogs?|support|subcommands?|' +
  'env(?:ironment)? var(?:iable)?s?|menu entr(?:y|ies)|possibility|commands?|hooks?|api|endpoints?) (?:to|for|that (?:lets|allows))\\b|' +
  '\\b(?:let|allow|enable|help)(?:s|ing)? (?:the )?(?:users?|people|admins?|members|owners|customers|visitors|them)\\b|\\bconfirm(?:ation)?\\b|' +
  '\\bbutton\\b|\\bopt-in\\b|\\bconfigurable\\b|\\bwarning before\\b';
