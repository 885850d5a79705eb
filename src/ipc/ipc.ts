import type { Asked } from './ask-supervisor.ts';
import type { Greeting, Handoff, Request, SupervisorCard } from './messages.ts';

/** What a supervisor does when it is asked something. */
export interface ServerEvents {
  /** False where it is leaving: then whoever asks starts another one. */
  readonly onWake: (handoffs: readonly Handoff[]) => boolean;
  readonly onDrain: () => readonly Handoff[];
}

/** Where a supervisor listens, and what it says to whoever connects. */
export interface ListenPlace {
  readonly socket: string;
  /** Where its card goes, by which hooks find it. */
  readonly cardPath: string;
  readonly greeting: Greeting;
}

/** A supervisor's ear. Closing it takes the socket's name away. */
export interface Listening {
  readonly close: () => void;
}

/** How supervisors hear and ask: the seam at which tests put simulated sockets. */
export interface Ipc {
  /** Listens on the project's socket, and writes the card. */
  readonly listen: (place: ListenPlace, events: ServerEvents) => Promise<Listening>;
  readonly ask: (
    card: SupervisorCard,
    root: string,
    request: (greeting: Greeting) => Request,
  ) => Promise<Asked>;
}
