import { runGit } from './run-git.ts';

/** What git says about a working tree. */
export interface GitFacts {
  /** `none`: no repository; `unknown`: git is missing, failed or took too long. */
  readonly state: 'known' | 'none' | 'unknown';
  /** Null on a detached head. */
  readonly branch: string | null;
  /** Commits ahead and behind the upstream branch, null without one. */
  readonly upstream: { readonly name: string; readonly ahead: number; readonly behind: number } | null;
  /** Changed and untracked files as `git status` shows them, for example `M src/a.ts`. */
  readonly changed: readonly string[];
}

/** Asks git once, with a time limit: a repository may be huge. */
export function gatherGit(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  timeoutMs?: number,
): GitFacts {
  const run = runGit(root, env, STATUS_ARGUMENTS, timeoutMs);
  if (run.status === 0) return parseGitStatus(run.stdout);
  const isNone = run.status === 128 && /not a git repository/i.test(run.stderr);
  return { state: isNone ? 'none' : 'unknown', branch: null, upstream: null, changed: [] };
}

/** Reads `git status --porcelain=v2 --branch -z`. */
export function parseGitStatus(output: string): GitFacts {
  let branch: string | null = null;
  let upstreamName: string | null = null;
  let ahead = 0;
  let behind = 0;
  const changed: string[] = [];
  const entries = output.split('\0');
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? '';
    if (entry.startsWith('# branch.head ')) {
      const name = entry.slice('# branch.head '.length);
      branch = name === '(detached)' ? null : name;
    } else if (entry.startsWith('# branch.upstream ')) {
      upstreamName = entry.slice('# branch.upstream '.length);
    } else if (entry.startsWith('# branch.ab ')) {
      const counts = /\+(\d+) -(\d+)/.exec(entry);
      ahead = Number(counts?.[1] ?? 0);
      behind = Number(counts?.[2] ?? 0);
    } else if (entry.startsWith('1 ')) {
      changed.push(`${flags(entry)} ${fieldsFrom(entry, 8)}`);
    } else if (entry.startsWith('2 ')) {
      changed.push(`${flags(entry)} ${entries[at + 1] ?? ''} -> ${fieldsFrom(entry, 9)}`);
      at += 1;
    } else if (entry.startsWith('u ')) {
      changed.push(`${flags(entry)} ${fieldsFrom(entry, 10)} (conflict)`);
    } else if (entry.startsWith('? ')) {
      changed.push(`?? ${entry.slice(2)}`);
    }
  }
  const upstream = upstreamName === null ? null : { name: upstreamName, ahead, behind };
  return { state: 'known', branch, upstream, changed };
}

const STATUS_ARGUMENTS = [
  ...['-c', 'status.showUntrackedFiles=normal'],
  'status',
  '--porcelain=v2',
  '--branch',
  '-z',
];

/** `1 .M N... …` gives `M`. */
function flags(entry: string): string {
  return entry.slice(2, 4).replaceAll('.', '');
}

/** Everything behind the first `count` fields: a file name may hold spaces. */
function fieldsFrom(entry: string, count: number): string {
  return entry.split(' ').slice(count).join(' ');
}
