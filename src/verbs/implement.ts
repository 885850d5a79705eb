import type { TaskFlags } from '../config/flag-values.ts';
import { loadConfig } from '../config/load-config.ts';
import { parseArguments } from '../config/parse-arguments.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { makeTaskId, shortId } from '../domain/task-id.ts';
import { truncate } from '../observe/clean.ts';
import { routeTask } from '../policy/route.ts';
import { checkWork } from './check-work.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';
import { readTypedFlags, type TypedFlags } from './submit-command.ts';
import type { SubmitRequest } from './submit-request.ts';

/** Work that goes through three hands: the tasks, in the order in which they start. */
export interface Implementation {
  readonly steps: readonly Submitted[];
  /** Why not all of them were submitted; null when all is well. */
  readonly problem: string | null;
}

/** `/outloop:implement "task" [flags]`: the raw argument text, as typed. */
export async function implement(context: VerbContext, rawArguments: string): Promise<Result<Implementation>> {
  const parsed = parseArguments(rawArguments, context.paths.root);
  if (!parsed.ok) return parsed;
  const { task, agent, ...flags } = parsed.value;
  if (flags.inSession === true) return fail(failure('usage', NOT_IN_SESSION, 'Leave --in-session out.'));
  if (agent === undefined) return implementTask(context, task, flags);
  return fail(
    failure(
      'usage',
      'Who does what is settled here: a coder, then a reviewer, then a tester.',
      'Leave the agent out, or hand over one task: /background coder "…"',
    ),
  );
}

const NOT_IN_SESSION = 'What waits for another task cannot run inside the session.';

/**
 * Submits the work for a coder, its review, and its tests, each waiting for the one before. All three are checked
 * against the policy before the first is submitted: a refusal leaves nothing behind.
 */
export async function implementTask(
  context: VerbContext,
  text: string,
  flags: TaskFlags,
): Promise<Result<Implementation>> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const requests = stepsOf(text, flags);
  for (const request of requests) {
    const checked = await checkWork(context, request, config.value);
    if (!checked.ok) return checked;
  }
  // They are told of together, with one report.
  const group = makeTaskId(context.now(), 'command', context.random(4)).replace('-command-', '-implement-');
  const steps: Submitted[] = [];
  for (const request of requests) {
    const done = await submit(context, { ...withAfter(request, steps), group });
    if (!done.ok) {
      if (steps.length === 0) return done;
      return ok({ steps, problem: `The ${request.agent}'s part was not submitted: ${done.failure.message}` });
    }
    steps.push(done.value);
  }
  return ok({ steps, problem: steps.find(({ problem }) => problem !== null)?.problem ?? null });
}

function stepsOf(text: string, flags: TaskFlags): SubmitRequest[] {
  const { after, report, claims, onFailure, ...shared } = flags;
  const names = routeTask(text).by !== 'by default';
  const task = names ? text : `implement ${text}`;
  // One report path can have one report, and only who changes files must keep others away from them.
  const own = { ...shared, ...(claims === undefined ? {} : { claims }) };
  return [
    { ...flags, agent: 'coder', task },
    { ...shared, agent: 'reviewer', task: about('review', task), changes: { base: 'HEAD' } },
    { ...own, agent: 'tester', task: about('test', task) },
  ];
}

const TASK_CHARS_MAX = 200;

function about(verb: string, task: string): string {
  const lead = `${verb} what was done for: `;
  return `${lead}${truncate(task.trim(), TASK_CHARS_MAX - lead.length)}`;
}

// The tests need the code; a review that came to no end is no reason not to test it.
function withAfter(request: SubmitRequest, [coder, reviewer]: readonly Submitted[]): SubmitRequest {
  if (coder === undefined) return request;
  const first = { part: coder.task.id, on: 'success' as const };
  const second = reviewer === undefined ? [] : [{ part: reviewer.task.id, on: 'end' as const }];
  return { ...request, after: [first, ...second] };
}

/** What the model is told of it, in one line. */
export function implementationText({ steps, problem }: Implementation): string {
  return [
    `Delegated as ${steps.map(({ task }) => `${task.agent} ${task.id}`).join(', then ')}, each after the one before.`,
    'They run in contexts of their own; this session is told once, when all have ended.',
    'Nothing of it is to be done or polled for here: confirm in one sentence and go on.',
    ...(problem === null ? [] : [`Problem: ${problem}`]),
  ].join(' ');
}

/** `outloop implement "task" [flags]` */
export async function implementCommand(
  context: VerbContext,
  text: string,
  flags: TypedFlags,
): Promise<Result<CommandOutput>> {
  const read = readTypedFlags(flags);
  if (!read.ok) return read;
  const done = await implementTask(context, text, read.value);
  if (!done.ok) return done;
  const { steps, problem } = done.value;
  const last = steps.at(-1)?.task.id ?? '';
  return ok({
    payload: { tasks: steps.map(({ task }) => ({ task_id: task.id, agent: task.agent })), problem },
    text: [
      ...steps.map(({ task }) => `${task.agent.padEnd(9)} ${task.id}${afterWords(task.options.after)}`),
      `Wait for all of it: outloop wait ${last}`,
      ...(problem === null ? [] : [problem]),
    ].join('\n'),
  });
}

function afterWords(after: Submitted['task']['options']['after'] = []): string {
  return after.length === 0 ? '' : `  after ${after.map(({ task_id }) => shortId(task_id)).join(', ')}`;
}
