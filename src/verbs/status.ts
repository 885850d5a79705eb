import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { EndedTask, JournalState, OpenTask } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import { durationHistory, expectedEnd } from '../scheduler/expected-end.ts';
import { pick } from '../scheduler/pick.ts';
import type { WaitReason, WaitWords } from '../scheduler/wait-reason.ts';
import { describeWait } from '../scheduler/wait-reason.ts';
import { lastProgress } from '../workspace/last-progress.ts';
import type { VerbContext } from './context.ts';
import type { FoundTask } from './find-task.ts';
import { listTasks } from './find-task.ts';
import type { Foreign } from './foreign.ts';
import type { RoomHere } from './load-capacity.ts';
import type { Means } from './means.ts';
import { isSupervised } from './revive.ts';

/** One row of the status table; part of the `--json` output. Times in milliseconds. */
export interface StatusRow {
  readonly id: string;
  readonly agent: string;
  readonly status: string;
  readonly task: string;
  readonly name: string | null;
  readonly submitted_at: string;
  readonly duration_ms: number;
  /** The last thing it was seen doing, why it waits, or how it ended. */
  readonly progress: string;
  /** About how long it still runs, or waits; null when nobody knows. Never a promise. */
  readonly about_left_ms: number | null;
  readonly cost_usd: number | null;
  readonly report: string | null;
  /** Opens the worker's own session: `claude --resume <id>`. */
  readonly worker_session_id: string | null;
}

/** What `status` shows; part of the `--json` output. */
export interface StatusPayload {
  readonly supervised: boolean;
  readonly scope: 'own' | 'all';
  readonly open: readonly StatusRow[];
  readonly ended: readonly StatusRow[];
  /** Tasks of others that the scope leaves out. */
  readonly others_open: number;
  readonly invalid_lines: number;
  /** By what means limits are enforced here; null where it is not known. */
  readonly means: Means | null;
  /** The schedule whose turn comes first; null where there is none. */
  /** With `--all`, in a terminal: what runs here and is not Outloop's. */
  readonly foreign?: Foreign;
  readonly next_scheduled: { readonly id: string; readonly at: string } | null;
}

/** What the journal alone says of it. */
export type StatusTasks = Omit<StatusPayload, 'means' | 'next_scheduled' | 'foreign'>;

const ENDED_SHOWN = 10;

/** Everything that is open and the last ends: of this owner, or of everybody. */
export function status(context: VerbContext, all: boolean, capacity: RoomHere): Result<StatusTasks> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const state = read.value;
  // Outside a session there is no owner whose tasks could be meant.
  const scope = all || context.asker.sessionId === '' ? 'all' : 'own';
  const { open, ended } = listTasks(state, context, scope === 'all');
  const rowOf = openRows(context, state, capacity);
  return ok({
    supervised: isSupervised(state),
    scope,
    open: open.map(rowOf),
    ended: ended.slice(0, ENDED_SHOWN).map(endedRow),
    others_open: state.open.size - open.length,
    invalid_lines: state.invalidLines,
  });
}

/** The row of one task, however long ago it ended. */
export function statusOf(context: VerbContext, found: FoundTask, capacity: RoomHere): Result<StatusRow> {
  if (found.kind === 'ended') return ok(endedRow(found.task));
  const read = readState(context.journal);
  if (!read.ok) return read;
  return ok(openRows(context, read.value, capacity)(found.task));
}

/** Looks once at the whole queue, and then makes the row of any open task. */
export function openRows(
  context: VerbContext,
  state: JournalState,
  capacity: RoomHere,
): (task: OpenTask) => StatusRow {
  const now = context.now();
  const { open, ended, pauses } = state;
  // A shell command costs nothing of what is spent.
  const hold = (task: OpenTask) => (task.command === undefined ? (capacity.spent ?? null) : null);
  const { waiting } = pick({ open, ended, pauses, capacity, now, hasCredentials: () => true, hold });
  const history = durationHistory(ended.values());
  const supervised = isSupervised(state);
  return (task) => {
    if (task.phase === 'running') {
      const said = lastProgress(context.paths, task) ?? 'started';
      const progress = task.pausedAt === undefined ? said : 'paused: outloop resume';
      return openRow(task, now, task.startedAt, progress, expectedEnd(task, history, now));
    }
    const wait = waitWords(waiting.get(task.id), supervised, task, state, now);
    return openRow(task, now, task.submittedAt, wait.text, wait.until === null ? null : wait.until - now);
  };
}

function openRow(
  task: OpenTask,
  now: number,
  since: number,
  progress: string,
  leftMs: number | null,
): StatusRow {
  return {
    id: task.id,
    agent: task.agent,
    status: task.cancelRequestedAt === undefined ? task.phase : 'cancelling',
    task: task.description,
    name: task.options.name ?? null,
    submitted_at: new Date(task.submittedAt).toISOString(),
    duration_ms: Math.max(0, now - since),
    progress,
    about_left_ms: leftMs === null ? null : Math.max(0, leftMs),
    cost_usd: null,
    report: task.options.report ?? null,
    worker_session_id:
      task.phase === 'running' && task.command === undefined && task.runner === undefined
        ? task.workerSessionId
        : null,
  };
}

function waitWords(
  reason: WaitReason | undefined,
  supervised: boolean,
  task: OpenTask,
  state: JournalState,
  now: number,
): WaitWords {
  if (task.runner === 'subagent') return { text: 'waiting for its session to start it', until: null };
  // What is paused stays so under any supervisor.
  if (!supervised && reason?.kind !== 'paused')
    return { text: 'no supervisor runs; the next command or prompt starts one', until: null };
  if (reason !== undefined) return describeWait(reason, state, now);
  const waits = task.credentials.length > 0 && now - task.submittedAt > SETTLED_MS;
  return { text: waits ? 'waiting for credentials of its session' : 'starting', until: null };
}

// Only the supervisor knows whose credentials it holds: a task that could start and has not is one that it does not.
const SETTLED_MS = 5_000;

/** The row of a task that has ended. */
export function endedRow(task: EndedTask): StatusRow {
  return {
    id: task.id,
    agent: task.agent,
    status: task.status,
    task: task.description,
    name: task.name ?? null,
    submitted_at: new Date(task.submittedAt).toISOString(),
    duration_ms: task.durationMs,
    progress: task.summary,
    about_left_ms: null,
    cost_usd: task.usage?.cost_usd ?? null,
    report: `${task.resultsLocation}/report.md`,
    // A command has no session to open.
    worker_session_id: task.agent === 'command' || task.runner === 'subagent' ? null : task.workerSessionId,
  };
}
