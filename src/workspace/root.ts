import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Project } from './paths.ts';
import { reportsDir } from './reports-dir.ts';

/**
 * The project that a folder belongs to: the nearest ancestor with an `outloop.yaml`; else the main worktree of the git
 * repository; else the folder itself. `hooks/root.sh` follows the same rule: change both or neither.
 * @param cwd an existing folder; one that does not exist is taken as it is
 */
export function findProject(cwd: string): Project {
  const start = realPath(resolve(cwd));
  const configured = nearest(start, (folder) => kindOf(join(folder, 'outloop.yaml')) === 'file');
  const root = configured ?? mainWorktree(start) ?? start;
  const file = join(root, 'outloop.yaml');
  const yaml = kindOf(file) === 'file' ? readText(file) : null;
  return { root, reports: reportsDir(root, yaml ?? '') };
}

function mainWorktree(start: string): string | null {
  const folder = nearest(start, (ancestor) => kindOf(join(ancestor, '.git')) !== null);
  if (folder === null) return null;
  const git = join(folder, '.git');
  if (kindOf(git) !== 'file') return folder;
  const pointer = /^gitdir: ([^\r\n]+)/.exec(readText(git) ?? '')?.[1];
  return (pointer === undefined ? null : mainOfLinked(folder, pointer)) ?? folder;
}

/** `<main>/.git/worktrees/<name>` gives `<main>`, if it is there; a submodule or a bare repository has no such place. */
function mainOfLinked(folder: string, pointer: string): string | null {
  const worktrees = dirname(pointer);
  const gitDir = dirname(worktrees);
  if (basename(worktrees) !== 'worktrees' || basename(gitDir) !== '.git') return null;
  const main = resolve(folder, dirname(gitDir));
  return kindOf(main) === 'folder' ? realPath(main) : null;
}

function nearest(start: string, has: (folder: string) => boolean): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (has(folder)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return 'folder';
    return stats?.isFile() === true ? 'file' : null;
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
