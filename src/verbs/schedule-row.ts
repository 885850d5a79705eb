import type { JournalState, Schedule } from '../domain/state.ts';
import { initialState } from '../domain/state.ts';
import { nextOccurrence } from '../schedules/due.ts';
import { nextRun } from '../schedules/next-run.ts';

/** A schedule as `list`, `show` and `add` give it; part of the `--json` output. Times are ISO 8601. */
export interface ScheduleRow {
  readonly id: string;
  readonly when: string;
  readonly agent: string;
  readonly task: string;
  readonly status: 'active' | 'paused';
  /** Null: not by itself. */
  readonly next: string | null;
  readonly last_planned: string | null;
  readonly last_task: string | null;
  readonly on_missed: string;
  readonly overlap: string;
}

/** The row of one schedule. `state` is null for one that nothing has come of yet. */
export function scheduleRow(schedule: Schedule, state: JournalState | null, now: number): ScheduleRow {
  const { spec, paused, lastPlannedAt, addedAt, lastTaskId } = schedule;
  const next = paused ? null : nextOccurrence(state ?? initialState(), schedule, now);
  return {
    id: spec.schedule_id,
    when: spec.when,
    agent: spec.agent,
    task: spec.task_description,
    status: paused || (state !== null && state.pauses.schedules !== null) ? 'paused' : 'active',
    next: iso(next),
    last_planned: lastPlannedAt === addedAt ? null : iso(lastPlannedAt),
    last_task: lastTaskId,
    on_missed: spec.on_missed,
    overlap: spec.overlap,
  };
}

/** The next planned times of a schedule, as far as they are known. */
export function nextTimes(schedule: Schedule, state: JournalState, now: number, count: number): string[] {
  const { rule } = schedule.spec;
  const first = schedule.paused ? null : nextOccurrence(state, schedule, now);
  const times: number[] = first === null ? [] : [first];
  while (rule.kind !== 'continuous' && times.length > 0 && times.length < count) {
    const next = nextRun(rule, times.at(-1) ?? now);
    if (next === null) break;
    times.push(next);
  }
  return times.map((time) => new Date(time).toISOString());
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
