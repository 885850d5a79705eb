import type { Readable } from 'node:stream';

/**
 * Hands out what a program prints, one line of JSON at a time. The returned function rejects once the program has
 * closed its output without another line.
 */
export function readJsonLines(stream: Readable, who: string): () => Promise<unknown> {
  const lines: string[] = [];
  let rest = '';
  let isClosed = false;
  let wake: () => void = () => undefined;
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  stream.once('close', () => {
    isClosed = true;
    wake();
  });
  return async () => {
    while (lines.length === 0 && !isClosed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const line = lines.shift();
    if (line === undefined) throw new Error(`${who} ended without another word`);
    return JSON.parse(line);
  };
}
