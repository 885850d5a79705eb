import type { CommandFold } from '../observe/command-fold.ts';
import { foldCommandLines, takeNews } from '../observe/command-fold.ts';
import { redactLines } from '../observe/redact.ts';
import { appendProgress } from '../workspace/progress.ts';
import { appendTranscript } from '../workspace/transcript.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';

/**
 * Takes in lines that a command has written: all of them go redacted into its log in one write, and the last one
 * becomes a progress line. A command may say thousands of lines between two looks.
 */
export function takeCommandLines(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  fold: CommandFold,
  lines: readonly string[],
): void {
  if (lines.length === 0) return;
  foldCommandLines(fold, lines);
  appendTranscript(attempt.files, redactLines(lines, attempt.redact));
  const news = takeNews(fold);
  if (news !== null) appendProgress(attempt.files, news, context.now(), attempt.redact);
}
