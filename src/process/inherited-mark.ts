import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/*
 * A mark that a process hands on to all that it starts and that nothing takes off: not a session or a group of its own,
 * not a second fork, not an empty environment. It is the soft limit on file locks, which Linux keeps, hands on and
 * shows in `/proc/<pid>/limits`, and has enforced nothing by since 2.4.
 */

/** The mark of an attempt: a number of 47 bits, never a small one that somebody may have set as a limit. */
export function inheritedMark(taskId: string, attempt: number): number {
  const digest = createHash('sha256').update(`${taskId} ${attempt}`).digest();
  return 2 ** 46 + (digest.readUIntBE(0, 6) % 2 ** 46);
}

/** The arguments of `/bin/sh` for a program that is to carry a mark, and to hand it on. */
export function markedArguments(mark: number, program: string, args: readonly string[]): readonly string[] {
  return scriptArguments(mark, 'exec "$@"', [program, ...args]);
}

/** The arguments of `/bin/sh` for a script of ours that takes a mark first, where there is one to take. */
export function scriptArguments(
  mark: number | undefined,
  script: string,
  args: readonly string[],
): readonly string[] {
  if (mark === undefined || process.platform !== 'linux') return ['-c', script, 'outloop', ...args];
  return ['-c', `${TAKE_MARK} ${script}`, 'outloop', String(mark), ...args];
}

// Some shells name the limit -w, some -x.
const TAKE_MARK = 'ulimit -S -w "$1" 2>/dev/null || ulimit -S -x "$1" 2>/dev/null; shift;';

let found: boolean | undefined;

/** Whether processes can be given marks here; tried once. */
export function marksWork(): boolean {
  found ??= process.platform === 'linux' && tryMark();
  return found;
}

function tryMark(): boolean {
  const mark = 2 ** 46;
  try {
    const limits = execFileSync('/bin/sh', [...markedArguments(mark, 'cat', ['/proc/self/limits'])]);
    return parseMark(limits.toString('latin1')) === mark;
  } catch {
    return false;
  }
}

/** The mark of a living process, null where it has none or cannot be read. */
export function markOf(pid: number): number | null {
  try {
    return parseMark(readFileSync(`/proc/${pid}/limits`, 'latin1'));
  } catch {
    return null;
  }
}

const ROW = 'Max file locks';

function parseMark(limits: string): number | null {
  const at = limits.indexOf(ROW);
  const soft = at < 0 ? Number.NaN : Number.parseInt(limits.slice(at + ROW.length), 10);
  return Number.isNaN(soft) ? null : soft;
}
