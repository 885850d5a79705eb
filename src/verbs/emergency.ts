import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { readState } from '../journal/journal.ts';
import { transact } from '../journal/transact.ts';
import { livingMembersOf, terminateTrees } from '../process/terminate.ts';
import type { ProcessTree } from '../process/tree-members.ts';
import { TASK_MARK } from '../runners/headless-command.ts';
import { listAttemptCards } from '../supervisor/attempt-card.ts';
import { markedTree, treeOfCard } from '../supervisor/attempt-tree.ts';
import { raiseEmergency } from '../workspace/emergency-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';

/** What an emergency shutdown came to. */
export interface EmergencyPayload {
  /** Processes that were ended. */
  readonly ended: number;
  /** Pids that could not be ended. */
  readonly survivors: readonly number[];
  /** What did not work, beside the ending itself. */
  readonly problems: readonly string[];
}

const GRACE_MS = 300;
const ROUNDS_MAX = 4;
const ROUND_EVERY_MS = 100;

/**
 * Ends everything of the project and keeps anything from starting until `resume`. It asks nobody: it puts the file
 * there, ends the processes itself, and only then tells the journal and the supervisor. Whatever of that fails is said,
 * and the rest is done all the same.
 */
export async function emergencyShutdown(context: VerbContext): Promise<Result<EmergencyPayload>> {
  if ((context.env[TASK_MARK] ?? '') !== '') {
    return fail(failure('usage', 'A worker cannot shut its project down.', 'Run it outside of the task.'));
  }
  const problems: string[] = [];
  try {
    raiseEmergency(context.paths);
  } catch (error) {
    problems.push(`nothing keeps new tasks from starting: ${(error as Error).message}`);
  }
  const { ended, survivors } = await endEverything(context);
  await tellJournal(context).catch((error: unknown) => problems.push(`the journal: ${String(error)}`));
  return ok({ ended, survivors, problems });
}

/** `outloop emergency-shutdown` */
export async function emergencyCommand(context: VerbContext): Promise<Result<CommandOutput>> {
  const done = await emergencyShutdown(context);
  if (!done.ok) return done;
  const { ended, survivors, problems } = done.value;
  const lines = [
    `Ended ${ended} ${ended === 1 ? 'process' : 'processes'} of this project. Nothing starts until: outloop resume`,
    ...(survivors.length === 0 ? [] : [`Could not be ended: pid ${survivors.join(', ')}`]),
    ...problems.map((problem) => `Problem: ${problem}`),
  ];
  const isClean = survivors.length === 0 && problems.length === 0;
  return ok({ payload: done.value, text: lines.join('\n'), ...(isClean ? {} : { exitCode: 3 }) });
}

// A start that was under way when the file appeared may still bring up a worker: so it looks until nobody comes.
async function endEverything(context: VerbContext): Promise<{ ended: number; survivors: number[] }> {
  const ended = new Set<number>();
  let survivors: number[] = [];
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const trees = projectTrees(context);
    const living = livingMembersOf(trees).map(({ pid }) => pid);
    if (living.length === 0 && round > 0) break;
    for (const pid of living) ended.add(pid);
    const terminations = await terminateTrees(trees, GRACE_MS);
    survivors = terminations.flatMap((one) => one.survivors.map(({ pid }) => pid));
    await sleep(ROUND_EVERY_MS);
  }
  const left = [...new Set(survivors)];
  return { ended: ended.size - left.length, survivors: left };
}

function projectTrees(context: VerbContext): ProcessTree[] {
  const everybody = { leader: null, remembered: [], marker: `OUTLOOP_ROOT=${context.paths.root}` };
  const carded = listAttemptCards(context.paths.internal);
  const known = new Set(carded.map(({ task_id }) => task_id));
  const read = readState(context.journal);
  const journalled = read.ok
    ? [...read.value.open.values()].flatMap((task) =>
        task.phase === 'running' && !known.has(task.id) ? [markedTree(task.id, task.attempt)] : [],
      )
    : [];
  return [everybody, ...carded.map(treeOfCard), ...journalled];
}

async function tellJournal(context: VerbContext): Promise<void> {
  const told = await transact<boolean>(context.journal, context, (state) => {
    const hasRunning = [...state.open.values()].some(({ phase }) => phase === 'running');
    if (state.pauses.emergency !== null) return ok({ events: [], value: hasRunning });
    const event = {
      event: 'queue.paused' as const,
      scope: 'emergency' as const,
      reason: 'emergency shutdown',
      session_id: context.asker.sessionId,
    };
    return ok({ events: [event], value: hasRunning });
  });
  if (!told.ok) throw new Error(told.failure.message);
  // What was ended still has to be written down as ended; that is the supervisor's work.
  if (told.value) await context.wake([]);
}
