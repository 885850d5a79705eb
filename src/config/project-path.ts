import { isAbsolute, normalize, relative } from 'node:path';

const PATH_CHARS_MAX = 400;

/**
 * Why a typed path cannot be inside the project, by its text alone, or undefined. Links are followed only where the
 * file is opened. An absolute path is judged when the root is known.
 */
export function pathFault(path: string, root?: string): string | undefined {
  if (path.trim() === '') return 'it is empty';
  if (path.length > PATH_CHARS_MAX) return `it is longer than ${PATH_CHARS_MAX} characters`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(path)) return 'it holds control characters';
  if (/^~|^\$|^[A-Za-z]:[\\/]|^\\\\/.test(path)) return 'it is outside the project';
  if (isAbsolute(path) && root === undefined) return undefined;
  const inside = normalize(isAbsolute(path) ? relative(root ?? '/', path) : path);
  if (inside === '..' || inside.startsWith('../')) return 'it is outside the project';
  if (inside === '.' || inside.endsWith('/')) return 'it is a folder';
  return undefined;
}
