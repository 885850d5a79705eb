import type { AgentName } from './agents.ts';
import type { EndStatus, ProcessIdentity, TaskOptions, Usage } from './events.ts';

/** What stays true of a task from its submission on. Times are milliseconds since the epoch. */
export interface TaskFacts {
  readonly id: string;
  readonly agent: AgentName;
  readonly description: string;
  readonly sessionId: string;
  readonly owner: ProcessIdentity | null;
  readonly options: TaskOptions;
  readonly routedBy?: string;
  readonly credentials: readonly string[];
  readonly submittedAt: number;
}

/** An accepted task that has not ended. Each phase carries only what is true in it. */
export type OpenTask = TaskFacts & { readonly cancelRequestedAt?: number } & (
    | { readonly phase: 'queued' }
    | {
        readonly phase: 'running';
        readonly attempt: number;
        readonly epoch: number;
        readonly startedAt: number;
        readonly workerSessionId: string;
      }
  );

/** How a task ended, and whether the session that asked for it has heard so. */
export interface EndedTask {
  readonly id: string;
  readonly agent: AgentName;
  readonly description: string;
  readonly sessionId: string;
  readonly owner: ProcessIdentity | null;
  readonly name?: string;
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
  /** Open task ids that the stop gate has told their owner of. */
  readonly told: Map<string, readonly string[]>;
  /** Task ids that only a losing line opened: the next writer voids them. */
  readonly phantoms: Set<string>;
  /** Open task ids that a losing line seems to close: the next writer states them again. */
  readonly contradicted: Set<string>;
  supervisor: SupervisorState | null;
  /** Lines that are not part of the history: damage, lost races, fragments. */
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
    told: new Map(),
    phantoms: new Set(),
    contradicted: new Set(),
    supervisor: null,
    invalidLines: 0,
    unknownRecords: 0,
  };
}

/** True while something is open or an end is unheard: hooks must look, and the marker must stand. */
export function needsAttention(state: JournalState): boolean {
  if (state.open.size > 0) return true;
  for (const task of state.ended.values()) if (!task.heard) return true;
  return false;
}
