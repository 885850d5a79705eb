import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { FLAG_READERS, readFlags, type TaskFlags } from '../config/flag-values.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';
import type { SubmitRequest } from './submit-request.ts';

/** The flags of a task as a command line gives them: `--max-turns` as `maxTurns`, values as typed. */
export type TypedFlags = Readonly<Record<string, unknown>>;

/** The flags of `outloop submit`, as typed. */
export interface SubmitFlags extends TypedFlags {
  readonly command?: string;
  readonly json?: string | true;
}

const text = z.string();
const figure = z.union([z.string(), z.number()]);
const texts = z.union([z.string(), z.array(z.string())]);

/** The request that `outloop submit --json -` reads from stdin. */
const StdinRequest = z.strictObject({
  task: text.default(''),
  command: text.optional(),
  agent: text.optional(),
  model: text.optional(),
  report: text.optional(),
  brief: text.optional(),
  bundle: text.optional(),
  name: text.optional(),
  timeout: text.optional(),
  max_turns: z.int().optional(),
  budget_usd: z.number().optional(),
  after: texts.optional(),
  claims: texts.optional(),
  priority: z.int().optional(),
  slots: z.int().optional(),
  retries: z.int().optional(),
  on_failure: text.optional(),
  limits: text.optional(),
  silence: text.optional(),
  watch_for: text.optional(),
  tokens: figure.optional(),
  output: text.optional(),
  memory: text.optional(),
  cpu: figure.optional(),
  processes: z.int().optional(),
});

/** `outloop submit [agent] [task]`, or `--json -`: through the same policy as a typed `/background`. */
export async function submitCommand(
  context: VerbContext,
  agent: string | undefined,
  task: string | undefined,
  flags: SubmitFlags,
): Promise<Result<CommandOutput>> {
  const request = flags.json === '-' ? readStdinRequest() : requestOf(agent, task, flags);
  if (!request.ok) return request;
  const submitted = await submit(context, request.value);
  return submitted.ok ? ok(submittedOutput(submitted.value)) : submitted;
}

/** What a command says of a task that it has submitted. `notes` are further lines for people. */
export function submittedOutput(submitted: Submitted, notes: readonly string[] = []): CommandOutput {
  return { payload: payloadOf(submitted), text: [submittedText(submitted), ...notes].join('\n') };
}

function requestOf(
  agent: string | undefined,
  task: string | undefined,
  flags: SubmitFlags,
): Result<SubmitRequest> {
  // One word alone is the task: the agent is chosen then.
  const words = task ?? agent ?? '';
  if (words !== '' && flags.command !== undefined) {
    return fail(failure('usage', 'A task and --command: give one of them.'));
  }
  if (words === '' && flags.command === undefined) {
    return fail(failure('usage', 'Which task?', 'outloop submit researcher "analyze the importer"'));
  }
  const read = readTypedFlags(flags);
  if (!read.ok) return read;
  const named = task === undefined ? undefined : agent;
  return ok({ ...read.value, task: words, command: flags.command, agent: named });
}

/** Reads the flags of a task from a command line. */
export function readTypedFlags(flags: TypedFlags): Result<TaskFlags> {
  const typed = Object.keys(FLAG_READERS).map((name) => {
    const value = flags[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
    return [name, typeof value === 'string' ? value : undefined];
  });
  return readFlags(Object.fromEntries(typed) as Record<string, string | undefined>);
}

/** Fields of the request whose flag has another name. */
const FLAG_OF: Readonly<Record<string, string>> = { budget_usd: 'budget', claims: 'claim' };

function readStdinRequest(): Result<SubmitRequest> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(0, 'utf8'));
  } catch (error) {
    return fail(failure('input_malformed', `stdin is not JSON: ${(error as Error).message}`, EXAMPLE));
  }
  const parsed = StdinRequest.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the request';
    return fail(failure('input_malformed', `${where}: ${issue?.message}`, EXAMPLE));
  }
  const { task, command, agent, ...rest } = parsed.data;
  if (task === '' && command === undefined) {
    return fail(failure('input_malformed', 'task: it is missing', EXAMPLE));
  }
  const typed = Object.entries(rest).map(([field, given]) => [
    FLAG_OF[field] ?? field.replaceAll('_', '-'),
    given === undefined ? undefined : [given].flat().join(','),
  ]);
  const read = readFlags(Object.fromEntries(typed) as Record<string, string | undefined>);
  return read.ok ? ok({ ...read.value, task, command, agent }) : read;
}

const EXAMPLE = 'Example: {"agent":"researcher","task":"analyze the importer","timeout":"20m"}';

function payloadOf({ task, routedBy, problem }: Submitted) {
  const after = (task.options.after ?? []).map(({ task_id }) => task_id);
  return { task_id: task.id, agent: task.agent, routed_by: routedBy, after, problem };
}

function submittedText({ task, routedBy, problem }: Submitted): string {
  const chosen = routedBy === null ? '' : ` (chosen ${routedBy})`;
  const after = (task.options.after ?? []).map(({ task_id }) => shortId(task_id));
  return [
    `Delegated as ${task.id} to a background ${task.agent}${chosen}.`,
    ...(after.length === 0 ? [] : [`It starts after ${after.join(', ')}.`]),
    `Wait for it: outloop wait ${task.id}`,
    ...(problem === null ? [] : [problem]),
  ].join('\n');
}
