import { closeSync, openSync, readSync } from 'node:fs';
import type { ProcessIdentity } from '../domain/events.ts';
import { runPs } from './ps.ts';

/**
 * The identity of a living process: its pid with its start time, so that a later process of the same pid, also
 * after a reboot, is never taken for it. Null when there is none, or only a zombie.
 */
export function identityOf(pid: number): ProcessIdentity | null {
  const stat = process.platform === 'linux' ? readLinuxStat(pid) : readPsStat(pid);
  return stat === null || stat.zombie ? null : { pid, start: stat.start };
}

/** True while exactly this process lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.start === identity.start;
}

/** The boot that a process belongs to; the empty string where start times are times of day, which name no boot. */
export function bootOf({ start }: ProcessIdentity): string {
  return /^([^:\s]+):\d+$/.exec(start)?.[1] ?? '';
}

/**
 * True when the first process was surely started before the second. On systems whose start times are times of day
 * nothing is sure.
 */
export function isOlder(one: ProcessIdentity, other: ProcessIdentity): boolean {
  const boot = bootOf(one);
  return boot !== '' && boot === bootOf(other) && ticksOf(one) < ticksOf(other);
}

/** How long before the second process the first was started, in milliseconds; null where nothing is sure. */
export function startedBeforeMs(one: ProcessIdentity, other: ProcessIdentity): number | null {
  const boot = bootOf(one);
  return boot !== '' && boot === bootOf(other) ? (ticksOf(other) - ticksOf(one)) * TICK_MS : null;
}

// The clock tick of every Linux that Node runs on.
const TICK_MS = 10;

function ticksOf({ start }: ProcessIdentity): number {
  return Number(start.slice(start.lastIndexOf(':') + 1));
}

/** What the process table says of one process. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly start: string;
  readonly zombie: boolean;
}

/** Reads `/proc/<pid>/stat`; null when the process is gone. */
export function readLinuxStat(pid: number): ProcessStat | null {
  let text: string;
  try {
    text = readProc(`/proc/${pid}/stat`);
  } catch {
    return null;
  }
  // The command name stands in parentheses and may itself hold spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent, group] = fields;
  const startTicks = fields[19];
  if (state === undefined || startTicks === undefined) return null;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    start: `${bootId()}:${startTicks}`,
    zombie: state === 'Z' || state === 'X',
  };
}

let cachedBootId: string | undefined;

// Start times count from boot, so they only identify a process together with the boot.
function bootId(): string {
  if (cachedBootId === undefined) {
    try {
      cachedBootId = readProc('/proc/sys/kernel/random/boot_id').slice(0, 8);
    } catch {
      cachedBootId = 'boot';
    }
  }
  return cachedBootId;
}

/** One read into a small buffer: files of `/proc` have no size to go by, and every hook reads some. */
function readProc(path: string): string {
  const file = openSync(path, 'r');
  try {
    return PROC_BUFFER.toString('latin1', 0, readSync(file, PROC_BUFFER, 0, PROC_BUFFER.length, 0));
  } finally {
    closeSync(file);
  }
}

const PROC_BUFFER = Buffer.alloc(4_096);

function readPsStat(pid: number): ProcessStat | null {
  try {
    return parsePsLine(runPs(['-o', 'pid=,ppid=,pgid=,stat=,lstart=', '-p', String(pid)]));
  } catch {
    return null;
  }
}

/** Parses one line of `ps -o pid=,ppid=,pgid=,stat=,lstart=` (macOS and the BSDs). */
export function parsePsLine(line: string): ProcessStat | null {
  const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
  if (match === null) return null;
  const [, pid, parent, group, state, start] = match;
  return {
    pid: Number(pid),
    parent: Number(parent),
    group: Number(group),
    start: String(start).replaceAll(/\s+/g, ' '),
    zombie: String(state).startsWith('Z'),
  };
}
