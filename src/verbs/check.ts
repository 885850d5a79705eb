import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask, OpenTask } from '../domain/state.ts';
import { shortDuration } from '../domain/units.ts';
import { readState } from '../journal/journal.ts';
import { cleanText } from '../observe/clean.ts';
import { findWorkspace } from '../workspace/find.ts';
import { displayPath } from '../workspace/paths.ts';
import { readTail } from '../workspace/safe-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask, listTasks } from './find-task.ts';

/** A command that runs or has run, with the end of its output. */
export interface CheckedCommand {
  readonly id: string;
  readonly command: string;
  readonly status: string;
  readonly duration_ms: number;
  /** The last lines of its output, at most `OUTPUT_CHARS_MAX` characters. */
  readonly output: string;
  /** Where all of it stands, relative to the project. */
  readonly output_path: string;
}

const OUTPUT_CHARS_MAX = 500;
const TAIL_BYTES = 8 * 1024;
const ENDED_SHOWN = 3;

/** The command that `part` names, or all that run and the last that have ended. */
export async function check(context: VerbContext, part: string): Promise<Result<CheckedCommand[]>> {
  if (part !== '') {
    const found = await findTask(context, part);
    if (!found.ok) return found;
    if (found.value.task.agent === 'command') return ok([checked(context, found.value.task)]);
    return fail(
      failure('usage', `${found.value.task.id} is no command.`, 'See what an agent does: outloop logs'),
    );
  }
  const read = readState(context.journal);
  if (!read.ok) return read;
  const { open, ended } = listTasks(read.value, context, context.asker.sessionId === '');
  const last = ended.filter(isCommand).slice(0, ENDED_SHOWN).reverse();
  return ok([...last, ...open.filter(isCommand)].map((task) => checked(context, task)));
}

function isCommand(task: OpenTask | EndedTask): boolean {
  return task.agent === 'command';
}

function checked(context: VerbContext, task: OpenTask | EndedTask): CheckedCommand {
  const files = findWorkspace(context.paths, task.id, task.agent);
  const tail = files === null ? ok('') : readTail(files.transcript, TAIL_BYTES);
  const text = tail.ok ? cleanText(tail.value).trimEnd() : '';
  const isOpen = 'phase' in task;
  return {
    id: task.id,
    command: task.description,
    status: isOpen ? task.phase : task.status,
    duration_ms: isOpen
      ? Math.max(0, context.now() - (task.phase === 'running' ? task.startedAt : task.submittedAt))
      : task.durationMs,
    output: text.length <= OUTPUT_CHARS_MAX ? text : `…${text.slice(-OUTPUT_CHARS_MAX + 1)}`,
    output_path: files === null ? '' : displayPath(context.paths, files.transcript),
  };
}

/** For people and models: each command, how it stands, and the end of what it has said. */
export function renderChecked(commands: readonly CheckedCommand[]): string {
  if (commands.length === 0)
    return 'No command runs in the background here. Start one: outloop run "npm test"';
  return commands
    .map(({ id, command, status, duration_ms, output, output_path }) => {
      const head = `${id} ${status} (${shortDuration(duration_ms)}): ${command}`;
      const said = output === '' ? ['  (no output yet)'] : output.split('\n').map((line) => `  ${line}`);
      return [head, ...said, ...(output_path === '' ? [] : [`  All of it: ${output_path}`])].join('\n');
    })
    .join('\n\n');
}

/** `outloop check [ID]` */
export async function checkCommands(context: VerbContext, part: string): Promise<Result<CommandOutput>> {
  const commands = await check(context, part);
  return commands.ok ? ok({ payload: commands.value, text: renderChecked(commands.value) }) : commands;
}
