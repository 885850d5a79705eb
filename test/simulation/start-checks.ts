import type { AttemptStarted, TaskEnded, TaskSubmitted } from '../../src/domain/events.ts';
import { claimed, conflicts } from './claims.ts';
import type { Violations } from './violations.ts';

/** One task as the records tell it, in the model's own words. */
export interface ModelTask {
  readonly id: string;
  readonly submitted: TaskSubmitted;
  phase: 'queued' | 'running' | 'ended';
  attempt: number;
  cancelAsked: boolean;
  paused: boolean;
  retryAt: number;
  status: TaskEnded['status'] | null;
  heard: boolean;
}

/** How much may run, for the checks. */
export interface ModelCapacity {
  readonly slots: number;
  /** How many slots one task can take at most. */
  readonly slotsPerTask: number;
  readonly perAgent: Readonly<Record<string, number>>;
}

/** A start, and what was so before it. */
export interface StartCheck {
  readonly task: ModelTask;
  readonly record: AttemptStarted;
  readonly others: readonly ModelTask[];
  readonly tasks: ReadonlyMap<string, ModelTask>;
  readonly isPaused: boolean;
  readonly isDue: boolean;
  readonly epoch: number;
  readonly capacity: ModelCapacity;
  readonly violations: Violations;
}

/** Checks that an attempt may start: once, by the supervisor in charge, with all that it needs free for it. */
export function checkStart(check: StartCheck): void {
  const { task, record, others, isPaused, isDue, epoch, violations } = check;
  const say = (what: string) => () => `${record.task_id}#${record.attempt} ${what}`;
  violations.expect(task.phase === 'queued', 'oneAttempt', say(`starts while ${task.phase}`));
  violations.expect(record.attempt === task.attempt + 1, 'oneAttempt', say(`follows #${task.attempt}`));
  violations.expect(record.epoch === epoch, 'oneSupervisor', say(`is of epoch ${record.epoch}`));
  violations.expect(!task.cancelAsked, 'pauses', say('starts though it was cancelled'));
  violations.expect(!isPaused, 'pauses', say('starts while the queue is paused'));
  violations.expect(isDue, 'pauses', say('starts before its time'));
  checkDependencies(check, say('starts before its dependencies'));
  const isFree = others.every((other) => !conflicts(claimed(task.submitted), claimed(other.submitted)));
  violations.expect(isFree, 'claims', say('starts though its claim is held'));
  checkRoom(check, say('starts without room'));
}

function checkDependencies({ task, tasks, violations }: StartCheck, what: () => string): void {
  for (const { task_id, on } of task.submitted.options.after ?? []) {
    const before = tasks.get(task_id);
    const isMet =
      before === undefined || (before.phase === 'ended' && (on === 'end' || before.status === 'completed'));
    violations.expect(isMet, 'dependencies', what);
  }
}

function checkRoom({ task, others, capacity, violations }: StartCheck, what: () => string): void {
  const { slots, slotsPerTask, perAgent } = capacity;
  const needs = ({ submitted }: ModelTask) => Math.min(slotsPerTask, submitted.options.slots ?? 1);
  const taken = others.reduce((sum, other) => sum + needs(other), needs(task));
  violations.expect(taken <= slots, 'slots', what);
  const agent = task.submitted.delegated_agent;
  const same = others.filter(({ submitted }) => submitted.delegated_agent === agent).length + 1;
  violations.expect(same <= (perAgent[agent] ?? slots), 'slots', what);
}
