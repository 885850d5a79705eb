import { dependentsOf } from './dependencies.ts';
import type { RaisedNotice } from './notice-events.ts';
import type { EndedTask, JournalState, OpenTask, Pauses, Schedule, SupervisorState } from './state.ts';

/** A state as plain data. Where it stands in the journal is said beside it. */
export interface StateSnapshot {
  readonly open: readonly OpenTask[];
  readonly ended: readonly EndedTask[];
  /** Left out by versions that knew none. */
  readonly notices?: readonly RaisedNotice[];
  readonly told: readonly (readonly [string, readonly string[]])[];
  readonly phantoms: readonly string[];
  readonly contradicted: readonly string[];
  readonly supervisor: SupervisorState | null;
  readonly pauses: Pauses;
  readonly schedules: readonly Schedule[];
  readonly closedAt: number | null;
  readonly invalidLines: number;
  readonly unknownRecords: number;
}

/** The state as plain data. */
export function toSnapshot(state: JournalState): StateSnapshot {
  return {
    open: [...state.open.values()],
    ended: [...state.ended.values()],
    notices: [...state.notices.values()],
    told: [...state.told],
    phantoms: [...state.phantoms],
    contradicted: [...state.contradicted],
    supervisor: state.supervisor,
    pauses: state.pauses,
    schedules: [...state.schedules.values()],
    closedAt: state.closedAt,
    invalidLines: state.invalidLines,
    unknownRecords: state.unknownRecords,
  };
}

/** The state again, standing at this record. Every field is named: one that is forgotten does not compile. */
export function fromSnapshot(
  snapshot: StateSnapshot,
  at: { readonly seq: number; readonly hash: string },
): JournalState {
  const open = new Map(snapshot.open.map((task) => [task.id, task]));
  return {
    seq: at.seq,
    hash: at.hash,
    open,
    ended: new Map(snapshot.ended.map((task) => [task.id, task])),
    notices: new Map((snapshot.notices ?? []).map((notice) => [notice.id, notice])),
    told: new Map(snapshot.told),
    phantoms: new Set(snapshot.phantoms),
    contradicted: new Set(snapshot.contradicted),
    supervisor: snapshot.supervisor,
    pauses: snapshot.pauses,
    schedules: new Map(snapshot.schedules.map((schedule) => [schedule.spec.schedule_id, schedule])),
    dependents: dependentsOf(open.values()),
    closedAt: snapshot.closedAt,
    invalidLines: snapshot.invalidLines,
    unknownRecords: snapshot.unknownRecords,
  };
}
