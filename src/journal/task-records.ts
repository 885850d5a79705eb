import type { JournalRecord } from '../domain/events.ts';
import { ok, type Result } from '../domain/result.ts';
import { foldHistory } from './history.ts';
import type { Journal } from './journal.ts';

/**
 * The records of the whole history that `isWanted`, oldest first. It reads everything: for whoever asks about single
 * tasks in all detail.
 */
export function readRecords(
  journal: Journal,
  isWanted: (record: JournalRecord) => boolean,
): Result<readonly JournalRecord[]> {
  const wanted: JournalRecord[] = [];
  const folded = foldHistory(journal, {
    onRecord: (record) => {
      if (isWanted(record)) wanted.push(record);
    },
  });
  return folded.ok ? ok(wanted) : folded;
}

/** True for a record that is about this task. */
export function isAbout(record: JournalRecord, taskId: string): boolean {
  if ('task_id' in record && record.task_id === taskId) return true;
  return record.event === 'notice.heard' && record.task_ids.includes(taskId);
}
