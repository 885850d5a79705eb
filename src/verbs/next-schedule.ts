import { readState } from '../journal/journal.ts';
import type { VerbContext } from './context.ts';
import { scheduleRow } from './schedule-row.ts';

/** The schedule whose next occurrence comes first; null where none will come by itself. */
export function nextSchedule(context: VerbContext): { readonly id: string; readonly at: string } | null {
  const read = readState(context.journal);
  if (!read.ok) return null;
  let first: { id: string; at: string } | null = null;
  for (const schedule of read.value.schedules.values()) {
    const { id, next, status } = scheduleRow(schedule, read.value, context.now());
    if (next !== null && status === 'active' && (first === null || next < first.at)) first = { id, at: next };
  }
  return first;
}
