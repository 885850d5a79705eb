import { readdirSync, readFileSync } from 'node:fs';
import type { ProcessIdentity } from '../domain/events.ts';
import type { ProcessStat } from './identity.ts';
import { parsePsLine, readLinuxStat } from './identity.ts';
import { runPs } from './ps.ts';

/** Every living process, as one snapshot. */
export function listProcesses(): readonly ProcessStat[] {
  const all = process.platform === 'linux' ? listLinux() : listPs();
  return all.filter((stat) => !stat.zombie);
}

/** The descendants of a process in a snapshot, children before grandchildren. The process itself is not among them. */
export function descendantsOf(pid: number, table: readonly ProcessStat[]): readonly ProcessIdentity[] {
  const children = new Map<number, ProcessStat[]>();
  for (const stat of table) {
    const siblings = children.get(stat.parent);
    if (siblings === undefined) children.set(stat.parent, [stat]);
    else siblings.push(stat);
  }
  const found: ProcessIdentity[] = [];
  const queue = [pid];
  const seen = new Set(queue);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const child of children.get(next) ?? []) {
      if (seen.has(child.pid)) continue;
      seen.add(child.pid);
      found.push({ pid: child.pid, start: child.start });
      queue.push(child.pid);
    }
  }
  return found;
}

/**
 * The processes whose environment holds `marker` (`NAME=value`). It finds those that left their group, their session
 * and their parent; it misses those that cleared their environment.
 */
export function withEnvironmentMarker(
  marker: string,
  table: readonly ProcessStat[],
): readonly ProcessIdentity[] {
  return process.platform === 'linux' ? markedLinux(marker, table) : markedPs(marker, table);
}

/**
 * The descendants of a living process by walking down from it: cheap enough for a heartbeat. Those that were
 * already given to another parent are missed, so callers remember what they saw before.
 */
export function walkDescendants(pid: number): readonly ProcessIdentity[] {
  if (process.platform !== 'linux') return descendantsOf(pid, listProcesses());
  const found: ProcessIdentity[] = [];
  const queue = [pid];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const children = readChildren(next);
    // A kernel without the children file: one whole snapshot instead.
    if (children === null) return descendantsOf(pid, listProcesses());
    for (const child of children) {
      const stat = readLinuxStat(child);
      if (stat === null || stat.zombie) continue;
      found.push({ pid: child, start: stat.start });
      queue.push(child);
    }
  }
  return found;
}

// A child belongs to the thread that forked it, so every thread of the process is asked.
function readChildren(pid: number): number[] | null {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  const children: number[] = [];
  for (const thread of threads) {
    try {
      const text = readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1');
      for (const child of text.split(' ')) if (child !== '') children.push(Number(child));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && thread === String(pid)) {
        return readLinuxStat(pid) === null ? [] : null;
      }
    }
  }
  return children;
}

function listLinux(): ProcessStat[] {
  const found: ProcessStat[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readLinuxStat(Number(name));
    if (stat !== null) found.push(stat);
  }
  return found;
}

function listPs(): ProcessStat[] {
  const text = runPs(['-axo', 'pid=,ppid=,pgid=,stat=,lstart=']);
  return text.split('\n').flatMap((line) => parsePsLine(line) ?? []);
}

function markedLinux(marker: string, table: readonly ProcessStat[]): ProcessIdentity[] {
  const found: ProcessIdentity[] = [];
  for (const { pid, start } of table) {
    try {
      const environment = `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`;
      if (environment.includes(`\0${marker}\0`)) found.push({ pid, start });
    } catch {
      // Gone since the snapshot, or another user's: neither is ours.
    }
  }
  return found;
}

function markedPs(marker: string, table: readonly ProcessStat[]): ProcessIdentity[] {
  const text = runPs(['-axEww', '-o', 'pid=,command=']);
  const marked = new Set<number>();
  for (const line of text.split('\n')) {
    if (` ${line} `.includes(` ${marker} `)) marked.add(Number.parseInt(line, 10));
  }
  return table.filter(({ pid }) => marked.has(pid)).map(({ pid, start }) => ({ pid, start }));
}
