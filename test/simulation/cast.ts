import type { Bell } from '../../src/supervisor/bell.ts';
import type { SupervisorContext } from '../../src/supervisor/context.ts';
import type { VerbContext } from '../../src/verbs/context.ts';
import type { Actor } from './kernel.ts';
import type { SimulatedProcess } from './machine.ts';

/** A supervisor of the simulated project, as its process. */
export interface SimulatedSupervisor {
  readonly process: SimulatedProcess;
  readonly context: SupervisorContext;
  readonly leaving: AbortController;
  readonly bell: Bell;
  /** Since when it has been running without standing still. */
  freshAt: number;
}

/** A session of the client: it submits, its hooks run now and then, and it may have a monitor that wakes it. */
export interface Session {
  readonly process: SimulatedProcess;
  readonly actor: Actor;
  readonly context: VerbContext;
}
