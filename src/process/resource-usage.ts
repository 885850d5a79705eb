import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ProcessIdentity } from '../domain/events.ts';

/** What the living processes of a tree use right now. */
export interface TreeUsage {
  /** What each has for itself, and the largest shared part once. */
  readonly memoryBytes: number;
  readonly processes: number;
  /** CPU time of each process so far, in milliseconds, by `pid@start`. */
  readonly cpuMs: ReadonlyMap<string, number>;
}

/** Measures the processes of a tree; those that are gone count nothing. */
export function measureTree(members: readonly ProcessIdentity[]): TreeUsage {
  const measured = process.platform === 'linux' ? measureLinux(members) : measurePs(members);
  let own = 0;
  let shared = 0;
  for (const one of measured) {
    own += one.ownBytes;
    shared = Math.max(shared, one.sharedBytes);
  }
  return {
    memoryBytes: own + shared,
    processes: measured.length,
    cpuMs: new Map(measured.map(({ key, cpuMs }) => [key, cpuMs])),
  };
}

interface Measured {
  readonly key: string;
  readonly ownBytes: number;
  readonly sharedBytes: number;
  readonly cpuMs: number;
}

// The page size and the clock tick of every Linux that Node runs on, but for pages of 16 or 64 kB on some ARM kernels.
const PAGE_BYTES = 4096;
const TICK_MS = 10;

function measureLinux(members: readonly ProcessIdentity[]): Measured[] {
  return members.flatMap(({ pid, start }) => {
    try {
      const [, resident = '0', shared = '0'] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || !start.endsWith(`:${fields[19]}`)) return [];
      return {
        key: `${pid}@${start}`,
        ownBytes: (Number(resident) - Number(shared)) * PAGE_BYTES,
        sharedBytes: Number(shared) * PAGE_BYTES,
        cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
      };
    } catch {
      return [];
    }
  });
}

// Of what is shared `ps` says nothing: the sum is an upper bound.
function measurePs(members: readonly ProcessIdentity[]): Measured[] {
  if (members.length === 0) return [];
  const starts = new Map(members.map(({ pid, start }) => [pid, start]));
  try {
    const pids = [...starts.keys()].join(',');
    const text = execFileSync('ps', ['-o', 'pid=,rss=,time=', '-p', pids], { encoding: 'utf8' });
    return text.split('\n').flatMap((line) => parsePsUsage(line, starts) ?? []);
  } catch {
    return [];
  }
}

/** Parses one line of `ps -o pid=,rss=,time=`: kilobytes, and a time such as `1:02.53` or `1-02:03:04`. */
export function parsePsUsage(line: string, starts: ReadonlyMap<number, string>): Measured | null {
  const [, pid, rss, days, clock] = /^\s*(\d+)\s+(\d+)\s+(?:(\d+)-)?([\d:.]+)\s*$/.exec(line) ?? [];
  const start = starts.get(Number(pid));
  if (start === undefined || clock === undefined) return null;
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return {
    key: `${pid}@${start}`,
    ownBytes: Number(rss) * 1024,
    sharedBytes: 0,
    cpuMs: (Number(days ?? 0) * 86_400 + seconds) * 1000,
  };
}
