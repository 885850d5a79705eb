import type { Result } from '../domain/result.ts';
import type { WorkspaceFiles } from './paths.ts';
import { appendLines } from './safe-file.ts';

/** Appends one line of the worker's stream, redacted already, to the transcript. One line in, one line out. */
export function appendTranscript(files: WorkspaceFiles, line: string): Result<void> {
  return appendLines(files.transcript, `${line.replaceAll('\n', ' ')}\n`);
}
