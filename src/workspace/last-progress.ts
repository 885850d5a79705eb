import type { TaskAgent } from '../domain/agents.ts';
import { findWorkspace } from './find.ts';
import type { ReportsPaths } from './paths.ts';
import { readTail } from './safe-file.ts';

const TAIL_BYTES = 4_096;

/** What a task was last seen doing, from the end of its output log; null when it has said nothing yet. */
export function lastProgress(
  paths: ReportsPaths,
  task: { readonly id: string; readonly agent: TaskAgent },
): string | null {
  const files = findWorkspace(paths, task.id, task.agent);
  if (files === null) return null;
  const tail = readTail(files.outputLog, TAIL_BYTES);
  if (!tail.ok) return null;
  const line = tail.value.split('\n').findLast((text) => text.startsWith('[PROGRESS] '));
  return line === undefined ? null : line.slice('[PROGRESS] '.length);
}
