import type { TaskAgent } from './agents.ts';

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * A task id such as `20261121-064301-coder-k3f9`: UTC time, agent, four random letters. It sorts by time,
 * is safe in a path and a shell, and any unique part of it names the task.
 * @param random at least four random bytes
 */
export function makeTaskId(nowMs: number, agent: TaskAgent, random: Uint8Array): string {
  const iso = new Date(nowMs).toISOString();
  const day = iso.slice(0, 10).replaceAll('-', '');
  const time = iso.slice(11, 19).replaceAll(':', '');
  let suffix = '';
  for (let index = 0; index < 4; index++) suffix += ALPHABET[(random[index] ?? 0) % ALPHABET.length];
  return `${day}-${time}-${agent}-${suffix}`;
}

/** The short form of an id for people: its random letters. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

/** The ids among `ids` that `part` names: an exact id wins alone, else every id that contains it. */
export function matchTaskIds(ids: Iterable<string>, part: string): string[] {
  const wanted = part.trim().toLowerCase();
  if (wanted === '') return [];
  const matches: string[] = [];
  for (const id of ids) {
    if (id === wanted) return [id];
    if (id.includes(wanted)) matches.push(id);
  }
  return matches;
}
