import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { readState } from '../journal/journal.ts';
import { isAlive } from '../process/identity.ts';
import { claimsOf } from '../scheduler/claims.ts';
import type { Capacity } from '../scheduler/pick.ts';
import { pick } from '../scheduler/pick.ts';
import { readAttemptCard } from '../supervisor/attempt-card.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { revive } from './revive.ts';

/** Who holds a claim; part of the `--json` output. */
export interface ClaimRow {
  readonly resource: string;
  readonly mode: 'shared' | 'exclusive';
  readonly held_by: string;
  readonly agent: string;
  /** Whether the worker lives; null while that is not known. */
  readonly alive: boolean | null;
  /** Tasks that wait for this holder. */
  readonly waiting: readonly string[];
}

/**
 * `outloop resolve-conflicts`: who holds what, and who waits for it. A holder whose worker is gone is handed to the
 * supervisor at once: it ends the task, and with that its claims are free.
 */
export async function resolveConflictsCommand(
  context: VerbContext,
  capacity: Capacity,
): Promise<Result<CommandOutput>> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const rows = claimRows(context, read.value, capacity);
  const dead = [...new Set(rows.filter(({ alive }) => alive === false).map(({ held_by }) => held_by))];
  const problem = dead.length > 0 ? await release(context) : await revive(context, read.value);
  const notes = [
    ...dead.map((id) => `${shortId(id)}: its worker is gone; the supervisor ends it and frees its claims.`),
    ...(problem === null ? [] : [`Nothing can be freed: ${problem}`]),
  ];
  const table = rows.map(renderRow);
  const text = rows.length === 0 ? ['Nothing is claimed: no task that claims something runs.'] : table;
  return ok({ payload: { claims: rows, released: dead }, text: [...text, ...notes].join('\n') });
}

function claimRows(context: VerbContext, state: JournalState, capacity: Capacity): ClaimRow[] {
  const { open, ended, pauses } = state;
  const now = context.now();
  const { waiting } = pick({ open, ended, pauses, capacity, now, hasCredentials: () => true });
  const waitingFor = new Map<string, string[]>();
  for (const [id, reason] of waiting) {
    if (reason.kind !== 'claim') continue;
    waitingFor.set(reason.taskId, [...(waitingFor.get(reason.taskId) ?? []), id]);
  }
  return [...open.values()].flatMap((task) =>
    task.phase !== 'running'
      ? []
      : claimsOf(task).map(({ resource, mode }) => ({
          resource,
          mode,
          held_by: task.id,
          agent: task.agent,
          alive: workerLives(context, task),
          waiting: waitingFor.get(task.id) ?? [],
        })),
  );
}

function workerLives(context: VerbContext, task: OpenTask): boolean | null {
  if (task.phase !== 'running') return null;
  const card = readAttemptCard(context.paths.internal, task.id, task.attempt);
  return card === null ? null : isAlive(card.leader);
}

async function release(context: VerbContext): Promise<string | null> {
  try {
    await context.wake([]);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function renderRow({ resource, mode, held_by, agent, alive, waiting }: ClaimRow): string {
  const gone = alive === false ? ', worker gone' : '';
  const behind = waiting.length === 0 ? '' : `; waiting: ${waiting.map(shortId).join(', ')}`;
  return `${resource} (${mode}): held by ${shortId(held_by)}, ${agent}${gone}${behind}`;
}
