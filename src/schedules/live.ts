import type { JournalState } from '../domain/state.ts';

/** True while a schedule can become due: then a supervisor stays. Apart from what is due when, which needs a calendar. */
export function hasLiveSchedule(state: JournalState): boolean {
  if (state.pauses.schedules !== null || state.pauses.emergency !== null) return false;
  for (const { paused } of state.schedules.values()) if (!paused) return true;
  return false;
}
