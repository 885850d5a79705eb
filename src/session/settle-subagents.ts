import { ownerKey } from '../domain/evolve.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import type { WithoutResult } from '../ending/end-subagent.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { ownOpen } from '../notices/unheard.ts';
import { looseText } from '../observe/loose.ts';
import type { VerbContext } from '../verbs/context.ts';

/**
 * Ends the session's own tasks whose subagents are gone, when the session stops: the client lists what still runs. A task
 * whose Agent call was asked for at an earlier stop and never came ends too.
 * @returns how many ended; the state has moved on then
 */
export async function settleSubagents(
  context: VerbContext,
  input: HookInput,
  state: JournalState,
): Promise<number> {
  const own = ownOpen(state, context.asker).filter((task) => task.runner === 'subagent');
  if (own.length === 0 || !Array.isArray(input.background_tasks)) return 0;
  const { endSubagent, NEVER_CALLED, SUBAGENT_CANCELLED, SUBAGENT_GONE } = await import(
    '../ending/end-subagent.ts'
  );
  const { endingOf } = await import('./ending-of.ts');
  const { redact } = await import('../observe/redact.ts');
  const alive = new Set(input.background_tasks.map((task) => looseText(task.id)));
  const endOf = (task: OpenTask): WithoutResult | null => {
    if (task.phase === 'queued') return wasTold(state, context, task) ? NEVER_CALLED : null;
    if (task.subagentId !== undefined && alive.has(task.subagentId)) return null;
    return task.cancelRequestedAt === undefined ? SUBAGENT_GONE : SUBAGENT_CANCELLED;
  };
  let ended = 0;
  for (const task of own) {
    const without = endOf(task);
    if (without === null) continue;
    const done = await endSubagent(endingOf(context), task, without, redact);
    if (done.ok) ended += 1;
  }
  return ended;
}

function wasTold(state: JournalState, { asker }: VerbContext, task: OpenTask): boolean {
  return (state.told.get(task.id) ?? []).includes(ownerKey(asker.owner, asker.sessionId));
}
