import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { readState } from '../journal/journal.ts';
import { cleanText } from '../observe/clean.ts';
import { findWorkspace } from '../workspace/find.ts';
import { displayPath } from '../workspace/paths.ts';
import { readTail } from '../workspace/safe-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask, listTasks } from './find-task.ts';

/** The end of a task's output log. */
export interface TaskLog {
  readonly id: string;
  readonly path: string;
  readonly lines: readonly string[];
}

const TAIL_BYTES = 64 * 1024;

/** Reads the last lines of what a task did: the one that `part` names, or the latest of this session. */
export async function logs(context: VerbContext, part: string, linesMax: number): Promise<Result<TaskLog>> {
  const found = part === '' ? latest(context) : await findTask(context, part);
  if (!found.ok) return found;
  const { task } = found.value;
  const files = findWorkspace(context.paths, task.id, task.agent);
  if (files === null) {
    return fail(failure('reports_unwritable', `${task.id} has no workspace: it was removed, or never made.`));
  }
  const tail = readTail(files.outputLog, TAIL_BYTES);
  if (!tail.ok) return tail;
  const lines = cleanText(tail.value).trimEnd().split('\n').slice(-linesMax);
  return ok({ id: task.id, path: displayPath(context.paths, files.outputLog), lines });
}

/** The log for people. */
export function renderLog({ id, path, lines }: TaskLog): string {
  return [`${id} (${path})`, ...lines].join('\n');
}

function latest(context: VerbContext): ReturnType<typeof findTask> extends Promise<infer R> ? R : never {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const { open, ended } = listTasks(read.value, context, context.asker.sessionId === '');
  const running = open.at(-1);
  if (running !== undefined) return ok({ kind: 'open', task: running });
  const [last] = ended;
  if (last !== undefined) return ok({ kind: 'ended', task: last });
  return fail(failure('task_not_found', 'There are no tasks here yet.', '`outloop status --all` lists all.'));
}

/** `outloop logs [ID]` */
export async function logsCommand(
  context: VerbContext,
  part: string,
  linesMax: number,
): Promise<Result<CommandOutput>> {
  const log = await logs(context, part, linesMax);
  return log.ok ? ok({ payload: log.value, text: renderLog(log.value) }) : log;
}
