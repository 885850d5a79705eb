import type { JournalState } from '../domain/state.ts';
import { endOrphans } from '../ending/end-orphans.ts';
import { readState } from '../journal/journal.ts';
import { errnoOf } from '../journal/journal-file.ts';
import { hasLiveSchedule } from '../schedules/live.ts';
import { adoptAttempt } from './adopt.ts';
import { flushCommits } from './commit-together.ts';
import type { SupervisorContext, WatchedAttempt } from './context.ts';
import { deliver, sendNotices } from './deliver.ts';
import { endAttempt, endingOf } from './end-attempt.ts';
import { endCancelled, endFailedDependents } from './end-waiting.ts';
import { followEmergency } from './follow-emergency.ts';
import { followPause } from './follow-pause.ts';
import { beat } from './heartbeat.ts';
import { keepAttention } from './keep-attention.ts';
import { keepLiveReport } from './keep-report.ts';
import { leaveSettled } from './leave-settled.ts';
import { loadSubmitDue } from './load-submit-due.ts';
import { startReady } from './start-ready.ts';
import { checkWorker, pumpStream } from './watch-attempt.ts';
import { watchBlindly } from './watch-blindly.ts';
import { raiseMatches } from './watch-output.ts';

/**
 * What a look at everything came to: whether work is left, or only schedules (`sleeping`), or
 * nothing; or somebody else supervises by now, or the journal is gone.
 */
export type TickResult = 'busy' | 'sleeping' | 'idle' | 'superseded' | 'vanished';

/**
 * One look at everything: adopt, watch, end, submit what is due, pick, start. It never runs twice at once; ends that take their
 * time (a worker's grace) go on beside it.
 */
export async function tick(context: SupervisorContext): Promise<TickResult> {
  const read = readState(context.journal);
  if (!read.ok) {
    context.log(`the journal cannot be read: ${read.failure.message}`);
    await watchBlindly(context);
    return 'busy';
  }
  const state = read.value;
  if (state.supervisor === null) return 'vanished';
  if (state.supervisor.epoch !== context.epoch) return 'superseded';
  adoptStrays(context, state);
  const isEmergency = await followEmergency(context, state);
  beat(context);
  for (const attempt of context.running.values()) lookSafely(context, state, attempt);
  await raiseMatches(context);
  await endCancelled(context, state);
  deliver(context, await endOrphans(endingOf(context), state, context.processes.isAlive));
  await endFailedDependents(context, state);
  if (!isEmergency) {
    if (hasLiveSchedule(state)) await submitDue(context, state);
    await startReady(context, state);
  }
  await flushCommits(context);
  sendNotices(context);
  const isBusy = state.open.size > 0 || context.running.size > 0;
  keepAttention(context, !isBusy);
  leaveSettled(context, state.hash);
  if (isBusy) return 'busy';
  return hasLiveSchedule(state) ? 'sleeping' : 'idle';
}

// A project without schedules never loads the calendar, nor the policy that each occurrence is checked by.
async function submitDue(context: SupervisorContext, state: JournalState): Promise<void> {
  const { submitDue: submit } = await loadSubmitDue();
  await submit(context, state);
}

function adoptStrays(context: SupervisorContext, state: JournalState): void {
  for (const task of state.open.values()) {
    // A subagent is its session's: there is no process of ours to take over.
    if (task.phase !== 'running' || task.runner === 'subagent' || context.running.has(task.id)) continue;
    context.running.set(task.id, adoptAttempt(context, task));
    context.log(`${task.id}: adopted`);
  }
}

// What the disk refuses for one attempt must not keep the others from being looked at.
function lookSafely(context: SupervisorContext, state: JournalState, attempt: WatchedAttempt): void {
  try {
    look(context, state, attempt);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    context.log(`${attempt.task.id}: not everything could be looked at: ${(error as Error).message}`);
  }
}

function look(context: SupervisorContext, state: JournalState, attempt: WatchedAttempt): void {
  if (attempt.ending) return;
  if (pumpStream(context, attempt)) context.poke();
  keepLiveReport(context, attempt);
  if (state.open.get(attempt.task.id)?.cancelRequestedAt !== undefined) attempt.endReason ??= 'cancelled';
  followPause(context, attempt, state.open.get(attempt.task.id));
  checkWorker(context, attempt);
  const over = attempt.exit !== null || attempt.spawnError !== null || attempt.endReason !== null;
  if (!over) return;
  attempt.ending = true;
  // What cannot be ended yet is tried at the next look of the clock: a disk that refuses once does so again at once.
  void endAttempt(context, attempt)
    .then((ended) => {
      if (!ended.ok && ended.failure.code !== 'task_ended') {
        context.log(`${attempt.task.id}: cannot be ended yet: ${ended.failure.message}`);
        endAgain(attempt);
        return;
      }
      forget(context, attempt);
      context.poke();
      if (!ended.ok || ended.value === 'retried') return;
      context.log(`${attempt.task.id}: ${ended.value.status}`);
      deliver(context, [ended.value]);
    })
    .catch((error: unknown) => {
      endAgain(attempt);
      context.log(`${attempt.task.id}: cannot be ended yet: ${String(error)}`);
    });
}

function endAgain(attempt: WatchedAttempt): void {
  attempt.ending = false;
  attempt.isOver = false;
}

// The next attempt of the same task may be under watch already.
function forget({ running }: SupervisorContext, attempt: WatchedAttempt): void {
  if (running.get(attempt.task.id) === attempt) running.delete(attempt.task.id);
}
