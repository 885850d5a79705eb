import type { Result } from '../domain/result.ts';
import type { WorkspaceFiles } from './paths.ts';
import { appendLines } from './safe-file.ts';

/** Appends lines of the worker's output, redacted already, to the transcript. One line in, one line out. */
export function appendTranscript(files: WorkspaceFiles, lines: readonly string[]): Result<void> {
  return appendLines(files.transcript, lines.map((line) => `${line.replaceAll('\n', ' ')}\n`).join(''));
}
