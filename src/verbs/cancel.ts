import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { OpenTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { transact } from '../journal/transact.ts';
import { isOwn } from '../notices/unheard.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';

/** What `cancel` came to. Cancelling twice, or a task that has just ended, is no failure. */
export interface Cancelled {
  readonly id: string;
  readonly outcome: 'requested' | 'requested_before' | 'ended_before';
  readonly status: string;
  /** Where it runs inside a session: whether that is the asking one, and the client's id of it once there is one. */
  readonly subagent?: { readonly isOwn: boolean; readonly id: string | null };
}

/** Asks for a task to be cancelled; the supervisor ends its whole process tree. */
export async function cancel(context: VerbContext, part: string): Promise<Result<Cancelled>> {
  if (part === '') {
    return fail(failure('usage', 'Which task?', 'Give any unique part of its id: cancel k3f9'));
  }
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const { id } = found.value.task;
  const asked = await transact<Cancelled>(context.journal, context, (state) => {
    const open = state.open.get(id);
    if (open === undefined) {
      const status = state.ended.get(id)?.status ?? 'ended';
      return ok({ events: [], value: { id, outcome: 'ended_before', status } });
    }
    const subagent = subagentOf(context, open);
    if (open.cancelRequestedAt !== undefined) {
      return ok({
        events: [],
        value: { id, outcome: 'requested_before', status: 'cancelling', ...subagent },
      });
    }
    return ok({
      events: [
        {
          event: 'cancel.requested' as const,
          task_id: id,
          status: 'cancelling' as const,
          session_id: context.asker.sessionId,
        },
      ],
      value: { id, outcome: 'requested', status: 'cancelling', ...subagent },
    });
  });
  if (!asked.ok) return asked;
  const session = found.value.kind === 'open' ? followedSession(found.value.task) : null;
  if (session !== null && asked.value.outcome === 'requested') {
    const { stopAdopted } = await import('./stop-adopted.ts');
    const stopped = await stopAdopted(context, session);
    // The task is cancelled all the same; who asked must know that the session goes on.
    if (!stopped.ok) {
      await context.wake([]);
      return stopped;
    }
  }
  if (asked.value.outcome !== 'ended_before') await context.wake([]);
  return asked;
}

// The command of an adopted session, as `adopt` makes it.
function followedSession({ command }: OpenTask): string | null {
  return /^'.*\/bin\/outloop' follow-session ([0-9a-f]+) --stop-after \d+$/s.exec(command ?? '')?.[1] ?? null;
}

function subagentOf(context: VerbContext, task: OpenTask): Pick<Cancelled, 'subagent'> {
  if (task.runner !== 'subagent' || task.phase !== 'running') return {};
  return { subagent: { isOwn: isOwn(task, context.asker), id: task.subagentId ?? null } };
}

/** The outcome in words. */
export function renderCancelled({ id, outcome, status, subagent }: Cancelled): string {
  if (subagent !== undefined) {
    return [
      `Cancelling ${id} is asked for. It runs inside its session, and only the client`,
      'there can stop it: Outloop asks that session at its next stop. To stop it at',
      'once, open it there with the down arrow and press x. What it has changed stays.',
    ].join('\n');
  }
  switch (outcome) {
    case 'requested':
      return `Cancelling ${id}. Its whole process tree is being ended; you are told when it has.`;
    case 'requested_before':
      return `${id} is being cancelled already.`;
    case 'ended_before':
      return `${id} had ended already (${status}). Its report: outloop result ${shortId(id)}`;
  }
}

/** `outloop cancel ID` */
export async function cancelCommand(context: VerbContext, part: string): Promise<Result<CommandOutput>> {
  const cancelled = await cancel(context, part);
  return cancelled.ok ? ok({ payload: cancelled.value, text: renderCancelled(cancelled.value) }) : cancelled;
}
