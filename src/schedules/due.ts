import type { JournalState, Schedule } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { lastRun, nextRun } from './next-run.ts';

/** What is to be done about a planned time that has come: a task, or a note that there will be none. */
export interface Due {
  readonly schedule: Schedule;
  /** Milliseconds since the epoch. With the schedule it names the occurrence: it is never submitted twice. */
  readonly plannedAt: number;
  /** Null to submit it; else why it is passed over. */
  readonly skip: string | null;
}

/** A planned time that was this long ago was missed: nobody was there, or the machine slept. */
const LATE_MS = 90_000;

/**
 * The occurrences whose time has come. However many times were missed, there is one at most for each schedule, so that a
 * machine that wakes up starts no herd.
 */
export function due(state: JournalState, now: number): Due[] {
  if (state.pauses.schedules !== null || state.pauses.emergency !== null) return [];
  const found: Due[] = [];
  for (const schedule of state.schedules.values()) {
    const one = schedule.paused ? null : dueOf(state, schedule, now);
    if (one !== null) found.push(one);
  }
  return found;
}

/** When the next planned time of any schedule comes; null when none will by itself. */
export function nextWakeUp(state: JournalState, now: number): number | null {
  if (state.pauses.schedules !== null || state.pauses.emergency !== null) return null;
  let soonest: number | null = null;
  for (const schedule of state.schedules.values()) {
    const next = schedule.paused ? null : nextOccurrence(state, schedule, now);
    if (next !== null && (soonest === null || next < soonest)) soonest = next;
  }
  return soonest;
}

/** When a schedule runs next; null when that depends on an end, or never. A time that has come is now. */
export function nextOccurrence(state: JournalState, schedule: Schedule, now: number): number | null {
  const { rule } = schedule.spec;
  if (rule.kind === 'continuous') {
    const at = continuousAt(state, schedule, rule.pause_ms);
    return at === null ? null : Math.max(at, now);
  }
  const next = nextRun(rule, schedule.lastPlannedAt);
  return next === null ? null : Math.max(next, now);
}

function dueOf(state: JournalState, schedule: Schedule, now: number): Due | null {
  const { rule, on_missed: onMissed } = schedule.spec;
  if (rule.kind === 'continuous') {
    const at = continuousAt(state, schedule, rule.pause_ms);
    return at === null || at > now ? null : { schedule, plannedAt: at, skip: null };
  }
  const plannedAt = lastRun(rule, schedule.lastPlannedAt, now);
  if (plannedAt === null) return null;
  const isMissed = now - plannedAt > LATE_MS;
  const skip =
    isMissed && onMissed === 'skip' ? 'missed: nobody was there in time' : overlap(state, schedule);
  return { schedule, plannedAt, skip };
}

// `queue` lets one occurrence wait behind the one that runs, not a whole row of them.
function overlap(state: JournalState, { lastTaskId, spec }: Schedule): string | null {
  const last = lastTaskId === null ? undefined : state.open.get(lastTaskId);
  if (last === undefined) return null;
  if (spec.overlap === 'queue' && last.phase === 'running') return null;
  return `the one before it (${shortId(last.id)}) has not ended`;
}

function continuousAt(state: JournalState, schedule: Schedule, pauseMs: number): number | null {
  const { lastTaskId, lastPlannedAt } = schedule;
  if (lastTaskId === null) return lastPlannedAt;
  if (state.open.has(lastTaskId)) return null;
  const endedAt = state.ended.get(lastTaskId)?.endedAt ?? lastPlannedAt;
  return Math.max(endedAt, lastPlannedAt) + pauseMs;
}
