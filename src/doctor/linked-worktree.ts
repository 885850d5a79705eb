import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** True when the nearest repository above a folder is a linked worktree: its `.git` is a pointer, not a folder. */
export function isLinkedWorktree(folder: string): boolean {
  for (let place = folder; ; place = dirname(place)) {
    const git = join(place, '.git');
    const stats = statSync(git, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return false;
    if (stats?.isFile()) return pointsToWorktree(git);
    if (place === dirname(place)) return false;
  }
}

function pointsToWorktree(file: string): boolean {
  try {
    return /^gitdir: .*\/worktrees\/[^/\n]+\s*$/.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
