import { rmSync } from 'node:fs';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { EndedTask, OpenTask } from '../domain/state.ts';
import { endTask } from '../ending/end-task.ts';
import type { Ending } from '../ending/ending.ts';
import type { Decide } from '../journal/attempt.ts';
import { transact } from '../journal/transact.ts';
import { judgeCommand } from '../observe/command-outcome.ts';
import { judgeOutcome } from '../observe/outcome.ts';
import { redact } from '../observe/redact.ts';
import type { Verdict } from '../observe/verdict.ts';
import { containmentOf, limitMeans } from '../process/containment.ts';
import { terminateTree } from '../process/terminate.ts';
import { exitCodePath, readExitCode } from '../runners/command.ts';
import type { TaskEnd } from '../workspace/finish.ts';
import { isFinished } from '../workspace/finish.ts';
import { removeAttemptCard } from './attempt-card.ts';
import { treeOf } from './attempt-tree.ts';
import { commitTogether } from './commit-together.ts';
import { containmentWords } from './containment-words.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import type { Heir } from './judge-heir.ts';
import { readLastWords } from './last-words.ts';
import { enterLedger } from './person-ledger.ts';
import { retryLater } from './retry.ts';
import { findHeir, passOnEnvironment, successionLines } from './succession.ts';
import { pumpRest } from './watch-attempt.ts';
import { raiseMatch } from './watch-output.ts';

const GRACE_MS = 3_000;
const EMERGENCY_GRACE_MS = 300;

/**
 * Brings an attempt to its end: its whole tree gone, its last words read, its outcome judged, its workspace finished,
 * its end journalled. Each step may be the last of this supervisor; the next one does it again.
 * @returns the ended task, or that it will be tried again, or a failure: then the task stays open and is ended at a later look
 */
export async function endAttempt(
  context: SupervisorContext,
  attempt: WatchedAttempt,
): Promise<Result<EndedTask | 'retried'>> {
  const { task } = attempt;
  const graceMs = attempt.endReason === 'emergency' ? EMERGENCY_GRACE_MS : GRACE_MS;
  const termination = await terminateTree(treeOf(attempt), graceMs, context);
  await pumpRest(context, attempt);
  await raiseMatch(context, attempt);

  const outcome = judge(attempt);
  enterLedger(context, attempt);
  // A supervisor that died behind the last page of the workspace has decided: there is no other attempt after that.
  const isDecided = isFinished(context.paths, task.id);
  const retried = isDecided ? ok(false) : await retryLater(context, attempt, outcome);
  if (!retried.ok) return leaveToHistory(context, attempt, retried);
  if (retried.value) {
    removeTraces(context, attempt);
    return ok('retried');
  }
  const heir = await findHeir(context, task, outcome);
  const ended = await finish(
    context,
    task,
    {
      status: outcome.status,
      summary: heir === null ? outcome.summary : `${outcome.summary} The ${heir.agent} takes over.`,
      why: outcome.why,
      result: outcome.result,
      usage: outcome.usage,
      attempt: task.attempt,
      startedAt: task.startedAt,
      endedAt: context.now(),
      workerSessionId: task.workerSessionId,
      containment: containmentWords(termination),
      limits: limitMeans(attempt.containment, containmentOf(task)),
      denied: outcome.denied,
      touched: outcome.touched ?? [],
    },
    attempt.redact,
    // An heir's id must be free, which a change that is decided beside others cannot see.
    heir === null ? (over, decide) => commitOver(over, attempt, decide) : commitAlone,
    heir,
  );
  if (!ended.ok) return leaveToHistory(context, attempt, ended);
  removeTraces(context, attempt);
  if (heir !== null) passOnEnvironment(context, task.id);
  context.handoffs.delete(task.id);
  return ended;
}

// What the disk did not confirm may be history all the same: then nothing is left to do but to tidy up.
function leaveToHistory<T>(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  failed: { readonly ok: false; readonly failure: T & { readonly code: string } },
): typeof failed {
  if (failed.failure.code === 'task_ended') removeTraces(context, attempt);
  return failed;
}

function removeTraces(context: SupervisorContext, attempt: WatchedAttempt): void {
  removeAttemptCard(context.paths.internal, attempt.task.id, attempt.task.attempt);
  rmSync(attempt.streamPath, { force: true });
  rmSync(attempt.stderrPath, { force: true });
  rmSync(exitCodePath(attempt.streamPath), { force: true });
}

/** Ends a task that never started: as cancelled while it waited, unless other words are given. */
export function endUnstarted(
  context: SupervisorContext,
  task: OpenTask,
  end: Pick<TaskEnd, 'status' | 'summary' | 'why'> = CANCELLED,
): Promise<Result<EndedTask>> {
  context.handoffs.delete(task.id);
  return finish(
    context,
    task,
    {
      ...end,
      result: null,
      usage: null,
      attempt: null,
      startedAt: null,
      endedAt: context.now(),
      workerSessionId: null,
      containment: null,
      denied: [],
    },
    redact,
    commitAlone,
  );
}

const CANCELLED = {
  status: 'cancelled',
  summary: 'Cancelled before it started.',
  why: 'Somebody cancelled it while it waited. Submit it again to run it.',
} as const;

function judge(attempt: WatchedAttempt): Verdict {
  if (attempt.spawnError !== null) {
    return {
      status: 'failed',
      summary: `The worker could not be started: ${attempt.spawnError}`,
      why: 'No worker ran. Run `outloop doctor`, then submit the task again.',
      result: null,
      usage: null,
      denied: [],
      failureClass: 'spawn',
    };
  }
  const judgeEnd = attempt.fold.command === null ? judgeOutcome : judgeCommand;
  return judgeEnd({
    fold: attempt.fold,
    exitCode: attempt.exit?.code ?? readExitCode(attempt.streamPath),
    signal: attempt.exit?.signal ?? null,
    stderrTail: readLastWords(attempt.stderrPath),
    cancelled: attempt.endReason === 'cancelled' || attempt.endReason === 'emergency',
    restarted: attempt.restarted === true,
    emergency: attempt.endReason === 'emergency',
    timedOut: attempt.endReason === 'timed_out',
    exceeded: attempt.endReason === 'limit' ? attempt.exceeded : null,
    timeoutMs: attempt.task.options.timeout_ms,
  });
}

function finish(
  context: SupervisorContext,
  task: OpenTask,
  end: TaskEnd,
  redactText: (text: string) => string,
  commit: typeof commitTogether,
  heir: Heir | null = null,
): Promise<Result<EndedTask>> {
  return endTask(
    endingOf(context, commit, (state) => successionLines(context, state, task, heir)),
    task,
    end,
    redactText,
  );
}

/** What this supervisor ends tasks with: only as long as no other one has taken over. */
export function endingOf(
  context: SupervisorContext,
  commit: typeof commitTogether = commitAlone,
  linesBefore: NonNullable<Ending['linesBefore']> = () => [],
): Ending {
  return {
    paths: context.paths,
    journal: context.journal,
    now: context.now,
    log: context.log,
    linesBefore,
    commit: (decide) => commit(context, decide),
    obstacle: (state) =>
      state.supervisor?.epoch === context.epoch
        ? null
        : failure('superseded', 'Another supervisor has taken over.'),
  };
}

function commitAlone<T>(context: SupervisorContext, decide: Decide<T>): Promise<Result<T>> {
  return transact(context.journal, context, decide);
}

/** Commits the end of an attempt of which nothing is left, with the start of whoever gets its slots. */
function commitOver<T>(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  decide: Decide<T>,
): Promise<Result<T>> {
  attempt.isOver = true;
  context.poke();
  return commitTogether(context, decide);
}
