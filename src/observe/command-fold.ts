import { cleanLine } from './clean.ts';

/** What a command has said so far. It belongs to the one who folds: `foldCommandLine` changes it in place. */
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

/** Takes one line of output in. */
export function foldCommandLine(fold: CommandFold, line: string): void {
  fold.lineCount += 1;
  const text = cleanLine(line, LINE_CHARS_MAX);
  if (text === '') return;
  fold.lastLines.push(text);
  if (fold.lastLines.length > LAST_LINES) fold.lastLines.shift();
  fold.news = text;
}

/** The last line since the last time that somebody asked; null for nothing new. */
export function takeNews(fold: CommandFold): string | null {
  const { news } = fold;
  fold.news = null;
  return news;
}
