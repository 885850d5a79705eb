import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { makeTaskId } from '../../../src/domain/task-id.ts';
import type { TaskOptions } from '../../../src/domain/task-options.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { transact } from '../../../src/journal/transact.ts';
import type { TestProject } from '../../harness/project.ts';

/** Writes events into the journal of a project as of a moment, as some earlier process would have. */
export async function writeEvents(
  project: TestProject,
  events: readonly JournalEvent[],
  at: number,
): Promise<void> {
  const reports = join(project.dir, 'reports');
  const journal = openJournal({
    journal: join(reports, 'coordination.jsonl'),
    internal: join(reports, '.outloop'),
  });
  const done = await transact(journal, { now: () => at }, () => ok({ events: [...events], value: null }));
  if (!done.ok) throw new Error(done.failure.message);
}

/**
 * An id for a task that is written into a journal by hand. No two runs of a test may share one: a supervisor ends
 * every process on the machine that bears the mark of its task.
 */
export function newTaskId(at: number = Date.now()): string {
  return makeTaskId(at, 'command', randomBytes(4));
}

/** The submission of a shell command with whatever options. */
export function submission(id: string, command: string, options: Partial<TaskOptions> = {}): JournalEvent {
  return {
    event: 'task.submitted',
    session_id: '',
    task_id: id,
    delegated_agent: 'command',
    task_description: command,
    is_background: true,
    status: 'initiated',
    context_prime_length: 0,
    runner: 'command',
    command,
    owner: null,
    options: { timeout_ms: 60_000, ...options },
    credentials: [],
    policy_hash: '0000000000000000',
  };
}
