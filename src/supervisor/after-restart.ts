import { ok } from '../domain/result.ts';
import { transact } from '../journal/transact.ts';
import { bootOf } from '../process/identity.ts';
import type { SupervisorContext } from './context.ts';

/**
 * Pauses the queue when the machine was restarted since a task was submitted that still waits: what somebody wanted then
 * may be no longer what they want, or no longer fit. To be called before this supervisor claims its place.
 */
export async function pauseAfterRestart(context: SupervisorContext): Promise<void> {
  const { afterRestart } = await context.settings();
  if (afterRestart === 'resume') return;
  const bootedAt = context.now() - context.uptimeMs();
  const done = await transact<boolean>(context.journal, context, (state) => {
    const before = state.supervisor?.process;
    const isSameBoot = before === undefined || bootOf(before) === bootOf(context.process);
    const hasQueued = [...state.open.values()].some(
      (task) => task.phase === 'queued' && task.submittedAt < bootedAt,
    );
    if (isSameBoot || !hasQueued || state.pauses.queue !== null) return ok({ events: [], value: false });
    const event = {
      event: 'queue.paused' as const,
      scope: 'queue' as const,
      reason: 'the machine was restarted',
      session_id: '',
    };
    return ok({ events: [event], value: true });
  });
  if (done.ok && done.value) context.log('the machine was restarted: the queue is paused');
}
