import { cleanLine } from './clean.ts';

/** What a command has said so far. It belongs to the one who folds: `foldCommandLines` changes it in place. */
export interface CommandFold {
  /** The command as it was given. */
  readonly command: string;
  /** The last lines of its output that are not blank, oldest first. */
  readonly lastLines: string[];
  lineCount: number;
  /** The last line, until somebody takes it as news. */
  news: string | null;
}

const LAST_LINES = 20;
const LINE_CHARS_MAX = 300;

/** The fold before the first line. */
export function createCommandFold(command: string): CommandFold {
  return { command, lastLines: [], lineCount: 0, news: null };
}

/** Takes lines of output in. Of thousands only the last few are looked at. */
export function foldCommandLines(fold: CommandFold, lines: readonly string[]): void {
  fold.lineCount += lines.length;
  const last: string[] = [];
  for (let at = lines.length - 1; at >= 0 && last.length < LAST_LINES; at--) {
    const text = cleanLine(lines[at] ?? '', LINE_CHARS_MAX);
    if (text !== '') last.unshift(text);
  }
  fold.lastLines.push(...last);
  fold.lastLines.splice(0, fold.lastLines.length - LAST_LINES);
  fold.news = last.at(-1) ?? fold.news;
}

/** The last line since the last time that somebody asked; null for nothing new. */
export function takeNews(fold: CommandFold): string | null {
  const { news } = fold;
  fold.news = null;
  return news;
}
