import { isRaised, type Notice, noticedAt } from '../notices/notice.ts';
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
  const isYoung = (notice: Notice) => context.now() - noticedAt(notice) < UNDERWAY_MS;
  // Those that are told of together are told of when the last of them has ended.
  const groups = new Set(notices.filter(isYoung).flatMap((notice) => groupOf(notice) ?? []));
  const young = notices.filter((notice) => isYoung(notice) || groups.has(groupOf(notice) ?? ''));
  // Of a subagent the client itself tells.
  const byClient = young.filter((notice) => !isRaised(notice) && notice.subagentId !== undefined);
  if (young.length === byClient.length || owner === null) return byClient.map(({ id }) => id);
  return (isListening(`${context.paths.internal}/wake`, owner) ? young : byClient).map(({ id }) => id);
}

function groupOf(notice: Notice): string | undefined {
  return isRaised(notice) ? undefined : notice.group;
}
