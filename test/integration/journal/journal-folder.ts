import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok, type Result } from '../../../src/domain/result.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { transact } from '../../../src/journal/transact.ts';
import { type ReportsPaths, reportsPaths } from '../../../src/workspace/paths.ts';

/** A project folder on the real disk, gone with the test. */
export interface ProjectFolder extends Disposable {
  readonly paths: ReportsPaths;
  /** Appends events as a new process would. */
  readonly write: (...events: JournalEvent[]) => Promise<Result<number>>;
}

/** Makes one. Its reports folder is there and empty. */
export function projectFolder(nowMs: () => number = () => 1_700_000_000_000): ProjectFolder {
  const root = realpathSync(mkdtempSync('/tmp/ol-j-'));
  const paths = reportsPaths({ root, reports: join(root, 'reports') });
  mkdirSync(paths.reports);
  return {
    paths,
    write: (...events) =>
      transact(openJournal(paths), { now: nowMs }, (state) => ok({ events, value: state.seq })),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
