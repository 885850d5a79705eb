import { readFileSync } from 'node:fs';
import type { Result } from '../domain/result.ts';
import type { WorkspaceFiles } from './paths.ts';
import { appendLines, checkFolder, lstat, replaceFile } from './safe-file.ts';

/** Appends lines of the worker's output, redacted already, to the transcript. One line in, one line out. */
export function appendTranscript(files: WorkspaceFiles, lines: readonly string[]): Result<void> {
  const folder = checkFolder(files.folder);
  if (!folder.ok) return folder;
  return appendLines(files.transcript, lines.map((line) => `${line.replaceAll('\n', ' ')}\n`).join(''));
}

/**
 * How many lines the transcript has; none where there is no file of ours. A line that its writer did not live to finish
 * is taken away: it would count as one that is there.
 */
export function countTranscript({ folder, transcript }: WorkspaceFiles): number {
  if (!checkFolder(folder).ok || lstat(transcript)?.isFile() !== true) return 0;
  const bytes = readFileSync(transcript);
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  if (end < bytes.length) replaceFile(transcript, bytes.toString('utf8', 0, end));
  let lines = 0;
  for (const byte of bytes) if (byte === NEWLINE) lines += 1;
  return lines;
}

const NEWLINE = 10;
