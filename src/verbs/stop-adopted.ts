import type { Result } from '../domain/result.ts';
import { stopBackgroundSession } from '../runners/background-sessions.ts';
import type { VerbContext } from './context.ts';
import { clientAsk } from './foreign.ts';

/** Stops a background session whose task is being cancelled: its follower has no time for that. */
export async function stopAdopted(context: VerbContext, sessionId: string): Promise<Result<string>> {
  const ask = await clientAsk(context);
  return ask.ok ? stopBackgroundSession(ask.value, sessionId) : ask;
}
