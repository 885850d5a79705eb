import { readFileSync } from 'node:fs';
import { runPs } from './ps.ts';

/** The arguments of a running process; empty when they cannot be read. On macOS split at spaces. */
export function commandLineOf(pid: number): readonly string[] {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    }
    return runPs(['-ww', '-o', 'args=', '-p', String(pid)])
      .trim()
      .split(/\s+/);
  } catch {
    return [];
  }
}
