import type { JournalState } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { truncate } from '../observe/clean.ts';

/** A line that says what is waited for, rewritten in place. Without a terminal it says nothing. */
export interface WaitLine {
  readonly show: (open: readonly string[], state: JournalState) => void;
  readonly clear: () => void;
}

/** Makes such a line on a stream. */
export function createWaitLine(stream: NodeJS.WriteStream): WaitLine {
  let shown = '';
  const write = (text: string) => {
    if (!stream.isTTY || text === shown) return;
    stream.write(`\r\u001b[K${text}`);
    shown = text;
  };
  return {
    show: (open, state) => {
      const tasks = open.map((id) => `${shortId(id)} (${state.open.get(id)?.phase ?? 'ending'})`);
      write(truncate(`waiting for ${tasks.join(', ')}`, (stream.columns || 80) - 1));
    },
    clear: () => write(''),
  };
}
