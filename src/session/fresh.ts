import { type Notice, noticedAt } from '../notices/notice.ts';
import { isListening } from '../notices/wake-pipe.ts';
import type { VerbContext } from '../verbs/context.ts';

// From the supervisor's line to the client's queue it takes the monitor and the client some tenths of a second.
const UNDERWAY_MS = 2_000;

/**
 * The notices whose line a listening monitor has just been given: the client is about to start a turn for them, so a hook
 * that gave them too would tell them twice. If that turn never comes they stay unheard, and the next hook gives them.
 */
export function fresh(context: VerbContext, notices: readonly Notice[]): string[] {
  const { owner } = context.asker;
  const young = notices.filter((notice) => context.now() - noticedAt(notice) < UNDERWAY_MS);
  if (young.length === 0 || owner === null) return [];
  return isListening(`${context.paths.internal}/wake`, owner) ? young.map(({ id }) => id) : [];
}
