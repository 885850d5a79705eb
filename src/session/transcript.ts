import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { noticesIn } from '../notices/notice-text.ts';

// A queued line was printed by the monitor but not given to the model, so it proves nothing.
// Enough for the turn that is ending; a notice further back was followed by a prompt that proved it.
const TAIL_BYTES = 512 * 1024;

/**
 * The ids among `taskIds` whose notice stands in the last part of a session's transcript as an event that the client
 * delivered. A file that cannot be read proves nothing.
 */
export function heardInTranscript(path: string, taskIds: readonly string[]): string[] {
  const delivered = new Set<string>();
  for (const line of readTail(path).split('\n')) {
    if (
      line.includes('task-notification') &&
      !line.includes('"queue-operation"') &&
      line.includes('[outloop:')
    ) {
      for (const id of noticesIn(line)) delivered.add(id);
    }
  }
  return taskIds.filter((id) => delivered.has(id));
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
