import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { printFailure } from './run-command.ts';

/** What is watched. */
export interface Watched {
  readonly now: () => number;
  /** Whether something has changed since the last drawing. */
  readonly hasNews: () => boolean;
  readonly draw: () => Promise<Result<{ readonly text: string }>>;
}

const ENTER = '\u001b[?1049h\u001b[?25l';
const LEAVE = '\u001b[?25h\u001b[?1049l';
const REDRAW_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 100;
/** ctrl-C, ctrl-D, `q`. */
const LEAVING_KEYS = ['\u0003', '\u0004', 'q'];
const SIGNALS = { SIGINT: 0, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Draws something again and again on a screen of its own, until ctrl-C or `q`; then the terminal is as it was before.
 * Without a terminal it is refused.
 */
export async function watch(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  watched: Watched,
): Promise<void> {
  if (!output.isTTY) {
    printFailure(
      false,
      failure('usage', '--watch needs a terminal.', 'In a script: outloop wait, or --json.'),
    );
    return;
  }
  const done = new AbortController();
  const restore = takeTerminal(input, output, () => done.abort());
  try {
    const failed = await drawUntil(done.signal, output, watched);
    restore();
    if (failed !== null) printFailure(false, failed);
  } finally {
    restore();
  }
}

/** Takes the terminal over. @returns what gives it back; calling it twice does no harm */
function takeTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream, stop: () => void): () => void {
  // Raw, so that no key is echoed into the picture, and ctrl-Z does not leave a stopped screen behind.
  const hasKeys = input.isTTY === true;
  const onKey = (keys: Buffer) => {
    if (LEAVING_KEYS.some((key) => keys.includes(key))) stop();
  };
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => {
      process.exitCode = code;
      stop();
    };
    process.once(signal, listener);
    return { signal, listener };
  });
  let isTaken = true;
  const restore = () => {
    if (!isTaken) return;
    isTaken = false;
    process.removeListener('exit', restore);
    for (const { signal, listener } of listeners) process.removeListener(signal, listener);
    if (hasKeys) {
      input.removeListener('data', onKey);
      input.setRawMode(false);
      input.pause();
    }
    output.write(LEAVE);
  };
  process.once('exit', restore);
  if (hasKeys) input.setRawMode(true).resume().on('data', onKey);
  output.write(ENTER);
  return restore;
}

async function drawUntil(stop: AbortSignal, output: NodeJS.WriteStream, watched: Watched) {
  let resized = false;
  const onResize = () => {
    resized = true;
  };
  output.on('resize', onResize);
  try {
    while (!stop.aborted) {
      const drawn = await watched.draw();
      if (!drawn.ok) return drawn.failure;
      output.write(frame(drawn.value.text, output.columns || 80, output.rows || 24));
      resized = false;
      const until = watched.now() + REDRAW_EVERY_MS;
      while (!stop.aborted && !resized && !watched.hasNews() && watched.now() < until) {
        await sleep(LOOK_EVERY_MS);
      }
    }
    return null;
  } finally {
    output.removeListener('resize', onResize);
  }
}

/** One picture that replaces the last one without flicker: each line is written over, the rest of the screen cleared. */
export function frame(text: string, columns: number, rows: number): string {
  const lines = text.split('\n');
  const fits = lines.length < rows;
  const shown = fits ? lines : [...lines.slice(0, rows - 2), `… ${lines.length - rows + 2} more lines`];
  const body = [...shown, 'ctrl-C or q leaves']
    .slice(0, rows)
    .map((line) => `${clip(line, columns)}\u001b[K`);
  return `\u001b[?2026h\u001b[H${body.join('\r\n')}\u001b[J\u001b[?2026l`;
}

// Colours take no room; a line that is cut ends in none.
function clip(line: string, columns: number): string {
  let room = columns;
  let cut = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours are passed over
  for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
    if (part.startsWith('\u001b')) cut += part;
    else {
      const kept = [...part].slice(0, room);
      room -= kept.length;
      cut += kept.join('');
    }
  }
  return cut;
}
