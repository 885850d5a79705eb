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
 * The processes whose environment holds one of the markers (`NAME=value`), by marker: each environment is read one
 * time. It finds those that left their group, their session and their parent; it misses those that cleared their
 * environment.
 */
export function withEnvironmentMarkers(
  markers: readonly string[],
  table: readonly ProcessStat[],
): ReadonlyMap<string, readonly ProcessIdentity[]> {
  const found = new Map<string, ProcessIdentity[]>();
  const environments = process.platform === 'linux' ? environmentsLinux(table) : environmentsPs(table);
  for (const { identity, has } of environments) {
    for (const marker of markers) {
      if (!has(marker)) continue;
      const marked = found.get(marker);
      if (marked === undefined) found.set(marker, [identity]);
      else marked.push(identity);
    }
  }
  return found;
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

const LIST_ROUNDS_MAX = 4;

// A process that starts another and ends while its entry is on the way here would be missed with all that come after
// it: so it looks again at those that are new, until none are.
function listLinux(): ProcessStat[] {
  const found: ProcessStat[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < LIST_ROUNDS_MAX; round++) {
    const fresh = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && !seen.has(name));
    if (fresh.length === 0) break;
    for (const name of fresh) {
      seen.add(name);
      const stat = readLinuxStat(Number(name));
      if (stat !== null) found.push(stat);
    }
  }
  return found;
}

function listPs(): ProcessStat[] {
  const text = runPs(['-axo', 'pid=,ppid=,pgid=,stat=,lstart=']);
  return text.split('\n').flatMap((line) => parsePsLine(line) ?? []);
}

interface ReadEnvironment {
  readonly identity: ProcessIdentity;
  readonly has: (marker: string) => boolean;
}

function* environmentsLinux(table: readonly ProcessStat[]): Generator<ReadEnvironment> {
  for (const { pid, start } of table) {
    let environment: string;
    try {
      environment = `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`;
    } catch {
      // Gone since the snapshot, or another user's: neither is ours.
      continue;
    }
    // A kernel gives bytes; a marker may hold more than ASCII.
    const has = (marker: string) =>
      environment.includes(`\0${Buffer.from(marker, 'utf8').toString('latin1')}\0`);
    yield { identity: { pid, start }, has };
  }
}

function* environmentsPs(table: readonly ProcessStat[]): Generator<ReadEnvironment> {
  const text = runPs(['-axEww', '-o', 'pid=,command=']);
  const lines = new Map(text.split('\n').map((line) => [Number.parseInt(line, 10), ` ${line} `]));
  for (const { pid, start } of table) {
    const line = lines.get(pid);
    if (line !== undefined) yield { identity: { pid, start }, has: (marker) => line.includes(` ${marker} `) };
  }
}
