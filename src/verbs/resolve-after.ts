import type { AfterPart } from '../config/scheduling-flags.ts';
import { findCycle, movedDependencies } from '../domain/dependencies.ts';
import type { EndStatus } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import type { Dependency } from '../domain/task-options.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';

/** A task to wait for, found by a part of its id. `ended` says how it ended, if it had when it was looked up. */
export interface WantedAfter extends Dependency {
  readonly ended: EndStatus | null;
}

/** Finds the tasks to wait for. A part that names none, or several, is refused. */
export async function findAfter(
  context: VerbContext,
  after: readonly AfterPart[],
): Promise<Result<WantedAfter[]>> {
  const wanted = new Map<string, WantedAfter>();
  for (const { part, on } of after) {
    const found = await findTask(context, part);
    if (!found.ok) return found;
    const { kind, task } = found.value;
    wanted.set(task.id, { task_id: task.id, on, ended: kind === 'ended' ? task.status : null });
  }
  return ok([...wanted.values()]);
}

/** Waiting tasks that will wait for the new task instead of another one. */
export interface TakeOver {
  readonly from: string;
  readonly moved: readonly OpenTask[];
}

const NOTHING_TAKEN: TakeOver = { from: '', moved: [] };

/**
 * The dependencies of a new task in the state that it enters. What ended so long ago that the state no longer holds it
 * counts here and now; a task that it can never start after is refused, and so is a cycle, which is shown.
 */
export function settleAfter(
  state: JournalState,
  taskId: string,
  wanted: readonly WantedAfter[],
  takeOver: TakeOver = NOTHING_TAKEN,
): Result<Dependency[]> {
  const after: Dependency[] = [];
  for (const { task_id, on, ended } of wanted) {
    if (state.open.has(task_id) || state.ended.has(task_id)) after.push({ task_id, on });
    else if (ended === null) return fail(failure('task_not_found', `There is no task ${task_id}.`));
    else if (on === 'success' && ended !== 'completed') return neverStarts(task_id, ended);
  }
  const cycle = findCycle(openAfter(state, taskId, takeOver), taskId, after);
  if (cycle === null) return ok(after);
  return fail(
    failure(
      'dependency_cycle',
      `The tasks would wait for one another: ${cycle.map(shortId).join(' → ')}`,
      'Leave one of these out of --after.',
      { cycle },
    ),
  );
}

/** The open tasks as they are once some of them wait for the new task. */
function openAfter(state: JournalState, taskId: string, { from, moved }: TakeOver): JournalState['open'] {
  if (moved.length === 0) return state.open;
  const open = new Map(state.open);
  for (const task of moved) {
    const after = movedDependencies(task.options.after ?? [], from, taskId);
    open.set(task.id, { ...task, options: { ...task.options, after } });
  }
  return open;
}

function neverStarts(taskId: string, ended: EndStatus): Result<never> {
  return fail(
    failure(
      'usage',
      `It would never start: ${taskId} ended as ${ended.replace('_', ' ')}.`,
      `To start after any end: --after ${shortId(taskId)}:end`,
    ),
  );
}
