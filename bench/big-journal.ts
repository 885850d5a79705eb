import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import type { JournalEvent } from '../src/domain/events.ts';
import { makeTaskId } from '../src/domain/task-id.ts';
import { openJournal, readState } from '../src/journal/journal.ts';
import { encodeRecords, type Position } from '../src/journal/record.ts';
import type { ReportsPaths } from '../src/workspace/paths.ts';

const LINES_PER_TASK = 4;
const TASKS_PER_WRITE = 250;

/**
 * Writes the journal of a project that has ended and heard of `lines / 4` tasks, with the encoder that the product
 * uses, reads it once, which leaves a checkpoint, and appends `tail` more lines behind that.
 */
export function writeBigJournal(paths: ReportsPaths, lines: number, tail: number): void {
  mkdirSync(paths.internal, { recursive: true });
  const file = openSync(paths.journal, 'ax', 0o600);
  try {
    const end = appendTasks(file, { seq: 0, hash: '' }, lines);
    const read = readState(openJournal({ journal: paths.journal, internal: paths.internal }));
    if (!read.ok || read.value.seq !== lines) throw new Error('the big journal cannot be read back');
    appendTasks(file, end, tail);
  } finally {
    closeSync(file);
  }
}

function appendTasks(file: number, from: Position, lines: number): Position {
  let position = from;
  const last = from.seq + lines;
  while (position.seq < last) {
    const tasks = Math.min(TASKS_PER_WRITE, Math.ceil((last - position.seq) / LINES_PER_TASK));
    const first = position.seq / LINES_PER_TASK;
    const events = Array.from({ length: tasks }, (_, index) => taskEvents(first + index)).flat();
    const { text, hashes } = encodeRecords(events, position, BEGAN + first * 1_000);
    writeSync(file, text);
    position = { seq: position.seq + events.length, hash: hashes.at(-1) ?? '' };
  }
  return position;
}

const BEGAN = Date.UTC(2026, 0, 1);

/** One task from its submission to its end, heard. */
function taskEvents(number: number): JournalEvent[] {
  const random = [number >> 15, number >> 10, number >> 5, number].map((value) => value & 31);
  const id = makeTaskId(BEGAN + number * 1_000, 'researcher', Uint8Array.from(random));
  const session = '9c1b7f60-5a4e-4d5e-8a53-0d6a2f1b3c4d';
  const owner = { pid: 4_000 + (number % 1_000), start: `5e1f0c2a:${1_000_000 + number}` };
  return [
    {
      event: 'task.submitted',
      session_id: session,
      task_id: id,
      delegated_agent: 'researcher',
      task_description: `analyze the error handling of importer ${number} and list what it swallows`,
      is_background: true,
      status: 'initiated',
      context_prime_length: 1_412,
      runner: 'headless',
      owner,
      options: { timeout_ms: 1_800_000 },
      credentials: [],
      policy_hash: 'c0ffee00c0ffee00',
    },
    {
      event: 'attempt.started',
      task_id: id,
      status: 'running',
      attempt: 1,
      epoch: 1,
      worker_session_id: '0b54a1f0-6b7e-4f7e-9d3f-3a4a3c1e2d90',
      context_prime_length: 2_873,
    },
    {
      event: 'task.ended',
      task_id: id,
      status: 'completed',
      results_location: `reports/background/completed/${id}`,
      summary: 'The importer swallows two errors: a read error, and a row that is no JSON.',
      duration_ms: 94_000,
      usage: {
        cost_usd: 0.0412,
        input_tokens: 18_231,
        output_tokens: 2_202,
        cache_read_tokens: 92_110,
        cache_write_tokens: 11_024,
        turns: 9,
      },
      epoch: 1,
    },
    { event: 'notice.heard', session_id: session, task_ids: [id], by: 'monitor' },
  ];
}
