import type { EndedTask } from '../domain/state.ts';
import { isListening } from '../notices/wake-pipe.ts';
import type { VerbContext } from '../verbs/context.ts';

// From the supervisor's line to the client's queue it takes the monitor and the client some tenths of a second.
const UNDERWAY_MS = 2_000;

/**
 * The ends whose line a listening monitor has just been given: the client is about to start a turn for them, so a hook
 * that gave them too would tell them twice. If that turn never comes they stay unheard, and the next hook gives them.
 */
export function fresh(context: VerbContext, ended: readonly EndedTask[]): string[] {
  const { owner } = context.asker;
  const isYoung = (task: EndedTask) => context.now() - task.endedAt < UNDERWAY_MS;
  // Those that are told of together are told of when the last of them has ended.
  const groups = new Set(ended.filter(isYoung).flatMap(({ group }) => group ?? []));
  const young = ended.filter((task) => isYoung(task) || groups.has(task.group ?? ''));
  // Of a subagent the client itself tells.
  const byClient = young.filter((task) => task.subagentId !== undefined);
  if (young.length === byClient.length || owner === null) return byClient.map(({ id }) => id);
  return (isListening(`${context.paths.internal}/wake`, owner) ? young : byClient).map(({ id }) => id);
}
