import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { EndedTask, OpenTask } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import type { WaitReason } from '../scheduler/pick.ts';
import { pick } from '../scheduler/pick.ts';
import { lastProgress } from '../workspace/last-progress.ts';
import type { VerbContext } from './context.ts';
import type { FoundTask } from './find-task.ts';
import { listTasks } from './find-task.ts';
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
}

const ENDED_SHOWN = 10;

/** Everything that is open and the last ends: of this owner, or of everybody. */
export function status(context: VerbContext, all: boolean, slots: number): Result<StatusPayload> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  const state = read.value;
  // Outside a session there is no owner whose tasks could be meant.
  const scope = all || context.asker.sessionId === '' ? 'all' : 'own';
  const { open, ended } = listTasks(state, context, scope === 'all');
  const { waiting } = pick(state.open.values(), slots, () => true);
  return ok({
    supervised: isSupervised(state),
    scope,
    open: open.map((task) => openRow(context, task, waiting.get(task.id), isSupervised(state))),
    ended: ended.slice(0, ENDED_SHOWN).map(endedRow),
    others_open: state.open.size - open.length,
    invalid_lines: state.invalidLines,
  });
}

/** The row of one task, however long ago it ended. */
export function statusOf(context: VerbContext, found: FoundTask, slots: number): Result<StatusRow> {
  if (found.kind === 'ended') return ok(endedRow(found.task));
  const read = readState(context.journal);
  if (!read.ok) return read;
  const { waiting } = pick(read.value.open.values(), slots, () => true);
  return ok(openRow(context, found.task, waiting.get(found.task.id), isSupervised(read.value)));
}

function openRow(
  context: VerbContext,
  task: OpenTask,
  reason: WaitReason | undefined,
  supervised: boolean,
): StatusRow {
  const since = task.phase === 'running' ? task.startedAt : task.submittedAt;
  const cancelling = task.cancelRequestedAt !== undefined;
  return {
    id: task.id,
    agent: task.agent,
    status: cancelling ? 'cancelling' : task.phase,
    task: task.description,
    name: task.options.name ?? null,
    submitted_at: new Date(task.submittedAt).toISOString(),
    duration_ms: Math.max(0, context.now() - since),
    progress:
      task.phase === 'running'
        ? (lastProgress(context.paths, task) ?? 'started')
        : waitWords(reason, supervised, task),
    cost_usd: null,
    report: task.options.report ?? null,
    worker_session_id: task.phase === 'running' ? task.workerSessionId : null,
  };
}

function waitWords(reason: WaitReason | undefined, supervised: boolean, task: OpenTask): string {
  if (!supervised) return 'no supervisor runs; the next command or prompt starts one';
  switch (reason?.kind) {
    case 'slots':
      return `waiting: ${reason.running} of ${reason.slots} slots are taken`;
    case 'writer':
      return `waiting for ${reason.taskId}: one task at a time changes this tree`;
    default:
      return task.credentials.length > 0 ? 'starting, or waiting for credentials of its session' : 'starting';
  }
}

function endedRow(task: EndedTask): StatusRow {
  return {
    id: task.id,
    agent: task.agent,
    status: task.status,
    task: task.description,
    name: task.name ?? null,
    submitted_at: new Date(task.submittedAt).toISOString(),
    duration_ms: task.durationMs,
    progress: task.summary,
    cost_usd: task.usage?.cost_usd ?? null,
    report: `${task.resultsLocation}/report.md`,
    worker_session_id: task.workerSessionId,
  };
}
