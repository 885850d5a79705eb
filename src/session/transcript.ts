import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { noticesIn } from '../notices/notice-text.ts';

// Enough for the turn that is ending; a notice further back was followed by a prompt that proved it.
const TAIL_BYTES = 512 * 1024;

/** What a session's transcript says of notices: given to the model already, or taken in and about to be. */
export interface Deliveries {
  readonly delivered: readonly string[];
  readonly queued: readonly string[];
}

/** Looks for notices of `taskIds` in the last part of a transcript. A file that cannot be read says nothing. */
export function findDeliveries(path: string | undefined, taskIds: readonly string[]): Deliveries {
  const delivered = new Set<string>();
  const queued = new Set<string>();
  for (const line of path === undefined || taskIds.length === 0 ? [] : readTail(path).split('\n')) {
    if (!line.includes('task-notification') || !line.includes('[outloop:')) continue;
    const into = line.includes('"queue-operation"') ? queued : delivered;
    for (const id of noticesIn(line)) into.add(id);
  }
  return {
    delivered: taskIds.filter((id) => delivered.has(id)),
    queued: taskIds.filter((id) => queued.has(id) && !delivered.has(id)),
  };
}

function readTail(path: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(descriptor);
    const length = Math.min(size, TAIL_BYTES);
    const bytes = Buffer.alloc(length);
    const read = readSync(descriptor, bytes, 0, length, size - length);
    return bytes.subarray(0, read).toString('utf8');
  } catch {
    return '';
  } finally {
    closeSync(descriptor);
  }
}
