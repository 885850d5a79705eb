import { linkDependencies, moveDependency, settleDependents } from './dependencies.ts';
import { endedTask } from './ended-task.ts';
import type {
  CancelRequested,
  GateTold,
  JournalRecord,
  TaskEnded,
  TaskSubmitted,
  TaskVoided,
} from './events.ts';
import { onAttemptFailed, onAttemptStarted, onAttemptTied } from './evolve-attempts.ts';
import { onHeard, onRaised } from './evolve-notices.ts';
import { onQueuePaused, onTaskPaused } from './evolve-pauses.ts';
import { evolveSchedules, noteOccurrence, occurrenceOf } from './evolve-schedules.ts';
import { onSupervisorStarted, onSupervisorStopped } from './evolve-supervisor.ts';
import { JOURNAL_VERSION } from './journal-version.ts';
import type { EndedTask, JournalState } from './state.ts';
import { ENDED_KEPT } from './state.ts';

/**
 * Takes one valid record into the state, in place. Total: a record that makes no sense in this state (the end of
 * a task that is not open, an event of a later version) changes nothing but the counters.
 * @returns the ended tasks that were pruned, for the index
 */
export function evolve(state: JournalState, record: JournalRecord): readonly EndedTask[] {
  state.seq = record.seq;
  state.hash = record.hash;
  if (record.v !== JOURNAL_VERSION) {
    state.unknownRecords += 1;
    return [];
  }
  return apply(state, record, timeOf(record.timestamp));
}

function apply(state: JournalState, record: JournalRecord, at: number): readonly EndedTask[] {
  switch (record.event) {
    case 'task.submitted':
      onSubmitted(state, record, at);
      return [];
    case 'attempt.started':
      onAttemptStarted(state, record, at);
      return [];
    case 'attempt.tied':
      onAttemptTied(state, record);
      return [];
    case 'attempt.failed':
      onAttemptFailed(state, record);
      return [];
    case 'cancel.requested':
      onCancelRequested(state, record, at);
      return [];
    case 'dependency.moved':
      moveDependency(state, record);
      return [];
    case 'task.paused':
    case 'task.resumed':
      onTaskPaused(state, record, at);
      return [];
    case 'queue.paused':
    case 'queue.resumed':
      onQueuePaused(state, record);
      return [];
    case 'schedule.added':
    case 'schedule.paused':
    case 'schedule.resumed':
    case 'schedule.removed':
    case 'schedule.skipped':
      evolveSchedules(state, record, at);
      return [];
    case 'task.ended':
      return onEnded(state, record, at);
    case 'task.voided':
      onVoided(state, record);
      return [];
    case 'task.restated':
      state.contradicted.delete(record.task_id);
      return [];
    case 'notice.raised':
      onRaised(state, record, at);
      return [];
    case 'notice.heard':
      onHeard(state, record);
      return [];
    case 'gate.told':
      onTold(state, record);
      return [];
    case 'supervisor.started':
      onSupervisorStarted(state, record);
      return [];
    case 'supervisor.stopped':
      onSupervisorStopped(state, record.epoch);
      return [];
    case 'journal.closed':
    case 'journal.continued':
      onNextFile(state, record.event === 'journal.closed' ? at : null);
      return [];
    case 'journal.repaired':
    case 'workspaces.removed':
      return [];
    default:
      state.unknownRecords += 1;
      return [];
  }
}

function onNextFile(state: JournalState, closedAt: number | null): void {
  state.closedAt = closedAt;
  if (closedAt !== null) return;
  // What stray lines said to readers of single lines is of no matter in a file that does not hold them.
  state.phantoms.clear();
  state.contradicted.clear();
  state.invalidLines = 0;
}

/** Records of one transaction have one time, and reading a time takes as long as all the rest of a record. */
function timeOf(timestamp: string): number {
  if (timestamp !== lastRead.timestamp) lastRead = { timestamp, ms: Date.parse(timestamp) };
  return lastRead.ms;
}

let lastRead = { timestamp: '', ms: Number.NaN };

function onSubmitted(state: JournalState, record: TaskSubmitted, at: number): void {
  state.phantoms.delete(record.task_id);
  state.contradicted.delete(record.task_id);
  if (state.open.has(record.task_id)) return;
  if (state.ended.has(record.task_id)) {
    state.phantoms.add(record.task_id);
    return;
  }
  state.open.set(record.task_id, {
    phase: 'queued',
    id: record.task_id,
    agent: record.delegated_agent,
    description: record.task_description,
    sessionId: record.session_id,
    owner: record.owner,
    options: record.options,
    ...(record.routed_by === undefined ? {} : { routedBy: record.routed_by }),
    credentials: record.credentials,
    submittedAt: at,
    ...(record.command === undefined ? {} : { command: record.command }),
    ...(record.runner === 'subagent' ? { runner: record.runner } : {}),
    ...(record.retry_of === undefined ? {} : { retryOf: record.retry_of }),
    ...(record.occurrence_of === undefined ? {} : { occurrenceOf: occurrenceOf(record.occurrence_of) }),
  });
  linkDependencies(state, record.task_id, record.options.after ?? []);
  if (record.occurrence_of !== undefined) noteOccurrence(state, record.task_id, record.occurrence_of);
}

function onCancelRequested(state: JournalState, record: CancelRequested, at: number): void {
  const task = state.open.get(record.task_id);
  if (task !== undefined && task.cancelRequestedAt === undefined) {
    state.open.set(task.id, { ...task, cancelRequestedAt: at });
  }
}

function onEnded(state: JournalState, record: TaskEnded, at: number): readonly EndedTask[] {
  state.phantoms.delete(record.task_id);
  const task = state.open.get(record.task_id);
  if (task === undefined) return [];
  state.contradicted.delete(task.id);
  state.open.delete(task.id);
  state.told.delete(task.id);
  settleDependents(state, task, record.status);
  state.ended.set(task.id, endedTask(task, record, at));
  return pruneEnded(state);
}

function onVoided(state: JournalState, record: TaskVoided): void {
  state.phantoms.delete(record.task_id);
  if (state.open.has(record.task_id)) state.contradicted.add(record.task_id);
}

function onTold(state: JournalState, record: GateTold): void {
  for (const id of record.task_ids) {
    if (!state.open.has(id)) continue;
    const told = state.told.get(id) ?? [];
    const key = ownerKey(record.owner, record.session_id);
    if (!told.includes(key)) state.told.set(id, [...told, key]);
  }
}

/** What names a session at the gate: its client process where that is known, else its session id. */
export function ownerKey(owner: { pid: number; start: string } | null, sessionId: string): string {
  return owner === null ? sessionId : `${owner.pid}@${owner.start}`;
}

function pruneEnded(state: JournalState): readonly EndedTask[] {
  let surplus = state.ended.size - ENDED_KEPT;
  if (surplus <= 0) return [];
  const pruned: EndedTask[] = [];
  for (const task of state.ended.values()) {
    if (surplus <= 0) break;
    if (!task.heard) continue;
    pruned.push(task);
    surplus -= 1;
  }
  for (const task of pruned) state.ended.delete(task.id);
  return pruned;
}
