import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The environment that a living process of this user was started with; empty when it cannot be read. On macOS values
 * end at their first space.
 */
export function environmentOf(pid: number): Record<string, string> {
  const pairs = readPairs(pid).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
  });
  return Object.fromEntries(pairs);
}

function readPairs(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    const line = execFileSync('ps', ['-Eww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return line.split(' ').filter((word) => /^[A-Za-z_]\w*=/.test(word));
  } catch {
    return [];
  }
}
