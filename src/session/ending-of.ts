import type { Ending } from '../ending/ending.ts';
import type { VerbContext } from '../verbs/context.ts';

/** What a session ends its own subagents' tasks with. No supervisor owns them, so no epoch stands in the way. */
export function endingOf(context: VerbContext): Ending {
  return {
    paths: context.paths,
    journal: context.journal,
    now: context.now,
    obstacle: () => null,
    // The task has its end and its report; a copy that could not be kept is found by `outloop verify`.
    log: () => undefined,
  };
}
