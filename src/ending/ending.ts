import type { JournalEvent } from '../domain/events.ts';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import type { Decide } from '../journal/attempt.ts';
import type { Journal } from '../journal/journal.ts';
import type { ReportsPaths } from '../workspace/paths.ts';

/** Who ends a task, and where. */
export interface Ending {
  readonly paths: ReportsPaths;
  readonly journal: Journal;
  readonly now: () => number;
  /** What keeps this process from ending anything in that state: another one has taken over. Null: nothing does. */
  readonly obstacle: (state: JournalState) => Failure | null;
  /** What is journalled with the end, before it: nobody sees the one without the other. */
  readonly linesBefore?: (state: JournalState) => readonly JournalEvent[];
  /** How the end gets into the journal; left out: in a transaction of its own. */
  readonly commit?: <T>(decide: Decide<T>) => Promise<Result<T>>;
  /** What went wrong without standing in the way of the end. */
  readonly log: (line: string) => void;
}
