import type { JournalEvent, TaskRestated, TaskVoided } from '../domain/events.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';

/*
 * The original coordination log has no chain: its readers take every line that parses. So a line that lost its
 * race, or that somebody else wrote, still opens or closes a task for them. What such a line says is remembered
 * here, and the next writer appends what sets it right.
 */

/** Remembers what a line outside the history says to a reader that knows no chain. */
export function noteStrayLine(state: JournalState, line: Readonly<Record<string, unknown>>): void {
  const id = line.task_id;
  if (typeof id !== 'string') return;
  const isOpen = state.open.has(id);
  if (line.is_background === true && line.status === 'initiated') {
    if (isOpen) state.contradicted.delete(id);
    else state.phantoms.add(id);
  } else if (TERMINAL.has(line.status)) {
    if (isOpen) state.contradicted.add(id);
    else state.phantoms.delete(id);
  }
}

/**
 * The events that make a reader of single lines see what is true: a void for each task that never was, and each
 * contradicted open task stated again. Tasks in `submitting` are left out: their opening line is about to follow.
 */
export function mendingEvents(state: JournalState, submitting: ReadonlySet<string>): JournalEvent[] {
  const events: JournalEvent[] = [];
  for (const id of state.phantoms) if (!submitting.has(id)) events.push(voided(id));
  for (const id of state.contradicted) {
    const task = state.open.get(id);
    if (task !== undefined) events.push(restated(task));
  }
  return events;
}

const TERMINAL: ReadonlySet<unknown> = new Set([
  'completed',
  'failed',
  'cancelled',
  'timed_out',
  'lost',
  'limit_exceeded',
  'dependency_failed',
  'void',
]);

function voided(id: string): TaskVoided {
  return { event: 'task.voided', task_id: id, status: 'void' };
}

/** The event that opens an open task once more, for readers of single lines. */
export function restated(task: OpenTask): TaskRestated {
  return {
    event: 'task.restated',
    session_id: task.sessionId,
    task_id: task.id,
    delegated_agent: task.agent,
    task_description: task.description,
    is_background: true,
    status: 'initiated',
  };
}
