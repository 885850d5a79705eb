/** What must hold in every history, by the names under which a breach is reported. */
export const INVARIANTS = {
  oneAttempt: 'one live attempt per task',
  oneEnd: 'exactly one terminal state, and it never changes',
  endedMeansEnded: 'ended means ended: nothing of it lives',
  trueEnds: 'an end says what was',
  slots: 'no slot leaks, and no more run than there are slots',
  dependencies: 'dependencies are respected',
  claims: 'claims are respected',
  limits: 'limits are respected, and none strikes early',
  reasons: 'every waiting task has a reason and a wake-up',
  notices: 'every end gets its notice',
  nothingLost: 'nothing acknowledged is lost',
  pauses: 'nothing starts while it is paused, cancelled or not yet due',
  oneSupervisor: 'one supervisor at a time is in charge',
  schedules: 'a planned time is used up once',
  strangers: 'no stranger is signalled',
  leaves: 'nothing is left behind',
  noFault: 'nothing of the product fails in a way that it does not expect',
} as const;

export type InvariantName = keyof typeof INVARIANTS;

/** Takes the breaches of a history; the first one ends it. */
export class Violations {
  readonly found: string[] = [];

  add(name: InvariantName, what: string): void {
    this.found.push(`${INVARIANTS[name]}: ${what}`);
  }

  expect(holds: boolean, name: InvariantName, what: () => string): void {
    if (!holds) this.add(name, what());
  }
}
