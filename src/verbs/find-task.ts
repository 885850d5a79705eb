import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask, JournalState, OpenTask } from '../domain/state.ts';
import { matchTaskIds } from '../domain/task-id.ts';
import { readState } from '../journal/journal.ts';
import { isOwn } from '../notices/unheard.ts';
import type { VerbContext } from './context.ts';

/** A task that a person named, open or ended. */
export type FoundTask =
  | { readonly kind: 'open'; readonly task: OpenTask }
  | { readonly kind: 'ended'; readonly task: EndedTask };

const AMBIGUOUS_SHOWN = 8;

/**
 * Finds the task that a part of its id names. Where several fit, the only one that the asker submitted is meant;
 * ended tasks that the fold no longer holds are looked up in the index.
 */
export async function findTask(context: VerbContext, part: string): Promise<Result<FoundTask>> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const state = read.value;
  const ids = matchTaskIds([...state.open.keys(), ...state.ended.keys()], part);
  if (ids.length === 0) return findPruned(context, part);
  const [only] = ids.length === 1 ? ids : ids.filter((id) => isOwnId(state, id, context));
  const own = ids.length === 1 ? 1 : ids.filter((id) => isOwnId(state, id, context)).length;
  if (only === undefined || own > 1) return ambiguous(part, ids);
  return ok(byId(state, only));
}

/** The tasks of this asker, or all: open ones first in the order of their submission, then ends, newest first. */
export function listTasks(
  state: JournalState,
  context: VerbContext,
  all: boolean,
): { readonly open: OpenTask[]; readonly ended: EndedTask[] } {
  const mine = (task: OpenTask | EndedTask) => all || isOwn(task, context.asker);
  return {
    open: [...state.open.values()].filter(mine),
    ended: [...state.ended.values()].filter(mine).reverse(),
  };
}

function byId(state: JournalState, id: string): FoundTask {
  const open = state.open.get(id);
  if (open !== undefined) return { kind: 'open', task: open };
  const ended = state.ended.get(id);
  if (ended === undefined) throw new Error(`Internal error: ${id} was matched but is not there`);
  return { kind: 'ended', task: ended };
}

function isOwnId(state: JournalState, id: string, context: VerbContext): boolean {
  return isOwn(byId(state, id).task, context.asker);
}

async function findPruned(context: VerbContext, part: string): Promise<Result<FoundTask>> {
  const { lookUpEnded } = await import('../journal/ended-index.ts');
  const found = lookUpEnded(context.journal, part);
  if (!found.ok) return found;
  const [only] = found.value;
  if (only !== undefined && found.value.length === 1) return ok({ kind: 'ended', task: only });
  if (found.value.length > 1)
    return ambiguous(
      part,
      found.value.map(({ id }) => id),
    );
  return fail(
    failure(
      'task_not_found',
      `No task is named by "${part}".`,
      'Any unique part of an id will do. `outloop status --all` lists them.',
    ),
  );
}

function ambiguous(part: string, ids: readonly string[]): Result<never> {
  const shown = ids.slice(-AMBIGUOUS_SHOWN).join('\n  ');
  const more = ids.length > AMBIGUOUS_SHOWN ? `\n  and ${ids.length - AMBIGUOUS_SHOWN} older ones` : '';
  return fail(
    failure(
      'task_ambiguous',
      `"${part}" names ${ids.length} tasks:\n  ${shown}${more}`,
      'Give more of the id.',
      { ids },
    ),
  );
}
