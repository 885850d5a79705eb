import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalState } from '../domain/state.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { looseList, looseText } from '../observe/loose.ts';
import type { VerbContext } from '../verbs/context.ts';

/**
 * Leaves for `list --all` what the client says at a stop that it has in the background itself: shells, subagents, monitors
 * and planned prompts that are none of ours. Where there is nothing, and was nothing, nothing is loaded or written.
 */
export async function noteForeign(
  context: VerbContext,
  input: HookInput,
  state: JournalState,
): Promise<void> {
  const { owner, sessionId } = context.asker;
  if (owner === null) return;
  const ours = new Set(
    [...state.open.values()].flatMap((task) => ('subagentId' in task ? (task.subagentId ?? []) : [])),
  );
  const running = looseList(input.background_tasks).filter(
    (task) => !ours.has(looseText(task.id)) && !isOwnMonitor(task),
  );
  const crons = looseList(input.session_crons);
  const before = existsSync(join(context.paths.internal, 'foreign', `${owner.pid}.json`));
  if (running.length + crons.length === 0 && !before) return;
  const { leaveRows } = await import('./foreign-rows.ts');
  const seenAt = new Date(context.now()).toISOString();
  leaveRows(context.paths, { session_id: sessionId, owner, seen_at: seenAt }, running, crons);
}

function isOwnMonitor(task: Readonly<Record<string, unknown>>): boolean {
  return task.type === 'monitor' && /^Outloop\b/.test(looseText(task.description));
}
