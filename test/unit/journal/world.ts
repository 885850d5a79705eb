import type { JournalEvent, JournalRecord } from '../../../src/domain/events.ts';
import { failure } from '../../../src/domain/failure.ts';
import { fail, ok, type Result } from '../../../src/domain/result.ts';
import { initialState, type JournalState } from '../../../src/domain/state.ts';
import type { Decide } from '../../../src/journal/attempt.ts';
import { foldHistory } from '../../../src/journal/history.ts';
import { type Journal, keepCheckpoint, openJournal } from '../../../src/journal/journal.ts';
import { segmentName } from '../../../src/journal/segments.ts';
import { type Step, transactSteps } from '../../../src/journal/transact-steps.ts';
import { ended, heard, submitted, supervisorStarted, told } from './events.ts';
import { Killed, SimulatedDisk } from './simulated-disk.ts';

export const PATHS = { journal: '/p/reports/coordination.jsonl', internal: '/p/reports/.outloop' };
export const MARKER = `${PATHS.internal}/open`;

/** What a simulated writer can do. `limited` submits only while fewer than two tasks are open; `close` closes the file. */
export type Work = 'submit' | 'limited' | 'pair' | 'end' | 'tell' | 'hear' | 'start' | 'close';

/** One transaction as its caller saw it. Tags name what each call of its decision wanted to write. */
export interface Deed {
  readonly work: Work;
  readonly tags: string[];
  outcome:
    | 'running'
    | 'killed'
    | 'refused'
    | 'not written'
    | 'unknown'
    | { readonly acknowledged: string | undefined };
}

interface Writer {
  journal: Journal;
  running:
    | { readonly deed: Deed; readonly steps: Generator<Step, Result<string | undefined>>; at?: Step }
    | undefined;
}

/** Several writers on one disk, each advanced one step at a time. */
export class World {
  readonly disk = new SimulatedDisk();
  readonly deeds: Deed[] = [];
  /** Events that somebody was told are recorded, by tag. */
  private readonly writers: Writer[];
  private clock = Date.UTC(2026, 10, 21);
  private tagCount = 0;

  constructor(writerCount: number) {
    this.writers = Array.from({ length: writerCount }, () => ({
      journal: this.newProcess(),
      running: undefined,
    }));
  }

  newProcess(): Journal {
    return openJournal(PATHS, this.disk);
  }

  /** Begins a transaction where the writer is idle, else takes its next step. */
  advance(index: number, work: Work, locked: boolean): void {
    const writer = this.writers[index];
    if (writer === undefined) return;
    if (writer.running === undefined) {
      const deed: Deed = { work, tags: [], outcome: 'running' };
      this.deeds.push(deed);
      const steps = transactSteps(writer.journal, this, this.decision(deed), locked);
      writer.running = { deed, steps };
    }
    this.step(writer, writer.running);
  }

  /** The process dies where it is; another one takes its place. */
  kill(index: number): void {
    const writer = this.writers[index];
    if (writer === undefined) return;
    if (writer.running !== undefined) writer.running.deed.outcome = 'killed';
    writer.running = undefined;
    writer.journal = this.newProcess();
  }

  /** True when the writer's next step is to append. */
  isAboutToAppend(index: number): boolean {
    const at = this.writers[index]?.running?.at;
    return at === 'append' || at === 'isolate';
  }

  /** True when the writer holds the file and its next step is to read it. */
  isAboutToLook(index: number): boolean {
    return this.writers[index]?.running?.at === 'catch-up';
  }

  /** True when the writer's line is written and its next step is to put it on the disk. */
  isAboutToSync(index: number): boolean {
    return this.writers[index]?.running?.at === 'sync';
  }

  cutPower(kept: number): void {
    this.writers.forEach((_, index) => void this.kill(index));
    this.disk.cutPower(kept);
  }

  /** Lets everybody finish what they began. */
  drain(): void {
    for (const writer of this.writers) while (writer.running !== undefined) this.step(writer, writer.running);
  }

  /** One whole transaction of a new process. */
  finish(work: Work = 'submit'): Deed {
    const writer: Writer = { journal: this.newProcess(), running: undefined };
    this.writers.push(writer);
    this.advance(this.writers.length - 1, work, true);
    while (writer.running !== undefined) this.step(writer, writer.running);
    return this.deeds.at(-1) as Deed;
  }

  now(): number {
    this.clock += 1000;
    return this.clock;
  }

  journals(): Journal[] {
    return this.writers.map(({ journal }) => journal);
  }

  private step(writer: Writer, running: NonNullable<Writer['running']>): void {
    try {
      const next = running.steps.next();
      if (next.done !== true) {
        running.at = next.value;
        return;
      }
      running.deed.outcome = outcomeOf(next.value);
      writer.running = undefined;
      keepCheckpoint(writer.journal, 3);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.kill(this.writers.indexOf(writer));
    }
  }

  private decision(deed: Deed): Decide<string | undefined> {
    return (state) => {
      this.tagCount += 1;
      const tag = `tag-${String(this.tagCount).padStart(6, '0')}`;
      const events = eventsFor(deed.work, state, tag);
      if (events === undefined) return fail(failure('policy_refused', 'No.'));
      // The closing of a file has no room for a tag.
      const isTagged = events.length > 0 && deed.work !== 'close';
      if (isTagged) deed.tags.push(tag);
      return ok({ events, value: isTagged ? tag : undefined });
    };
  }
}

/** The tag that an event was written with, in whichever field its kind leaves room. */
export function tagOf(event: JournalEvent): string | undefined {
  if (event.event === 'task.submitted') return event.task_id;
  if (event.event === 'task.ended') return event.summary;
  if (event.event === 'supervisor.started') return event.version;
  return 'session_id' in event && event.event !== 'task.restated' ? event.session_id : undefined;
}

/** The tag of the second event of a pair. */
export function secondOf(tag: string): string {
  return `${tag}-second`;
}

/** One whole transaction in an instant, without a real lock. */
export function transactNow<T>(journal: Journal, decide: Decide<T>, nowMs = 0, locked = true): Result<T> {
  const steps = transactSteps(journal, { now: () => nowMs }, decide, locked);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** All valid records of the journal and the state after them, read from the first byte without any help. */
export function readHistory(disk: SimulatedDisk): { records: JournalRecord[]; state: JournalState } {
  const records: JournalRecord[] = [];
  const files = foldHistory(openJournal(PATHS, disk), { onRecord: (record) => void records.push(record) });
  const last = files.ok ? files.value.at(-1) : undefined;
  return { records, state: last?.fold.state ?? initialState() };
}

function eventsFor(work: Work, state: JournalState, tag: string): JournalEvent[] | undefined {
  const first = [...state.open.keys()][0];
  switch (work) {
    case 'submit':
      return [submitted(tag)];
    case 'limited':
      return state.open.size < 2 ? [submitted(tag)] : undefined;
    case 'pair':
      return [submitted(tag), submitted(secondOf(tag))];
    case 'end':
      return first === undefined ? undefined : [ended(first, { summary: tag })];
    case 'tell':
      return first === undefined ? [] : [{ ...told(first, state.seq + 1), session_id: tag }];
    case 'close':
      return [{ event: 'journal.closed', segment: segmentName(state.seq + 1) }];
    case 'start':
      return [supervisorStarted(tag)];
    case 'hear': {
      const ids = [...state.ended.values()].filter((task) => !task.heard).map((task) => task.id);
      return ids.length === 0 ? [] : [{ ...heard(...ids), session_id: tag }];
    }
  }
}

function outcomeOf(answer: Result<string | undefined>): Deed['outcome'] {
  if (answer.ok) return { acknowledged: answer.value };
  if (answer.failure.code === 'policy_refused') return 'refused';
  return answer.failure.details?.outcome === 'unknown' ? 'unknown' : 'not written';
}
