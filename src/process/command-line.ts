import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The arguments of a running process; empty when they cannot be read. On macOS split at spaces. */
export function commandLineOf(pid: number): readonly string[] {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    }
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
  } catch {
    return [];
  }
}
