import { parseRun } from '../config/parse-run.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';
import { readTypedFlags, submittedOutput, type TypedFlags } from './submit-command.ts';

/** `/outloop:run [flags] command`: the raw argument text becomes a task that runs it in a shell. */
export async function run(context: VerbContext, rawArguments: string): Promise<Result<Submitted>> {
  const parsed = parseRun(rawArguments, context.paths.root);
  return parsed.ok ? submit(context, { task: '', ...parsed.value }) : parsed;
}

/** `outloop run "command"` */
export async function runShellCommand(
  context: VerbContext,
  command: string,
  flags: TypedFlags,
): Promise<Result<CommandOutput>> {
  const read = readTypedFlags(flags);
  if (!read.ok) return read;
  const submitted = await submit(context, { ...read.value, task: '', command });
  return submitted.ok ? ok(submittedOutput(submitted.value)) : submitted;
}

/** What the model is told of a command that was started. */
export function runText({ task, problem }: Submitted): string {
  return [
    `The command was started in the background as ${task.id}; this session is told when it ends.`,
    'It is not to be run again or polled for here: confirm in one sentence and go on.',
    `Its output so far: outloop check ${shortId(task.id)}.`,
    ...(problem === null ? [] : [`Problem: ${problem}`]),
  ].join(' ');
}
