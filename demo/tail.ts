import { closeSync, openSync, readSync } from 'node:fs';

/** Follows a file that may not be there yet, and goes on following it when it is moved. */
export interface Tail {
  /** The whole lines that have come since the last call. */
  readonly read: () => string[];
  readonly close: () => void;
}

/** A tail of the file that `locate` names, from its beginning. */
export function openTail(locate: () => string | undefined): Tail {
  const chunk = Buffer.alloc(64 * 1024);
  let descriptor: number | undefined;
  let rest = Buffer.alloc(0);
  const open = () => {
    const path = locate();
    try {
      return path === undefined ? undefined : openSync(path, 'r');
    } catch {
      return undefined;
    }
  };
  return {
    read: () => {
      descriptor ??= open();
      if (descriptor === undefined) return [];
      for (let count = readSync(descriptor, chunk); count > 0; count = readSync(descriptor, chunk)) {
        rest = Buffer.concat([rest, chunk.subarray(0, count)]);
      }
      const end = rest.lastIndexOf(10) + 1;
      const whole = rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end);
      return whole.split('\n').filter((line) => line !== '');
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}
