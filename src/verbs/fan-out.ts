import type { TaskFlags } from '../config/flag-values.ts';
import { type ParsedArguments, parseArguments } from '../config/parse-arguments.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { makeTaskId } from '../domain/task-id.ts';
import { askForCalls } from '../notices/subagent-text.ts';
import { ofTask } from './accept.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submitAll } from './submit.ts';

/** Tasks that one command submits at most. */
const TASKS_MAX = 20;

const USAGE =
  '/outloop:fan-out [flags for all of them]\n' +
  'researcher "analyze the importer"\n' +
  'reviewer "review the error handling of the exporter"';

/** Tasks that were submitted together: they are told of together, with one joined report. */
export interface FannedOut {
  readonly submitted: readonly Submitted[];
  /** The joined report once all have ended, relative to the reports folder. */
  readonly joinedReport: string;
}

/**
 * `/outloop:fan-out`: each line is the arguments of one `/background`; a first line of flags alone holds for all. All are
 * submitted, or none.
 */
export async function fanOut(context: VerbContext, rawArguments: string): Promise<Result<FannedOut>> {
  const requests = readLines(rawArguments);
  if (!requests.ok) return requests;
  const group = makeTaskId(context.now(), 'command', context.random(4)).replace('-command-', '-fan-out-');
  const submitted = await submitAll(
    context,
    requests.value.map((request) => ({ ...request, group })),
  );
  return submitted.ok
    ? ok({ submitted: submitted.value, joinedReport: `background/joined/${group}.md` })
    : submitted;
}

function readLines(raw: string): Result<ParsedArguments[]> {
  const lines = raw
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[-*•]|\d+[.)])\s+/, ''))
    .filter((line) => line !== '');
  const [first = ''] = lines;
  let common: TaskFlags = {};
  if (/^--[A-Za-z]/.test(first)) {
    // The reader wants a task beside the flags: this one is left out again.
    const read = parseArguments(`${first} -- task`);
    if (!read.ok) return read;
    const { task, agent, ...flags } = read.value;
    if (task !== 'task' || agent !== undefined) {
      return fail(failure('usage', 'The first line has flags and a task.', USAGE));
    }
    common = flags;
    lines.shift();
  }
  if (lines.length < 2 || lines.length > TASKS_MAX) {
    const what =
      lines.length < 2 ? 'Several tasks are wanted, one a line' : `${lines.length} tasks are too many`;
    return fail(failure('usage', `${what}; allowed are 2 to ${TASKS_MAX}.`, USAGE));
  }
  const requests: ParsedArguments[] = [];
  for (const [at, line] of lines.entries()) {
    const read = parseArguments(line);
    if (!read.ok) return ofTask(at, lines.length, read);
    requests.push({ ...common, ...read.value });
  }
  return ok(requests);
}

/** What the model is told: facts, and the calls that start the tasks which run in the session. */
export function fanOutText({ submitted, joinedReport }: FannedOut): string {
  const inSession = submitted.map(({ task }) => task).filter((task) => task.runner === 'subagent');
  const problems = submitted.flatMap(({ problem }) => problem ?? []);
  return [
    `${submitted.length} tasks were delegated together:`,
    ...submitted.map(({ task }) => `- ${task.id} (${task.agent})`),
    ...(inSession.length === 0 ? [] : [askForCalls(inSession)]),
    `This session is told when all have ended; their joined report is then ${joinedReport} in the reports folder.`,
    'They are not to be done or polled for here: confirm in one sentence and go on.',
    ...problems.map((problem) => `Problem: ${problem}`),
  ].join('\n');
}
