import type { Chance } from './chance.ts';

/** A process of the simulation that runs code of the product: a supervisor, or the hooks and verbs of a session. */
export interface Actor {
  readonly name: string;
  alive: boolean;
  /** Stands still: what comes for it is held. */
  stalled: boolean;
  /** In the middle of something that nothing else of the same process can interrupt. */
  busy: boolean;
  readonly held: Happening[];
}

interface Happening {
  at: number;
  readonly order: number;
  readonly actor: Actor | null;
  readonly isStep: boolean;
  readonly run: () => void;
}

/**
 * Time, and what happens when. One thing happens after the other: each is taken from the queue, and all that follows
 * from it at once in the same process has run before the next. The clocks of the machine are kept apart from that time.
 */
export class Kernel {
  /** True time in milliseconds since the beginning. */
  now = 0;
  /** The process that runs right now; null for the world. */
  current: Actor | null = null;
  /** How far the clock on the wall is off. */
  wallSkewMs = 0;
  /** How long the machine has slept. */
  sleptMs = 0;
  bootedAt = 0;
  /** How often something of the product may be overtaken in the middle of a transaction. */
  preemption = 0;
  /** Called when something has happened. */
  afterEach: () => void = () => undefined;
  readonly chance: Chance;
  private readonly queue: Happening[] = [];
  private count = 0;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  newActor(name: string): Actor {
    return { name, alive: true, stalled: false, busy: false, held: [] };
  }

  wall(): number {
    return BEGINNING + this.now + this.wallSkewMs;
  }

  /** Stands still while the machine sleeps, and goes on over a set clock. */
  monotonic(): number {
    return 1_000_000 + this.now - this.sleptMs;
  }

  /** Lets something happen in so many milliseconds, in a process that must live and be able to run by then. */
  after(ms: number, actor: Actor | null, run: () => void, isStep = false): Happening {
    const happening = { at: this.now + Math.max(0, ms), order: this.count++, actor, isStep, run };
    push(this.queue, happening);
    return happening;
  }

  /** Waits in a process of the simulation. A process that dies meanwhile never goes on. */
  wait(actor: Actor, ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, actor, resolve));
  }

  /** Stands in the middle of a transaction, so that others can overtake; nothing else of the same process runs. */
  async step(actor: Actor, ms: number): Promise<void> {
    actor.busy = true;
    await new Promise<void>((resolve) => void this.after(ms, actor, resolve, true));
    actor.busy = false;
    this.release(actor);
  }

  /** What was held for a process that stood still comes now, in its order. */
  wake(actor: Actor): void {
    actor.stalled = false;
    this.release(actor);
  }

  /** The machine sleeps: whatever was to come comes later, and the wall clock goes on. */
  sleep(ms: number): void {
    this.sleptMs += ms;
    this.now += ms;
    for (const happening of this.queue) happening.at += ms;
  }

  /** Runs what comes until a time, or until `isOver`. */
  async runUntil(until: number, isOver: () => boolean = () => false): Promise<void> {
    for (;;) {
      const next = this.queue[0];
      if (next === undefined || next.at > until || isOver()) break;
      pop(this.queue);
      this.now = Math.max(this.now, next.at);
      const { actor } = next;
      if (actor !== null && !actor.alive) continue;
      if (actor !== null && (actor.stalled || (actor.busy && !next.isStep))) {
        actor.held.push(next);
        continue;
      }
      this.current = actor;
      next.run();
      await everythingThatFollows();
      this.current = null;
      this.afterEach();
    }
    if (!isOver()) this.now = Math.max(this.now, until);
  }

  private release(actor: Actor): void {
    if (actor.stalled) return;
    for (const held of actor.held.splice(0)) {
      held.at = this.now;
      push(this.queue, held);
    }
  }
}

/** Saturday, 21 November 2026, noon. */
const BEGINNING = Date.UTC(2026, 10, 21, 12);

/** Promises that follow from one another have all been served before the next tick is. */
function everythingThatFollows(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

function isBefore(a: Happening, b: Happening): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Happening[], happening: Happening): void {
  let at = heap.length;
  heap.push(happening);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as Happening;
    if (!isBefore(happening, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = happening;
}

function pop(heap: Happening[]): void {
  const last = heap.pop() as Happening;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    const right = heap[down + 1];
    if (right !== undefined && isBefore(right, heap[down] as Happening)) down += 1;
    const child = heap[down] as Happening;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = down;
  }
  heap[at] = last;
}
