import type { CommandFold } from '../observe/command-fold.ts';
import { foldCommandLine, takeNews } from '../observe/command-fold.ts';
import { appendProgress } from '../workspace/progress.ts';
import { appendTranscript } from '../workspace/transcript.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { readNewLines } from './stream-reader.ts';

/**
 * Takes in what a command has written since the last look: all of it goes redacted into its log in one write, and its
 * last line becomes a progress line. A command may say thousands of lines between two looks.
 */
export function pumpCommand(context: SupervisorContext, attempt: WatchedAttempt, fold: CommandFold): void {
  const lines = readNewLines(attempt.reader);
  if (lines.length === 0) return;
  for (const line of lines) foldCommandLine(fold, line);
  appendTranscript(
    attempt.files,
    lines.map((line) => attempt.redact(line)),
  );
  const news = takeNews(fold);
  if (news !== null) appendProgress(attempt.files, news, context.now(), attempt.redact);
}
