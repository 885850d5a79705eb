import type { ReportsPaths } from './paths.ts';
import { outputLogIn, workspaceActive, workspaceCompleted } from './paths.ts';
import { lstat, readTail } from './safe-file.ts';

const TAIL_BYTES = 4_096;

/** What an open task was last seen doing, from the end of its output log; null when it has said nothing yet. */
export function lastProgress(paths: ReportsPaths, task: { readonly id: string }): string | null {
  const folder = folderOf(paths, task.id);
  if (folder === null) return null;
  const tail = readTail(outputLogIn(folder), TAIL_BYTES);
  if (!tail.ok) return null;
  const line = tail.value.split('\n').findLast((text) => text.startsWith('[PROGRESS] '));
  return line === undefined ? null : line.slice('[PROGRESS] '.length);
}

// A starting session asks for each open task, and nearly always it lies where open ones lie. A link does not count.
function folderOf(paths: ReportsPaths, taskId: string): string | null {
  const active = workspaceActive(paths, taskId);
  if (lstat(active)?.isDirectory() === true) return active;
  const completed = workspaceCompleted(paths, taskId);
  return lstat(completed)?.isDirectory() === true ? completed : null;
}
