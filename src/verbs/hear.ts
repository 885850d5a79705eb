import type { NoticeHeard } from '../domain/notice-events.ts';
import { ok } from '../domain/result.ts';
import { leaveAttention } from '../journal/attention.ts';
import type { VerbContext } from './context.ts';

/** Journals that the asking session has heard how these tasks ended, or these raised notices. Ids that are heard already cost nothing. */
export async function markHeard(
  context: VerbContext,
  taskIds: readonly string[],
  by: NoticeHeard['by'],
): Promise<void> {
  if (taskIds.length === 0) return;
  const { transact } = await import('../journal/transact.ts');
  const done = await transact(context.journal, context, (state) => {
    const unheard = taskIds.filter((id) => state.ended.get(id)?.heard === false || state.notices.has(id));
    return ok({
      events:
        unheard.length === 0
          ? []
          : [
              {
                event: 'notice.heard' as const,
                session_id: context.asker.sessionId,
                task_ids: unheard,
                by,
              },
            ],
      value: undefined,
    });
  });
  // Not heard for the record only means that the session is told once more: better than never.
  if (!done.ok) return;
  leaveAttention(context.journal);
}

/** Journals that the stop gate told this session of these open tasks. */
export async function markTold(context: VerbContext, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  const { transact } = await import('../journal/transact.ts');
  const done = await transact(context.journal, context, (state) => {
    const open = taskIds.filter((id) => state.open.has(id));
    return ok({
      events:
        open.length === 0
          ? []
          : [
              {
                event: 'gate.told' as const,
                session_id: context.asker.sessionId,
                owner: context.asker.owner,
                task_ids: open,
              },
            ],
      value: undefined,
    });
  });
  // The next hook of this session may come before the supervisor's next look.
  if (done.ok) leaveAttention(context.journal);
}
