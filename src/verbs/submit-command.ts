import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { parseDuration } from '../config/duration.ts';
import { SCHEDULING_READERS, type SchedulingFlags } from '../config/scheduling-flags.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import type { SubmitRequest, Submitted } from './submit.ts';
import { submit } from './submit.ts';

/** The flags of `outloop submit`, as typed. */
export interface SubmitFlags {
  readonly model?: string;
  readonly report?: string;
  readonly brief?: string;
  readonly timeout?: string;
  readonly maxTurns?: string;
  readonly budget?: string;
  readonly name?: string;
  readonly command?: string;
  readonly after?: string;
  readonly claim?: string;
  readonly priority?: string;
  readonly slots?: string;
  readonly json?: string | true;
}

/** The request that `outloop submit --json -` reads from stdin. */
const StdinRequest = z.strictObject({
  task: z.string().default(''),
  command: z.string().optional(),
  agent: z.string().optional(),
  model: z.string().optional(),
  report: z.string().optional(),
  brief: z.string().optional(),
  timeout: z.string().optional(),
  max_turns: z.int().positive().optional(),
  budget_usd: z.number().positive().optional(),
  name: z.string().optional(),
  after: z.union([z.string(), z.array(z.string())]).optional(),
  claims: z.union([z.string(), z.array(z.string())]).optional(),
  priority: z.int().optional(),
  slots: z.int().optional(),
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
  if (!submitted.ok) return submitted;
  return ok({ payload: payloadOf(submitted.value), text: submittedText(submitted.value) });
}

function requestOf(
  agent: string | undefined,
  task: string | undefined,
  flags: SubmitFlags,
): Result<SubmitRequest> {
  // One word alone is the task: the agent is chosen then.
  const text = task ?? agent ?? '';
  if (text !== '' && flags.command !== undefined) {
    return fail(failure('usage', 'A task and --command: give one of them.'));
  }
  if (text === '' && flags.command === undefined) {
    return fail(failure('usage', 'Which task?', 'outloop submit researcher "analyze the importer"'));
  }
  const timeoutMs = flags.timeout === undefined ? ok(undefined) : parseDuration(flags.timeout);
  if (!timeoutMs.ok) return timeoutMs;
  const maxTurns = parseNumber(flags.maxTurns, '--max-turns', true);
  if (!maxTurns.ok) return maxTurns;
  const budgetUsd = parseNumber(flags.budget, '--budget', false);
  if (!budgetUsd.ok) return budgetUsd;
  const scheduling = readScheduling(flags);
  if (!scheduling.ok) return scheduling;
  return ok({
    ...scheduling.value,
    task: text,
    command: flags.command,
    agent: task === undefined ? undefined : agent,
    model: flags.model,
    report: flags.report,
    brief: flags.brief,
    timeoutMs: timeoutMs.value,
    maxTurns: maxTurns.value,
    budgetUsd: budgetUsd.value,
    name: flags.name,
  });
}

/** Reads the flags that decide when a task starts. */
export function readScheduling(
  flags: Readonly<Partial<Record<keyof typeof SCHEDULING_READERS, string | undefined>>>,
): Result<SchedulingFlags> {
  let read: SchedulingFlags = {};
  for (const [name, reader] of Object.entries(SCHEDULING_READERS)) {
    const value = flags[name as keyof typeof SCHEDULING_READERS];
    if (value === undefined) continue;
    const flag = reader(value);
    if (!flag.ok) return flag;
    read = { ...read, ...flag.value };
  }
  return ok(read);
}

function parseNumber(text: string | undefined, flag: string, whole: boolean): Result<number | undefined> {
  if (text === undefined) return ok(undefined);
  const value = Number(text);
  if (value > 0 && Number.isFinite(value) && (!whole || Number.isInteger(value))) return ok(value);
  const wanted = whole ? 'a whole number above 0' : 'an amount of US dollars above 0';
  return fail(failure('usage', `${flag} ${text}: it must be ${wanted}.`));
}

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
  const { max_turns, budget_usd, timeout, after, claims, priority, slots, ...rest } = parsed.data;
  if (rest.task === '' && rest.command === undefined) {
    return fail(failure('input_malformed', 'task: it is missing', EXAMPLE));
  }
  const scheduling = readScheduling({
    after: after === undefined ? undefined : [after].flat().join(','),
    claim: claims === undefined ? undefined : [claims].flat().join(','),
    priority: priority === undefined ? undefined : String(priority),
    slots: slots === undefined ? undefined : String(slots),
  });
  if (!scheduling.ok) return scheduling;
  const timeoutMs = timeout === undefined ? ok(undefined) : parseDuration(timeout);
  if (!timeoutMs.ok) return timeoutMs;
  return ok({
    ...rest,
    ...scheduling.value,
    timeoutMs: timeoutMs.value,
    maxTurns: max_turns,
    budgetUsd: budget_usd,
  });
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
