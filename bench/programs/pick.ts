import type { JournalEvent, JournalRecord } from '../../src/domain/events.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { initialState, type JournalState, type OpenTask } from '../../src/domain/state.ts';
import { pick } from '../../src/scheduler/pick.ts';

/*
 * A long queue: `pick.cjs <tasks> <dependencies> <picks>`. Starts what is picked, ends it, and picks the next, again
 * and again. Prints the milliseconds of each pick and the resident memory as one line of JSON.
 */
const [tasks = 0, dependencies = 0, picks = 0] = process.argv.slice(2).map(Number);
const BEGAN = Date.UTC(2026, 0, 1);
const state = initialState();
for (let index = 0; index < tasks; index++) take(state, submitted(index));
const pickMs: number[] = [];
for (let done = 0; done < picks; done++) {
  const from = performance.now();
  const [next] = pickNext(state);
  pickMs.push(performance.now() - from);
  if (next === undefined) throw new Error(`nothing to start after ${done} tasks`);
  take(state, started(next));
  take(state, ended(next));
}
process.stdout.write(`${JSON.stringify({ pickMs, residentMb: process.memoryUsage.rss() / 2 ** 20 })}\n`);

function pickNext({ open, ended: past, pauses }: JournalState): readonly OpenTask[] {
  return pick({
    open,
    ended: past,
    pauses,
    capacity: { slots: 1 },
    now: BEGAN + tasks * 1_000,
    hasCredentials: () => true,
  }).start;
}

function take(into: JournalState, event: JournalEvent): void {
  const seq = into.seq + 1;
  const timestamp = new Date(BEGAN + seq).toISOString();
  evolve(into, { timestamp, ...event, v: 1, seq, prev: '', hash: String(seq) } as JournalRecord);
}

/** The later half of the queue waits for tasks of the first half. */
function submitted(index: number): JournalEvent {
  const waits = index >= tasks - dependencies;
  return {
    event: 'task.submitted',
    session_id: '9c1b7f60-5a4e-4d5e-8a53-0d6a2f1b3c4d',
    task_id: idOf(index),
    delegated_agent: 'researcher',
    task_description: `analyze the error handling of importer ${index} and list what it swallows`,
    is_background: true,
    status: 'initiated',
    context_prime_length: 1_412,
    runner: 'headless',
    owner: { pid: 4_000, start: '5e1f0c2a:1000000' },
    options: {
      timeout_ms: 1_800_000,
      ...(waits ? { after: [{ task_id: idOf(index - dependencies), on: 'success' as const }] } : {}),
    },
    credentials: [],
    policy_hash: 'c0ffee00c0ffee00',
  };
}

function idOf(index: number): string {
  return `20260101-000000-researcher-${index.toString(36).padStart(4, '0')}`;
}

function started({ id }: OpenTask): JournalEvent {
  return {
    event: 'attempt.started',
    task_id: id,
    status: 'running',
    attempt: 1,
    epoch: 1,
    worker_session_id: '0b54a1f0-6b7e-4f7e-9d3f-3a4a3c1e2d90',
    context_prime_length: 2_873,
  };
}

function ended({ id }: OpenTask): JournalEvent {
  return {
    event: 'task.ended',
    task_id: id,
    status: 'completed',
    results_location: `reports/background/completed/${id}`,
    summary: 'The importer swallows two errors.',
    duration_ms: 94_000,
    usage: null,
    epoch: 1,
  };
}
