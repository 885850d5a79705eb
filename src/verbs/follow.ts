import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { TaskAgent } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import { cleanText } from '../observe/clean.ts';
import { findWorkspace } from '../workspace/find.ts';
import type { VerbContext } from './context.ts';
import type { FoundTask } from './find-task.ts';
import { findTask } from './find-task.ts';
import { loadCapacity } from './load-capacity.ts';
import { revive } from './revive.ts';
import { statusOf } from './status.ts';
import { untilNews } from './wait.ts';

const LOOK_EVERY_MS = 250;
const REVIVE_EVERY_MS = 5_000;
const CHUNK_BYTES = 64 * 1024;

/** What a follower hears: a line of the task's log, why it waits, or its end. */
export type Followed =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'waiting'; readonly text: string };

/**
 * Passes on what a task does, from its first line, until it has ended. Whoever stops listening stops nothing else.
 * @returns how it ended
 */
export async function follow(
  context: VerbContext,
  part: string,
  hear: (news: Followed) => void,
): Promise<Result<EndedTask>> {
  if (part === '') return fail(failure('usage', 'Which task?', 'outloop follow k3f9'));
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const { id, agent } = found.value.task;
  const capacity = await loadCapacity(context);
  let log: LogReader | null = null;
  let waits = '';
  let reviveAt = context.now();
  try {
    for (;;) {
      const read = readState(context.journal);
      if (!read.ok) return read;
      // In this order: what is written before the end is read after it is known.
      const ended = found.value.kind === 'ended' ? found.value.task : read.value.ended.get(id);
      log ??= openLog(logOf(context, id, agent));
      for (const line of log?.read() ?? []) hear({ kind: 'line', text: line });
      if (ended !== undefined) return ok(ended);
      const open = read.value.open.get(id);
      if (open === undefined) return fail(failure('task_not_found', `${id} is no longer in the journal.`));
      const why =
        open.phase === 'queued' ? waitingWords(context, { kind: 'open', task: open }, capacity) : '';
      if (why !== waits && why !== '') hear({ kind: 'waiting', text: why });
      waits = why;
      if (context.now() >= reviveAt) {
        const problem = await revive(context, read.value);
        if (problem !== null) {
          return fail(failure('supervisor_unreachable', `Nothing watches ${id}: ${problem}.`));
        }
        reviveAt = context.now() + REVIVE_EVERY_MS;
      }
      await untilNews(context, context.now() + LOOK_EVERY_MS);
    }
  } finally {
    log?.close();
  }
}

// Of a command all that it says, of an agent what it was seen doing.
function logOf({ paths }: VerbContext, id: string, agent: TaskAgent): string | null {
  const files = findWorkspace(paths, id, agent);
  if (files === null) return null;
  return agent === 'command' ? files.transcript : files.outputLog;
}

function waitingWords(
  context: VerbContext,
  task: FoundTask,
  capacity: Awaited<ReturnType<typeof loadCapacity>>,
): string {
  const row = statusOf(context, task, capacity);
  return row.ok ? row.value.progress : '';
}

interface LogReader {
  /** The whole lines that were written since the last call, cleaned for a terminal. */
  readonly read: () => string[];
  readonly close: () => void;
}

// The open file stays the same when its folder moves at the end of the task.
function openLog(path: string | null): LogReader | null {
  if (path === null) return null;
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  if (!fstatSync(file).isFile()) {
    closeSync(file);
    return null;
  }
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = '';
  return {
    read: () => {
      for (;;) {
        const count = readSync(file, chunk, 0, chunk.length, null);
        if (count === 0) break;
        rest += decoder.write(chunk.subarray(0, count));
      }
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      return lines.map((line) => cleanText(line).trimEnd());
    },
    close: () => closeSync(file),
  };
}
