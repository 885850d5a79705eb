import { addFlag, type TaskFlags } from '../config/flag-values.ts';
import type { AfterPart } from '../config/scheduling-flags.ts';
import type { TaskSubmitted } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import type { Answer } from '../domain/task-options.ts';
import { readState } from '../journal/journal.ts';
import { readRecords } from '../journal/task-records.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';
import { requestOf } from './request-of.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';
import { readTypedFlags, submittedOutput, type TypedFlags } from './submit-command.ts';
import { endedWith, type Past, pastOf } from './take-over.ts';

/** How a retry differs from the task that it tries again. */
export interface RetryChanges {
  readonly flags?: TaskFlags;
  readonly agent?: string | undefined;
  /** Whether those that waited for the task come along: who still waits, and who ended with it. */
  readonly takeOver?: boolean;
  readonly answer?: Answer;
}

/** What a retry came to. */
export interface Retried {
  readonly submitted: Submitted;
  readonly retryOf: string;
  /** Tasks that had ended with the old one and are submitted again, with the new ids. */
  readonly again: readonly { readonly id: string; readonly retryOf: string }[];
  /** Tasks that ended with the old one and were left as they are. */
  readonly left: readonly string[];
  /** Why the rest of those were not submitted again; null when all is well. */
  readonly problem: string | null;
}

/**
 * Tries an ended task again, as a new task with the same text and options, through the policy as it is now. With
 * `takeOver`, those that wait for the old one wait for the new one from the same journal line on; those that could
 * only end with it are submitted again behind it, one after the other.
 */
export async function retry(
  context: VerbContext,
  part: string,
  changes: RetryChanges = {},
): Promise<Result<Retried>> {
  const ended = await findEnded(context, part);
  if (!ended.ok) return ended;
  const { id } = ended.value;
  const past = readPast(context);
  if (!past.ok) return past;
  const submitted = await submitAgain(context, past.value, id, changes, new Map());
  if (!submitted.ok) return submitted;
  const behind = endedWith(past.value, id);
  const result = { submitted: submitted.value, retryOf: id };
  if (changes.takeOver !== true) return ok({ ...result, again: [], left: behind, problem: null });
  const again = new Map([[id, submitted.value.task.id]]);
  for (const each of behind) {
    const done = await submitAgain(context, past.value, each, { takeOver: true }, again);
    if (!done.ok) {
      const problem = `${shortId(each)} was not submitted again: ${done.failure.message}`;
      return ok({ ...result, ...split(behind, again), problem });
    }
    again.set(each, done.value.task.id);
  }
  return ok({ ...result, ...split(behind, again), problem: null });
}

function split(
  behind: readonly string[],
  again: ReadonlyMap<string, string>,
): Pick<Retried, 'again' | 'left'> {
  return {
    again: behind.flatMap((retryOf) => {
      const id = again.get(retryOf);
      return id === undefined ? [] : [{ id, retryOf }];
    }),
    left: behind.filter((id) => !again.has(id)),
  };
}

/** The ended task that `part` names; one that is open is a failure that says what can be done instead. */
export async function findEnded(context: VerbContext, part: string): Promise<Result<EndedTask>> {
  if (part === '') return fail(failure('usage', 'Which task?', 'Give any unique part of its id: retry k3f9'));
  const found = await findTask(context, part);
  if (!found.ok) return found;
  if (found.value.kind === 'ended') return ok(found.value.task);
  const { id, phase } = found.value.task;
  return fail(
    failure(
      'usage',
      `${id} has not ended: it is ${phase}.`,
      `Wait for its end (outloop wait ${shortId(id)}) or end it (outloop cancel ${shortId(id)}).`,
    ),
  );
}

function readPast(context: VerbContext): Result<Past> {
  const records = readRecords(
    context.journal,
    ({ event }) => event === 'task.submitted' || event === 'task.ended' || event === 'dependency.moved',
  );
  return records.ok ? ok(pastOf(records.value)) : records;
}

async function submitAgain(
  context: VerbContext,
  past: Past,
  id: string,
  changes: RetryChanges,
  again: ReadonlyMap<string, string>,
): Promise<Result<Submitted>> {
  const opening = past.submitted.get(id);
  if (opening === undefined) {
    return fail(
      failure(
        'task_not_found',
        `What ${id} was asked to do is no longer in the journal: old files of it were cleaned away.`,
        'Submit it anew; its report may still say what it was: outloop result.',
      ),
    );
  }
  const after = changes.flags?.after === undefined ? afterAgain(context, past, opening, again) : ok([]);
  if (!after.ok) return after;
  const request = addFlag(requestOf(opening, after.value), changes.flags ?? {});
  const agent = changes.agent ?? (opening.command === undefined ? opening.delegated_agent : undefined);
  const isHeir = request.onFailure === `agent:${agent}` && changes.flags?.onFailure === undefined;
  const { onFailure: _, ...withoutHeir } = request;
  const work = {
    task: opening.command === undefined ? opening.task_description : '',
    command: opening.command,
  };
  return submit(
    context,
    { ...(isHeir ? withoutHeir : request), ...work, agent },
    {
      retryOf: id,
      takeOver: changes.takeOver === true,
      ...(changes.answer === undefined ? {} : { answer: changes.answer }),
    },
  );
}

/**
 * Whom the new task waits for: the same as the old one, or their own retries where they failed. What failed and was not
 * tried again is refused, because the new task could never start.
 */
function afterAgain(
  context: VerbContext,
  past: Past,
  opening: TaskSubmitted,
  again: ReadonlyMap<string, string>,
): Result<AfterPart[]> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const after: AfterPart[] = [];
  for (const { task_id, on } of opening.options.after ?? []) {
    const taken = again.get(task_id) ?? lastTry(past, task_id, (id) => read.value.open.has(id));
    // The state knows what has ended since the past was read: a new try may be quick.
    const status = read.value.ended.get(taken)?.status ?? past.ended.get(taken);
    const isOpen = read.value.open.has(taken);
    if (isOpen || (status !== undefined && (on === 'end' || status === 'completed'))) {
      after.push({ part: taken, on });
      continue;
    }
    return fail(
      failure(
        'usage',
        `It would never start: it waits for ${taken}, which ended as ${(status ?? 'unknown').replace('_', ' ')}.`,
        `Retry that one and all behind it: outloop retry ${shortId(taken)} --take-over\nOr say whom to wait for: --after ID, or --after ${shortId(taken)}:end`,
      ),
    );
  }
  return ok(after);
}

// A retry of a retry counts for the first one: the last try that is open or has completed, else the task itself.
function lastTry(past: Past, taskId: string, isOpen: (id: string) => boolean): string {
  let best = taskId;
  for (let id: string | undefined = taskId; id !== undefined; id = past.retries.get(id)) {
    if (isOpen(id) || past.ended.get(id) === 'completed') best = id;
  }
  return best;
}

/** `outloop retry ID`: what it says. */
export function retriedOutput(retried: Retried): CommandOutput {
  const { submitted, retryOf, again, left, problem } = retried;
  const taken = submitted.takenOver.map(shortId);
  const notes = [
    `It tries ${retryOf} again.`,
    ...(taken.length === 0 ? [] : [`Wait for it now: ${taken.join(', ')}`]),
    ...again.map((one) => `Submitted again behind it: ${shortId(one.retryOf)} as ${one.id}`),
    ...(problem === null ? [] : [problem]),
    ...(left.length === 0 || problem !== null
      ? []
      : [`Ended with the old one: ${left.map(shortId).join(', ')}; --take-over submits them again too.`]),
  ];
  const output = submittedOutput(submitted, notes);
  const payload = {
    ...(output.payload as object),
    retry_of: retryOf,
    taken_over: submitted.takenOver,
    again: again.map((one) => ({ task_id: one.id, retry_of: one.retryOf })),
    left,
    ...(problem === null ? {} : { problem }),
  };
  return { ...output, payload };
}

/** The flags of `outloop retry`, as typed: those of a task, which change it, and two of its own. */
export interface RetryFlags extends TypedFlags {
  readonly agent?: string;
  readonly takeOver?: boolean;
}

/** `outloop retry ID [--take-over] [--agent NAME] [flags of a task]` */
export async function retryCommand(
  context: VerbContext,
  part: string,
  typed: RetryFlags,
): Promise<Result<CommandOutput>> {
  const flags = readTypedFlags(typed);
  if (!flags.ok) return flags;
  const { agent, takeOver = false } = typed;
  const retried = await retry(context, part, { flags: flags.value, agent, takeOver });
  return retried.ok ? ok(retriedOutput(retried.value)) : retried;
}
