import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { GateTold, TaskSubmitted } from '../../src/domain/events.ts';
import { failureText } from '../../src/domain/failure.ts';
import { ok } from '../../src/domain/result.ts';
import { makeTaskId } from '../../src/domain/task-id.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { encodeRecords } from '../../src/journal/record.ts';
import { transact } from '../../src/journal/transact.ts';

/*
 * Appends to a journal as fast as it can: `append.cjs <folder> <mode> …`. Prints one line of JSON.
 *   rates <blocks> <appends>  blocks of acknowledged appends and of bare ones in turn; the milliseconds of each block
 *   crowd <milliseconds>      appends for so long from the line on stdin on; how many, and the longest wait
 *   task                      accepts one task at the line on stdin; its id
 */
const [folder = '', mode = '', ...numbers] = process.argv.slice(2);
const clock = { now: Date.now };
const TASK = '20260101-000000-researcher-aaaa';

/** What a session writes when the stop gate has told it of a task: a record of the usual length. */
const told: GateTold = {
  event: 'gate.told',
  session_id: '9c1b7f60-5a4e-4d5e-8a53-0d6a2f1b3c4d',
  owner: { pid: process.pid, start: '5e1f0c2a:1000000' },
  task_ids: [TASK],
};

const submitted: TaskSubmitted = {
  event: 'task.submitted',
  session_id: told.session_id,
  task_id: TASK,
  delegated_agent: 'researcher',
  task_description: 'analyze the error handling of the importer',
  is_background: true,
  status: 'initiated',
  context_prime_length: 1_412,
  runner: 'headless',
  owner: null,
  options: { timeout_ms: 1_800_000 },
  credentials: [],
  policy_hash: 'c0ffee00c0ffee00',
};

if (mode === 'rates') void printRates(Number(numbers[0]), Number(numbers[1]));
else if (mode === 'crowd') void printCrowd(Number(numbers[0]));
else void printTask();

async function printRates(blocks: number, appends: number): Promise<void> {
  const journal = await openTask();
  const bare = openBare();
  const taken = { acknowledged: [] as number[], bare: [] as number[] };
  // The first block of each only warms up.
  for (let block = 0; block <= blocks; block++) {
    const acknowledged = await timeBlock(appends, () => acknowledge(journal));
    const bareMs = await timeBlock(appends, bare.append);
    if (block === 0) continue;
    taken.acknowledged.push(acknowledged);
    taken.bare.push(bareMs);
  }
  bare.close();
  print(taken);
}

async function printCrowd(forMs: number): Promise<void> {
  const journal = await openTask();
  print({ ready: true });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  let appends = 0;
  let longestMs = 0;
  for (const until = performance.now() + forMs; performance.now() < until; appends++) {
    const from = performance.now();
    await acknowledge(journal);
    longestMs = Math.max(longestMs, performance.now() - from);
  }
  print({ appends, longestMs });
  process.exit();
}

async function printTask(): Promise<void> {
  const journal = openPlain();
  print({ ready: true });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const id = makeTaskId(Date.now(), 'researcher', randomBytes(4));
  const done = await transact(journal, clock, () =>
    ok({ events: [{ ...submitted, task_id: id }], value: id }),
  );
  print(done.ok ? { acknowledged: done.value } : { failure: failureText(done.failure) });
  process.exit();
}

function openPlain(): Journal {
  return openJournal({
    journal: join(folder, 'coordination.jsonl'),
    internal: join(folder, '.outloop'),
  });
}

/** A journal with one open task, so that its marker stands as it does whenever a hook appends. */
async function openTask(): Promise<Journal> {
  const journal = openPlain();
  const done = await transact(journal, clock, (state) =>
    ok({ events: state.open.has(TASK) ? [] : [submitted], value: undefined }),
  );
  if (!done.ok) throw new Error(failureText(done.failure));
  return journal;
}

async function acknowledge(journal: Journal): Promise<void> {
  const done = await transact(journal, clock, () => ok({ events: [told], value: undefined }));
  if (!done.ok) throw new Error(failureText(done.failure));
}

/** What the journal is measured against: the same bytes under the same lock, written and synced, and nothing else. */
function openBare() {
  mkdirSync(join(folder, 'bare'));
  const path = join(folder, 'bare/bare.jsonl');
  const file = openSync(path, 'a', 0o600);
  const { text } = encodeRecords([told], { seq: 1, hash: 'f'.repeat(64) }, Date.now());
  return {
    append: async () => {
      const release = await lock(path, { realpath: false, retries: 0 });
      writeSync(file, text);
      fdatasyncSync(file);
      await release();
    },
    close: () => closeSync(file),
  };
}

async function timeBlock(appends: number, append: () => Promise<void>): Promise<number> {
  const from = performance.now();
  for (let done = 0; done < appends; done++) await append();
  return performance.now() - from;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
