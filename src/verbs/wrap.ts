import { cleanLine } from '../observe/clean.ts';

/** How wide everything is that people read. */
export const WIDTH = 80;

/** Lines of at most `width` characters, broken at spaces; what is longer than a line, as a path may be, is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of cleanLine(text).split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
  }
  return [...lines, line];
}

/** A label with its text beside it, over as many lines as it takes. A part that is to be copied stays on one line. */
export function labelled(label: string, text: string, labelWidth = 12): string[] {
  const [first = '', ...rest] = wrap(text, WIDTH - labelWidth - 2);
  const indent = ' '.repeat(labelWidth + 2);
  return [`  ${label.padEnd(labelWidth)}${first}`, ...rest.map((line) => `${indent}${line}`)];
}

/** Text of several lines, each at most as wide as a page; words, such as paths, stay whole so that they can be copied. */
export function softWrap(text: string, width = WIDTH): string {
  return text
    .split('\n')
    .flatMap((line) => (line.length <= width ? [line] : breakAtSpaces(line, width)))
    .join('\n');
}

function breakAtSpaces(long: string, width: number): string[] {
  const indent = /^ */.exec(long)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of long.trim().split(/ +/)) {
    const joined = line === '' ? `${indent}${word}` : `${line} ${word}`;
    if (line !== '' && joined.length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = joined;
  }
  return [...lines, line];
}
