import { ok } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import { transact } from '../journal/transact.ts';
import { isEmergency } from '../workspace/emergency-file.ts';
import type { SupervisorContext } from './context.ts';

/**
 * Ends every attempt in an emergency: when the journal says so, or when only the file does; then the journal is told.
 * @returns whether there is one; then nothing may start
 */
export async function followEmergency(context: SupervisorContext, state: JournalState): Promise<boolean> {
  const isRaised = isEmergency(context.paths);
  if (!isRaised && state.pauses.emergency === null) return false;
  for (const attempt of context.running.values()) attempt.endReason ??= 'emergency';
  if (isRaised && state.pauses.emergency === null) {
    await transact(context.journal, context, ({ pauses }) => {
      // Somebody may have resumed since: their word is the later one.
      if (pauses.emergency !== null || !isEmergency(context.paths)) return ok({ events: [], value: false });
      const event = {
        event: 'queue.paused' as const,
        scope: 'emergency' as const,
        reason: 'emergency shutdown by its file',
        session_id: '',
      };
      return ok({ events: [event], value: true });
    });
  }
  return true;
}
