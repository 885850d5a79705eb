import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { JournalRecord, TaskSubmitted, Usage } from '../domain/events.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import type { TaskOptions } from '../domain/task-options.ts';
import { readState } from '../journal/journal.ts';
import { isAbout, readRecords } from '../journal/task-records.ts';
import { isAlive } from '../process/identity.ts';
import { findWorkspace } from '../workspace/find.ts';
import { displayPath } from '../workspace/paths.ts';
import { readStoredResult, type StoredResult } from '../workspace/result-file.ts';
import type { VerbContext } from './context.ts';
import type { FoundTask } from './find-task.ts';
import { findTask } from './find-task.ts';
import type { RoomHere } from './load-capacity.ts';
import type { StatusRow } from './status.ts';
import { statusOf } from './status.ts';

/** Everything about one task; the `--json` output of `show`. Times are ISO 8601. */
export interface ShownTask extends StatusRow {
  readonly command: string | null;
  readonly submitted_by: {
    readonly session_id: string;
    /** The client process; null for a task from a terminal or a schedule. */
    readonly pid: number | null;
    readonly lives: boolean;
  };
  /** How the agent was chosen when none was named. */
  readonly routed_by: string | null;
  readonly retry_of: string | null;
  /** Tasks that try it again. */
  readonly retried_by: readonly string[];
  readonly occurrence_of: { readonly schedule_id: string; readonly planned_at: string } | null;
  /** All that was chosen for it; null where the line that opened it is no longer there. */
  readonly options: TaskOptions | null;
  /** How those that it waits for have ended so far, by id. */
  readonly dependencies: readonly {
    readonly task_id: string;
    readonly on: string;
    readonly status: string;
  }[];
  /** Open tasks that wait for it. */
  readonly dependents: readonly string[];
  readonly events: readonly TaskEvent[];
  /** The folder with everything, relative to the project root; null if it was removed. */
  readonly workspace: string | null;
  readonly files: readonly string[];
  readonly usage: Usage | null;
  /** What it came to; null before its end. */
  readonly outcome: Outcome | null;
  /** How to open the worker's session, in the project's folder; null where there is none. */
  readonly open_session: string | null;
}

/** Something that happened to a task. */
export interface TaskEvent {
  readonly at: string;
  readonly event: string;
  readonly words: string;
}

/** The parts of a result that people ask for. */
export type Outcome = Pick<StoredResult, 'summary' | 'why' | 'result' | 'containment' | 'denied'> & {
  readonly limits: string | null;
};

/** Gathers everything about the task that `part` names. */
export async function show(
  context: VerbContext,
  part: string,
  capacity: RoomHere,
): Promise<Result<ShownTask>> {
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const { id, agent, owner, sessionId } = found.value.task;
  const row = statusOf(context, found.value, capacity);
  if (!row.ok) return row;
  const records = readRecords(
    context.journal,
    (record) => isAbout(record, id) || (record.event === 'task.submitted' && record.retry_of === id),
  );
  if (!records.ok) return records;
  const read = readState(context.journal);
  if (!read.ok) return read;
  const submitted = openingOf(records.value, id);
  const files = findWorkspace(context.paths, id, agent);
  const stored = files === null ? ok(null) : readStoredResult(files.result);
  const outcome = stored.ok && stored.value !== null ? outcomeOf(stored.value) : null;
  const session = row.value.worker_session_id;
  return ok({
    ...row.value,
    command: submitted?.command ?? null,
    submitted_by: {
      session_id: sessionId,
      pid: owner?.pid ?? null,
      lives: owner !== null && isAlive(owner),
    },
    routed_by: submitted?.routed_by ?? null,
    retry_of: submitted?.retry_of ?? null,
    retried_by: records.value.flatMap((record) =>
      record.event === 'task.submitted' && record.retry_of === id ? [record.task_id] : [],
    ),
    occurrence_of: submitted?.occurrence_of ?? null,
    options: optionsOf(found.value, submitted),
    dependencies: dependenciesOf(read.value, found.value, submitted),
    dependents: [...(read.value.dependents.get(id) ?? [])],
    events: records.value.filter((record) => isAbout(record, id)).map(eventOf),
    workspace: files === null ? null : displayPath(context.paths, files.folder),
    files: files === null ? [] : filesIn(files.folder, Object.values(files)),
    usage: found.value.kind === 'ended' ? found.value.task.usage : null,
    outcome,
    open_session: session === null ? null : openSession(context, session, found.value.kind === 'open'),
  });
}

// The client keeps sessions by folder. While the worker has it open, only a copy can be looked at.
function openSession({ cwd, paths }: VerbContext, session: string, isOpen: boolean): string {
  const go = cwd === paths.root ? '' : `cd '${paths.root.replaceAll("'", "'\\''")}' && `;
  return `${go}claude --resume ${session}${isOpen ? ' --fork-session' : ''}`;
}

function openingOf(records: readonly JournalRecord[], id: string): TaskSubmitted | undefined {
  for (const record of records) {
    if (record.event === 'task.submitted' && record.task_id === id) return record;
  }
  return undefined;
}

// Of an open task the state is right: what it waits for may have moved to a retry.
function optionsOf(found: FoundTask, submitted: TaskSubmitted | undefined): TaskOptions | null {
  return found.kind === 'open' ? found.task.options : (submitted?.options ?? null);
}

function dependenciesOf(
  state: JournalState,
  found: FoundTask,
  submitted: TaskSubmitted | undefined,
): ShownTask['dependencies'] {
  const settled = found.kind === 'open' ? (found.task.settled ?? {}) : {};
  return (optionsOf(found, submitted)?.after ?? []).map(({ task_id, on }) => ({
    task_id,
    on,
    status: settled[task_id] ?? state.ended.get(task_id)?.status ?? state.open.get(task_id)?.phase ?? 'ended',
  }));
}

function filesIn(folder: string, paths: readonly string[]): string[] {
  return paths.filter((path) => path !== folder && existsSync(path)).map((path) => basename(path));
}

function outcomeOf({ summary, why, result, containment, denied, limits }: StoredResult): Outcome {
  return { summary, why, result, containment, denied, limits: limits ?? null };
}

function eventOf(record: JournalRecord): TaskEvent {
  return { at: record.timestamp, event: record.event, words: wordsOf(record) };
}

function wordsOf(record: JournalRecord): string {
  switch (record.event) {
    case 'task.submitted':
      return 'submitted';
    case 'attempt.started':
      return `attempt ${record.attempt} started`;
    case 'attempt.failed':
      return `attempt ${record.attempt} failed (${record.failure_class}): ${record.reason}`;
    case 'cancel.requested':
      return 'somebody asked to cancel it';
    case 'task.paused':
      return 'paused';
    case 'task.resumed':
      return 'resumed';
    case 'task.ended':
      return record.status.replace('_', ' ');
    case 'notice.heard':
      return `heard (${record.by})`;
    case 'notice.raised':
      return record.text;
    default:
      return record.event;
  }
}
