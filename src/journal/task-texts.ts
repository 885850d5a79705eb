import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { initialState } from '../domain/state.ts';
import { foldTail, startFold } from './fold.ts';
import type { Journal } from './journal.ts';

/** The text of a task, and the agent that it was submitted for. */
export interface TaskText {
  readonly text: string;
  readonly agent: string;
}

/** The texts of all tasks that the journal has ever accepted, oldest first. It reads the whole journal. */
export function readTaskTexts(journal: Journal): Result<readonly TaskText[]> {
  const file = journal.disk.openToRead(journal.paths.journal);
  if (file === undefined) return ok([]);
  const texts: TaskText[] = [];
  try {
    foldTail(startFold(initialState(), 0), file, file.facts(), {
      onRecord: (record) => {
        if (record.event === 'task.submitted') {
          texts.push({ text: record.task_description, agent: record.delegated_agent });
        }
      },
    });
  } finally {
    file.close();
  }
  return ok(texts);
}
