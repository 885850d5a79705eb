import type { TaskAgent } from '../domain/agents.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { OpenTask } from '../domain/state.ts';
import { transact } from '../journal/transact.ts';
import { isOwn } from '../notices/unheard.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';

/** Which open tasks to cancel. `own`: those of the asking session's client process. */
export type CancelScope =
  | { readonly kind: 'agent'; readonly agent: TaskAgent }
  | { readonly kind: 'own' | 'all' };

/** What cancelling many came to; part of the `--json` output. */
export interface CancelledMany {
  readonly requested: readonly string[];
  readonly requested_before: readonly string[];
}

/** Asks for every open task of the scope to be cancelled, in one step. Nothing to cancel is no failure. */
export async function cancelMany(context: VerbContext, scope: CancelScope): Promise<Result<CancelledMany>> {
  const asked = await transact<CancelledMany>(context.journal, context, (state) => {
    const tasks = [...state.open.values()].filter((task) => isMeant(context, task, scope));
    const fresh = tasks.filter((task) => task.cancelRequestedAt === undefined);
    return ok({
      events: fresh.map(({ id }) => ({
        event: 'cancel.requested' as const,
        task_id: id,
        status: 'cancelling' as const,
        session_id: context.asker.sessionId,
      })),
      value: {
        requested: fresh.map(({ id }) => id),
        requested_before: tasks.filter((task) => !fresh.includes(task)).map(({ id }) => id),
      },
    });
  });
  if (asked.ok && asked.value.requested.length + asked.value.requested_before.length > 0) {
    await context.wake([]);
  }
  return asked;
}

/** `outloop cancel --all | --own | --agent NAME` */
export async function cancelManyCommand(
  context: VerbContext,
  scope: CancelScope,
): Promise<Result<CommandOutput>> {
  const asked = await cancelMany(context, scope);
  if (!asked.ok) return asked;
  const { requested, requested_before } = asked.value;
  const before =
    requested_before.length === 0 ? '' : ` ${requested_before.length} were being cancelled already.`;
  const text =
    requested.length === 0
      ? `There was nothing to cancel.${before}`
      : `Cancelling ${requested.length}: ${requested.join(', ')}.${before}`;
  return ok({ payload: asked.value, text });
}

function isMeant(context: VerbContext, task: OpenTask, scope: CancelScope): boolean {
  switch (scope.kind) {
    case 'agent':
      return task.agent === scope.agent;
    case 'own':
      return isOwn(task, context.asker);
    case 'all':
      return true;
  }
}
