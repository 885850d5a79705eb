import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readTextFile } from '../workspace/safe-file.ts';

/** The long form of a task, or why it is not there. */
export type Brief =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly problem: string };

/** Reads the brief of a task when it starts. It was checked at submit; what happened to it since is said. */
export function readBrief(root: string, path: string): Brief {
  let real: string;
  try {
    real = realpathSync(join(root, path));
  } catch {
    return { path, problem: 'it is not there any more' };
  }
  if (relative(root, real).startsWith('..')) return { path, problem: 'it leads out of the project' };
  const text = readTextFile(real, BRIEF_BYTES_MAX);
  if (!text.ok) return { path, problem: 'it is no plain file, or too long' };
  if (text.value === null || text.value.includes('\0')) return { path, problem: 'it is no text' };
  return { path, text: text.value };
}

const BRIEF_BYTES_MAX = 1024 * 1024;
