import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pollUntil } from './processes.ts';
import type { TestProject } from './project.ts';

/** One journal line, as far as tests read it. */
export interface JournalLine {
  readonly event: string;
  readonly task_id?: string;
  readonly status?: string;
  readonly [field: string]: unknown;
}

/** The whole lines of a project's journal. A full disk or a kill leaves fragments, which are no lines of the history. */
export async function readJournal(project: TestProject): Promise<JournalLine[]> {
  const text = await readFile(join(project.dir, 'reports/coordination.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as JournalLine];
    } catch {
      return [];
    }
  });
}

/** Resolves with the first line that fits; rejects after the limit with the journal and the supervisor's log. */
export async function waitForLine(
  project: TestProject,
  fits: (line: JournalLine) => boolean,
  timeoutMs = 60_000,
): Promise<JournalLine> {
  const found = await pollUntil(async () => (await readJournal(project)).find(fits), timeoutMs);
  if (found !== undefined) return found;
  const lines = (await readJournal(project)).map((line) => JSON.stringify(line)).join('\n');
  const log = await readFile(join(project.dir, 'reports/.outloop/supervisor.log'), 'utf8').catch(
    () => 'no supervisor log',
  );
  throw new Error(`the journal has no such line after ${timeoutMs} ms:\n${lines}\n${log}`);
}
