import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';

/** Largest file that is read as a brief, in bytes. */
export const BRIEF_BYTES_MAX = 256 * 1024;

/**
 * The text of a file that really lies inside the project, all links followed. Fails where it is outside, is no plain
 * file, is too large or is not UTF-8.
 * @param path as typed, relative to the project root or absolute
 */
export function readInside(project: { readonly root: string }, path: string): Result<string> {
  const shown = cleanLine(path, 60);
  const refuse = (why: string) =>
    fail(failure('usage', `The file ${shown} cannot be read: ${why}.`, 'Example: --brief docs/task.md'));
  let descriptor: number | undefined;
  try {
    const root = realpathSync(project.root);
    const real = realpathSync(resolve(root, path));
    const inside = relative(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`))
      return refuse('it is outside the project');
    // The real path has no links left; one put there since does not open. A pipe must not block.
    descriptor = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return refuse('it is no plain file');
    if (stats.size > BRIEF_BYTES_MAX) return refuse(`it has more than ${BRIEF_BYTES_MAX / 1024} KB`);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor)));
  } catch (error) {
    if (error instanceof TypeError) return refuse('it is no UTF-8 text');
    const { code } = error as NodeJS.ErrnoException;
    return refuse(code === 'ENOENT' || code === 'ENOTDIR' ? 'there is none' : (code ?? 'unknown error'));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
