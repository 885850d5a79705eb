import * as z from 'zod';
import { TASK_AGENTS } from './agents.ts';
import { DependencyMoved } from './dependency-events.ts';
import { NoticeHeard, NoticeRaised } from './notice-events.ts';
import { ScheduleAdded, ScheduleChanged } from './schedule-events.ts';
import { JournalClosed, JournalContinued, JournalRepaired, WorkspacesRemoved } from './segment-events.ts';
import { AttemptTied } from './subagent-events.ts';
import { TaskOptions } from './task-options.ts';

/*
 * Terminology (the whole project keeps to it):
 * - task: one piece of delegated work; attempt: one try at it
 * - agent: who does it; runner: how it is done
 * - owner: the client process that submitted a task (its pid and start time)
 * - session: a Claude Code conversation; worker: a Claude Code process that Outloop started
 * - record: one line of the journal; event: what it says; notice: what a session must hear; heard: it surely has
 */

/** A process that cannot be confused with a later one of the same pid. `start` is opaque: compare, never parse. */
export const ProcessIdentity = z.strictObject({ pid: z.int().positive(), start: z.string().min(1) });
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** How a task ends. Exactly one of these, once, and it never changes. */
export const EndStatus = z.enum([
  'completed',
  'failed',
  'cancelled',
  'timed_out',
  'lost',
  'limit_exceeded',
  'dependency_failed',
]);
export type EndStatus = z.infer<typeof EndStatus>;

/** What a task has used so far, by the client's own count. Money in US dollars. */
export const Usage = z.strictObject({
  cost_usd: z.number().nonnegative(),
  input_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  cache_read_tokens: z.int().nonnegative(),
  cache_write_tokens: z.int().nonnegative(),
  turns: z.int().nonnegative(),
});
export type Usage = z.infer<typeof Usage>;

const taskId = z.string().regex(/^[a-z0-9-]{8,80}$/);

/** A task was accepted. Its first seven data fields are those of the original coordination log. */
export const TaskSubmitted = z.strictObject({
  event: z.literal('task.submitted'),
  session_id: z.string(),
  task_id: taskId,
  delegated_agent: z.enum(TASK_AGENTS),
  task_description: z.string(),
  is_background: z.literal(true),
  status: z.literal('initiated'),
  /** Characters of the static part of the prime, written at submit. */
  context_prime_length: z.int().nonnegative(),
  runner: z.enum(['headless', 'command', 'subagent']),
  /** The shell command of the runner `command`. */
  command: z.string().optional(),
  /** The ended task that this one tries again. */
  retry_of: taskId.optional(),
  /** The schedule that this task is an occurrence of; with the planned time it names the occurrence once for all. */
  occurrence_of: z.strictObject({ schedule_id: z.string(), planned_at: z.string() }).optional(),
  owner: ProcessIdentity.nullable(),
  options: TaskOptions,
  /** How the agent was chosen when the submitter named none. */
  routed_by: z.string().optional(),
  /** Names (never values) of the environment credentials that the worker needs. */
  credentials: z.array(z.string()),
  policy_hash: z.string(),
});
export type TaskSubmitted = z.infer<typeof TaskSubmitted>;

/** A worker is about to start: by the supervisor, or of the runner `subagent` by the session itself. */
export const AttemptStarted = z.strictObject({
  event: z.literal('attempt.started'),
  task_id: taskId,
  status: z.literal('running'),
  attempt: z.int().positive(),
  epoch: z.int().positive(),
  /** The client's session id of the worker: `claude --resume` opens it. Of a subagent, the session that it is in. */
  worker_session_id: z.string(),
  /** Characters of the real prime, rendered at start. */
  context_prime_length: z.int().nonnegative(),
});
export type AttemptStarted = z.infer<typeof AttemptStarted>;

/** Why an attempt failed, as far as trying again is concerned. */
export const FailureClass = z.enum([
  'spawn',
  'lost',
  'rate_limited',
  'overloaded',
  'policy',
  'limit',
  'work',
]);
export type FailureClass = z.infer<typeof FailureClass>;

/** An attempt failed and the task goes back into the queue. */
export const AttemptFailed = z.strictObject({
  event: z.literal('attempt.failed'),
  task_id: taskId,
  status: z.literal('queued'),
  attempt: z.int().positive(),
  epoch: z.int().positive(),
  failure_class: FailureClass,
  reason: z.string(),
  /** ISO 8601: not before this time. */
  retry_at: z.string(),
});
export type AttemptFailed = z.infer<typeof AttemptFailed>;

/** A running task was stopped where it is (its tree gets no CPU), or goes on. */
export const TaskPaused = z.strictObject({
  event: z.enum(['task.paused', 'task.resumed']),
  task_id: taskId,
  session_id: z.string(),
});
export type TaskPaused = z.infer<typeof TaskPaused>;

/** Nothing starts in the scope until it is resumed. `emergency` is everything. */
export const QueuePaused = z.strictObject({
  event: z.enum(['queue.paused', 'queue.resumed']),
  scope: z.enum(['queue', 'schedules', 'emergency']),
  reason: z.string(),
  session_id: z.string(),
});
export type QueuePaused = z.infer<typeof QueuePaused>;

/** Somebody asked for a task to be cancelled. */
export const CancelRequested = z.strictObject({
  event: z.literal('cancel.requested'),
  task_id: taskId,
  status: z.literal('cancelling'),
  session_id: z.string(),
});
export type CancelRequested = z.infer<typeof CancelRequested>;

/** A task reached its end. The line also opens the notice of it. */
export const TaskEnded = z.strictObject({
  event: z.literal('task.ended'),
  task_id: taskId,
  status: EndStatus,
  /** The workspace after the end, relative to the project root. */
  results_location: z.string(),
  /** One sentence for people: the result, or what went wrong and what to do. */
  summary: z.string(),
  duration_ms: z.int().nonnegative(),
  usage: Usage.nullable(),
  epoch: z.int().nonnegative(),
});
export type TaskEnded = z.infer<typeof TaskEnded>;

/** A line that lost its race opened this task id and nobody acknowledged it: it never was. */
export const TaskVoided = z.strictObject({
  event: z.literal('task.voided'),
  task_id: taskId,
  status: z.literal('void'),
});
export type TaskVoided = z.infer<typeof TaskVoided>;

/**
 * An open task is open, whatever a line that lost its race says. It repeats the seed's opening fields, so that a
 * reader of single lines sees the task open again; nothing about the task changes.
 */
export const TaskRestated = z.strictObject({
  event: z.literal('task.restated'),
  session_id: z.string(),
  task_id: taskId,
  delegated_agent: z.enum(TASK_AGENTS),
  task_description: z.string(),
  is_background: z.literal(true),
  status: z.literal('initiated'),
});
export type TaskRestated = z.infer<typeof TaskRestated>;

/** The stop gate told this owner that these tasks are open. */
export const GateTold = z.strictObject({
  event: z.literal('gate.told'),
  session_id: z.string(),
  owner: ProcessIdentity.nullable(),
  task_ids: z.array(taskId).min(1),
});
export type GateTold = z.infer<typeof GateTold>;

/** A process became the supervisor of this project. Attempts and ends of an older epoch lose. */
export const SupervisorStarted = z.strictObject({
  event: z.literal('supervisor.started'),
  epoch: z.int().positive(),
  process: ProcessIdentity,
  version: z.string(),
});
export type SupervisorStarted = z.infer<typeof SupervisorStarted>;

/** The supervisor went away by itself: nothing was left to do, or a newer version asked it to. */
export const SupervisorStopped = z.strictObject({
  event: z.literal('supervisor.stopped'),
  epoch: z.int().positive(),
});
export type SupervisorStopped = z.infer<typeof SupervisorStopped>;

/** Everything that the journal can say, by its `event`. */
export const JournalEvent = z.discriminatedUnion('event', [
  TaskSubmitted,
  AttemptStarted,
  AttemptTied,
  AttemptFailed,
  TaskPaused,
  QueuePaused,
  ScheduleAdded,
  ScheduleChanged,
  CancelRequested,
  DependencyMoved,
  TaskEnded,
  TaskVoided,
  TaskRestated,
  NoticeRaised,
  NoticeHeard,
  GateTold,
  SupervisorStarted,
  SupervisorStopped,
  JournalClosed,
  JournalContinued,
  JournalRepaired,
  WorkspacesRemoved,
]);
export type JournalEvent = z.infer<typeof JournalEvent>;

/** What the journal adds to an event to make it a record. `hash` stands last in the line. */
export interface Envelope {
  readonly v: number;
  readonly seq: number;
  readonly timestamp: string;
  readonly prev: string;
  readonly hash: string;
}

/** One valid line of the journal. */
export type JournalRecord = JournalEvent & Envelope;
