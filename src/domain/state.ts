import type { TaskAgent } from './agents.ts';
import type { EndStatus, FailureClass, ProcessIdentity, Usage } from './events.ts';
import type { RaisedNotice } from './notice-events.ts';
import type { ScheduleSpec } from './schedule-events.ts';
import type { TaskOptions } from './task-options.ts';

/** What stays true of a task from its submission on. Times are milliseconds since the epoch. */
export interface TaskFacts {
  readonly id: string;
  readonly agent: TaskAgent;
  readonly description: string;
  readonly sessionId: string;
  readonly owner: ProcessIdentity | null;
  readonly options: TaskOptions;
  readonly routedBy?: string;
  readonly credentials: readonly string[];
  readonly submittedAt: number;
  /** The shell command of a task of the runner `command`. */
  readonly command?: string;
  /** Set where the task runs inside the session that asked for it: the supervisor starts and ends no such task. */
  readonly runner?: 'subagent';
  readonly retryOf?: string;
  readonly occurrenceOf?: { readonly scheduleId: string; readonly plannedAt: number };
}

/** Why the last attempt of a task failed, for the next one. */
export interface AttemptFailure {
  readonly attempt: number;
  readonly failureClass: FailureClass;
  readonly reason: string;
}

/** An accepted task that has not ended. Each phase carries only what is true in it. */
export type OpenTask = TaskFacts & {
  readonly cancelRequestedAt?: number;
  /** How those of its dependencies ended that have ended. */
  readonly settled?: Readonly<Record<string, EndStatus>>;
  readonly lastFailure?: AttemptFailure;
  /** Notices that were raised of it, heard or not: none is raised twice. */
  readonly raised?: readonly string[];
} & (
    | {
        readonly phase: 'queued';
        /** Set after a failed attempt: it does not start before. */
        readonly notBefore?: number;
      }
    | {
        readonly phase: 'running';
        readonly attempt: number;
        readonly epoch: number;
        readonly startedAt: number;
        readonly workerSessionId: string;
        readonly pausedAt?: number;
        /** The client's id of the subagent, once it has launched it. */
        readonly subagentId?: string;
      }
  );

/** A schedule as it stands. */
export interface Schedule {
  readonly spec: ScheduleSpec;
  readonly addedAt: number;
  readonly sessionId: string;
  readonly paused: boolean;
  /** The planned time of the last occurrence that was submitted or skipped; the time of its adding before the first. */
  readonly lastPlannedAt: number;
  /** The task of the last occurrence. */
  readonly lastTaskId: string | null;
}

/** What is paused, and why. Null: nothing. */
export interface Pauses {
  readonly queue: string | null;
  readonly schedules: string | null;
  readonly emergency: string | null;
}

/** How a task ended, and whether the session that asked for it has heard so. */
export interface EndedTask {
  readonly id: string;
  readonly agent: TaskAgent;
  readonly description: string;
  readonly sessionId: string;
  readonly owner: ProcessIdentity | null;
  readonly name?: string;
  readonly runner?: 'subagent';
  /** The client's id of the subagent that did it. */
  readonly subagentId?: string;
  /** The tasks that it was submitted with, to be told of together. */
  readonly group?: string;
  readonly submittedAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number;
  readonly durationMs: number;
  readonly status: EndStatus;
  readonly summary: string;
  readonly resultsLocation: string;
  readonly usage: Usage | null;
  readonly workerSessionId: string | null;
  readonly heard: boolean;
}

/** The supervisor that the journal knows of. It may be dead: ask the process table. */
export interface SupervisorState {
  readonly epoch: number;
  readonly process: ProcessIdentity;
  readonly version: string;
  readonly stopped: boolean;
}

/**
 * The fold of the journal: every open task, every end that is not heard, and the last ends.
 * It belongs to the one who folds: `evolve` changes it in place.
 */
export interface JournalState {
  seq: number;
  /** Hash of the last valid record; the empty string before the first. */
  hash: string;
  readonly open: Map<string, OpenTask>;
  /** Oldest first. Heard ends beyond `ENDED_KEPT` are pruned; unheard ends never are. */
  readonly ended: Map<string, EndedTask>;
  /** Raised notices that are not heard, oldest first. */
  readonly notices: Map<string, RaisedNotice>;
  /** Open task ids that the stop gate has told their owner of. */
  readonly told: Map<string, readonly string[]>;
  /** Task ids that only a losing line opened: the next writer voids them. */
  readonly phantoms: Set<string>;
  /** Open task ids that a losing line seems to close: the next writer states them again. */
  readonly contradicted: Set<string>;
  supervisor: SupervisorState | null;
  pauses: Pauses;
  readonly schedules: Map<string, Schedule>;
  /** Open tasks that wait for a task, by its id. Derived from `open`. */
  readonly dependents: Map<string, Set<string>>;
  /** When this file of the history was closed, so that what comes next stands in another one; null while it is not. */
  closedAt: number | null;
  /** Lines of the file that are not part of the history: damage, lost races, fragments. */
  invalidLines: number;
  /** Valid records of an event or version that this reader does not know. */
  unknownRecords: number;
}

/** How many ended tasks the fold keeps at hand. Older ones are found through the index. */
export const ENDED_KEPT = 200;

/** The state before the first record. */
export function initialState(): JournalState {
  return {
    seq: 0,
    hash: '',
    open: new Map(),
    ended: new Map(),
    notices: new Map(),
    told: new Map(),
    phantoms: new Set(),
    contradicted: new Set(),
    supervisor: null,
    pauses: { queue: null, schedules: null, emergency: null },
    schedules: new Map(),
    dependents: new Map(),
    closedAt: null,
    invalidLines: 0,
    unknownRecords: 0,
  };
}

/** True while something is open, or an end or a raised notice is unheard: hooks must look, and the marker must stand. */
export function needsAttention(state: JournalState): boolean {
  if (state.open.size > 0 || state.notices.size > 0) return true;
  for (const task of state.ended.values()) if (!task.heard) return true;
  return false;
}
