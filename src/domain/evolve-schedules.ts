import type { ScheduleAdded, ScheduleChanged } from './schedule-events.ts';
import type { JournalState, Schedule } from './state.ts';

/** Takes a record about a schedule into the state, in place. One that names no schedule changes nothing. */
export function evolveSchedules(
  state: JournalState,
  record: ScheduleAdded | ScheduleChanged,
  at: number,
): void {
  if (record.event === 'schedule.added') {
    state.schedules.set(record.spec.schedule_id, {
      spec: record.spec,
      addedAt: at,
      sessionId: record.session_id,
      paused: false,
      lastPlannedAt: at,
      lastTaskId: null,
    });
    return;
  }
  const schedule = state.schedules.get(record.schedule_id);
  if (schedule === undefined) return;
  if (record.event === 'schedule.removed') state.schedules.delete(record.schedule_id);
  else state.schedules.set(record.schedule_id, changed(schedule, record, at));
}

/** Notes that an occurrence of a schedule was submitted, so that its planned time is never due again. */
export function noteOccurrence(
  state: JournalState,
  taskId: string,
  occurrence: { readonly schedule_id: string; readonly planned_at: string },
): void {
  const schedule = state.schedules.get(occurrence.schedule_id);
  if (schedule === undefined) return;
  const lastPlannedAt = Math.max(schedule.lastPlannedAt, Date.parse(occurrence.planned_at));
  state.schedules.set(occurrence.schedule_id, { ...schedule, lastPlannedAt, lastTaskId: taskId });
}

/** The occurrence of a record as the state keeps it. */
export function occurrenceOf(occurrence: { readonly schedule_id: string; readonly planned_at: string }) {
  return { scheduleId: occurrence.schedule_id, plannedAt: Date.parse(occurrence.planned_at) };
}

function changed(schedule: Schedule, record: ScheduleChanged, at: number): Schedule {
  switch (record.event) {
    case 'schedule.paused':
      return { ...schedule, paused: true };
    case 'schedule.resumed':
      // What fell into the pause is over: nothing is made up for.
      return { ...schedule, paused: false, lastPlannedAt: Math.max(schedule.lastPlannedAt, at) };
    default:
      return {
        ...schedule,
        lastPlannedAt: Math.max(schedule.lastPlannedAt, Date.parse(record.planned_at ?? '') || 0),
      };
  }
}
