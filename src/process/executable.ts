import { readlinkSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { runPs } from './ps.ts';

/** The program that a living process runs, as an absolute path; null when the system does not say. */
export function executableOf(pid: number): string | null {
  try {
    const path =
      process.platform === 'linux'
        ? readlinkSync(`/proc/${pid}/exe`)
        : runPs(['-o', 'comm=', '-p', String(pid)]).trim();
    return isAbsolute(path) && !path.endsWith(' (deleted)') ? path : null;
  } catch {
    return null;
  }
}
