import type { SupervisorStarted } from './events.ts';
import type { JournalState } from './state.ts';

/** Somebody supervises from now on; whoever did before has lost. */
export function onSupervisorStarted(state: JournalState, record: SupervisorStarted): void {
  state.supervisor = {
    epoch: record.epoch,
    process: record.process,
    version: record.version,
    stopped: false,
  };
}

/** The supervisor went away by itself, unless another one has taken over by then. */
export function onSupervisorStopped(state: JournalState, epoch: number): void {
  if (state.supervisor?.epoch === epoch) state.supervisor = { ...state.supervisor, stopped: true };
}
