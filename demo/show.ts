import process from 'node:process';

/** Who a line of the demo is from. */
export type Voice = 'you' | 'session' | 'wake-up' | 'worker' | 'outloop';

/** Prints the demo: 80 columns, and colour only on a terminal. */
export interface Show {
  /** A paragraph of its own. */
  readonly say: (text: string) => void;
  /** A name and what it stands for, in the head of the demo. */
  readonly fact: (name: string, text: string) => void;
  /** One thing that has just happened, with the seconds since the demo's first prompt. */
  readonly line: (voice: Voice, text: string) => void;
  readonly startClock: () => void;
}

const WIDTH = 80;
const NAME_WIDTH = 10;
const TIME_WIDTH = 7;

const COLOURS: Readonly<Record<Voice, string>> = {
  you: '1',
  session: '36',
  'wake-up': '33',
  worker: '2',
  outloop: '32',
};

/** Makes the demo's output; `now` gives milliseconds. */
export function createShow(now: () => number): Show {
  const coloured = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  const paint = (code: string, text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  let startedAt = now();
  return {
    say: (text) => console.log(text),
    fact: (name, text) => {
      const [first = '', ...rest] = wrap(text, WIDTH - NAME_WIDTH - 2);
      console.log(`  ${paint('1', name.padEnd(NAME_WIDTH))}${first}`);
      for (const line of rest) console.log(`${' '.repeat(NAME_WIDTH + 2)}${line}`);
    },
    line: (voice, text) => {
      const seconds = `${((now() - startedAt) / 1000).toFixed(1)} s`.padStart(TIME_WIDTH - 1);
      const [first = '', ...rest] = wrap(text, WIDTH - TIME_WIDTH - NAME_WIDTH - 1);
      console.log(`${seconds}  ${paint(COLOURS[voice], voice.padEnd(NAME_WIDTH))}${first}`);
      for (const line of rest) console.log(`${' '.repeat(TIME_WIDTH + NAME_WIDTH + 1)}${line}`);
    },
    startClock: () => {
      startedAt = now();
    },
  };
}

/** Breaks a text into lines of at most `width` characters; a longer word is broken too, a path behind a slash. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.trim().split(/\s+/)) {
    while (word.length > width) {
      if (line !== '') lines.push(line);
      const end = word.lastIndexOf('/', width - 1) + 1 || width;
      lines.push(word.slice(0, end));
      word = word.slice(end);
      line = '';
    }
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}
