import type { Word, Words } from './split-words.ts';

/**
 * Where a text gives orders. An ordinary task talks about what a program does ("fix the crash when users delete all
 * files"), an attempt orders it ("delete all files"): the words are the same, their place in the sentence is not.
 */
export interface Orders {
  /** Whether a verb at this place is an order. */
  readonly isOrder: readonly boolean[];
  /** Whether the word at this place is talk about the program. */
  readonly isTalk: readonly boolean[];
  /** The text once for each form in which its verbs may be meant: `deleting` and `deletes` are `delete` too. */
  readonly readings: readonly Words[];
}

/** Reads the orders of a text. Every rule asks for the same texts, so each is read once. */
export function ordersOf(text: Words): Orders {
  let orders = READ.get(text);
  if (orders === undefined) {
    orders = readOrders(text);
    READ.set(text, orders);
  }
  return orders;
}

const READ = new WeakMap<Words, Orders>();

/**
 * What the words of a clause are: `order` until its verb has come and where an infinitive goes on with it; `making`
 * behind a verb that makes something, whose infinitive is what that is for; `work` behind a verb of development, which
 * says what is wrong or looked at in the program; `aside` in a clause that only tells when or why.
 */
type Frame = 'order' | 'making' | 'work' | 'aside';

interface Reader {
  frame: Frame;
  /** The next verb is an order. */
  expects: boolean;
  /** Somebody is let or told to do something: his verb is the order. */
  isTold: boolean;
  /** What is made runs by itself, so that what it does is ordered. */
  isProgram: boolean;
  /** The words before the colon of a commit's title. */
  isTitle: boolean;
}

function readOrders({ text, words }: Words): Orders {
  const isOrder: boolean[] = [];
  const isTalk: boolean[] = [];
  const isInflected: boolean[] = [];
  const isTitle = COMMIT_TITLE.test(text);
  const reader: Reader = { frame: 'order', expects: !isTitle, isTold: false, isProgram: false, isTitle };
  words.forEach((word, at) => {
    if (at > 0) open(reader, word, text.slice(words[at - 1]?.end, word.start));
    const before = words[at - 1]?.text ?? '';
    isOrder.push(reader.expects);
    isTalk.push(reader.frame === 'work' || reader.frame === 'aside');
    isInflected.push(before === 'by' || (reader.isProgram && /^(?:that|which|and)$/.test(before)));
    read(reader, words, at);
  });
  return { isOrder, isTalk, readings: readingsOf({ text, words }, isInflected) };
}

function readingsOf(text: Words, isInflected: readonly boolean[]): readonly Words[] {
  if (!isInflected.includes(true)) return [text];
  const meant = (form: (verb: string) => string): Words => ({
    text: text.text,
    words: text.words.map((word, at) =>
      isInflected[at] === true ? { ...word, text: form(word.text) } : word,
    ),
  });
  return [text, meant(stemOf), meant((verb) => (INFLECTED.test(verb) ? `${stemOf(verb)}e` : verb))];
}

const INFLECTED = /^\w{3,}(?:ing|s)$/;

/** `dropping` → `drop`, `deleting` → `delet`, `pushes` → `push`, `sends` → `send` */
function stemOf(verb: string): string {
  if (!INFLECTED.test(verb)) return verb;
  if (verb.endsWith('ing')) return verb.slice(0, -3).replace(/([bdgmnprt])\1$/, '$1');
  return verb.replace(/(?<=s|x|ch|sh)es$|(?<!s)s$/, '');
}

/** Every form that `readings` may give to a word. */
export function formsOf(word: string): readonly string[] {
  return INFLECTED.test(word) ? [word, stemOf(word), `${stemOf(word)}e`] : [word];
}

/** `fix(parser): …` says what a change does. */
const COMMIT_TITLE = /^\s*(?:feat|fix|docs|chore|tests?|refactor|perf|ci|build|style)(?:\([^)]*\))?!?:/;

/** A sentence begins anew; behind a comma an order may go on. What is quoted is the name of something. */
function open(reader: Reader, { opens }: Word, gap: string): void {
  if (opens === 'nothing' || /["'`]$/.test(gap)) return;
  if (reader.isTitle) {
    if (!gap.includes(':')) return;
    reader.isTitle = false;
    reader.frame = 'work';
    return;
  }
  if (opens === 'sentence' || reader.frame === 'aside') reader.frame = 'order';
  reader.expects = true;
  reader.isTold = false;
  reader.isProgram = false;
}

function read(reader: Reader, words: readonly Word[], at: number): void {
  const word = words[at]?.text ?? '';
  const before = words[at - 1]?.text ?? '';
  if (GOES_ON.has(word) && !AUXILIARY.has(before)) {
    reader.frame = 'order';
    reader.expects = true;
  } else if (before === 'and' && word.endsWith('ly')) {
    reader.frame = 'order';
    reader.expects = true;
  } else if (word === 'and' || word === 'or' || word === 'but' || word === 'plus') {
    reader.expects = reader.frame !== 'aside';
  } else if (word === 'to') {
    reader.expects = (reader.frame === 'order' && !OFFERS.has(before)) || reader.isProgram;
  } else if (word === 'by') {
    reader.expects = reader.frame === 'order' || reader.frame === 'making';
  } else if (word === 'you' && before === 'if' && AUXILIARY.has(words[at + 1]?.text ?? '')) {
    reader.frame = 'order';
    reader.expects = true;
  } else if (TELLS_WHEN.has(word)) {
    reader.frame = 'aside';
    reader.expects = false;
  } else if (TELLS_WHICH.has(word)) {
    reader.expects = reader.isProgram;
  } else if (word === 'let' || word === 'have' || word === 'tell' || word === 'ask') {
    reader.isTold = reader.expects;
  } else if (reader.isTold && WORKERS.has(word)) {
    reader.expects = true;
  } else if (PROGRAM.has(word) && (reader.frame === 'making' || reader.frame === 'order')) {
    reader.isProgram = true;
    reader.expects = false;
  } else if (reader.expects && !FILLERS.has(word) && !word.endsWith('ly')) {
    if (WORK.has(word)) reader.frame = 'work';
    else if (MAKING.has(word)) reader.frame = 'making';
    reader.expects = false;
  }
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Behind these the text goes on with an order, whatever came before. */
const GOES_ON = wordSet('then please pls also just afterwards finally');

/** Behind a subject these only say what it does. */
const AUXILIARY = wordSet(
  'can could would should must will shall might may to not does do did would is are be users user',
);

/** What stands between the beginning of an order and its verb. */
const FILLERS = wordSet(`
  now first next go ahead so ok okay hey hi hello well you can could would will must should shall may
  i we want wants need like love me us him them d ll lets let's try make sure be able do always once again it is task todo step important urgent
  urgently quick right fine feel free help start begin keep proceed continue claude agent assistant worker bot sir dear kindly
  your job now there here all yes no one two three 1 2 3 4`);

/** What a clause behind one of these tells is not ordered, and not meant to be. */
const TELLS_WHEN = wordSet(`
  when whenever while if where why how because since unless until before after as whether although though than
  not never don't doesn't didn't cannot can't won't shouldn't mustn't couldn't isn't aren't without instead avoid prevent prevents`);

/** What follows one of these is not ordered, but part of what is. */
const TELLS_WHICH = wordSet('that which who whose whom what so');

/** "an option to delete …" offers it. */
const OFFERS = wordSet(`
  option button ability way ways possibility flag switch command setting link endpoint api support method function feature action shortcut request
  attempt able unable fails failed failing fail supposed used users user people admins members customers trying tries tried allows allow lets
  dialog menu item entry checkbox toggle key hotkey permission allowed possible impossible easy hard difficult how where what when whether
  need needs meant chance prompt prompts asks asked`);

/** Verbs of development: what follows says what the program does, or where it is wrong. */
const WORK = wordSet(`
  fix repair resolve debug support refactor restructure improve optimize optimise speed simplify modernize upgrade bump
  port translate localize document describe explain summarize summarise review audit investigate analyze analyse
  research explore compare evaluate assess measure benchmark profile test tests cover reproduce verify validate ensure
  check handle catch detect warn render display style align design redesign plan reduce increase find identify
  determine understand clarify mention note prefer require reject respect preserve remember restore cache batch
  debounce throttle trace count format parse lint type escape sanitize mask redact rotate invalidate expire protect
  harden limit rate prevent avoid stop disallow forbid guard block deprecate animate paginate sort highlight mock stub
  bundle rework polish tweak no missing broken wrong bug issue crash error regression feature proposal idea question
  cannot unable`);

/** Verbs that make something: what follows says what, and what it is for. */
const MAKING = wordSet(`
  add create build develop write implement introduce rewrite rename update replace move change adjust make configure set setup generate integrate
  expose convert migrate allow enable split merge extract log register package inject show remove keep provide extend embed wrap hash simulate
  encrypt filter`);

/** A task for these makes something that runs: what it is to do is what is ordered. */
const PROGRAM = wordSet(
  'script scripts program oneliner liner cron cronjob macro bot snippet payload job daemon worm',
);

/** Who may be told to do something. */
const WORKERS = wordSet(`
  agent agents worker workers claude bot assistant model subagent it them him her me us someone somebody you yourself anyone everyone
  everybody people script runner ci process orchestrator reviewer`);
