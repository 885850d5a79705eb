import type { TaskAgent } from '../domain/agents.ts';
import {
  type ReportsPaths,
  type WorkspaceFiles,
  workspaceActive,
  workspaceCompleted,
  workspaceFiles,
} from './paths.ts';
import { lstat } from './safe-file.ts';

/** The workspace of a task wherever it lies now, null if there is none. Links do not count. */
export function findWorkspace(paths: ReportsPaths, taskId: string, agent: TaskAgent): WorkspaceFiles | null {
  for (const folder of [workspaceCompleted(paths, taskId), workspaceActive(paths, taskId)]) {
    if (lstat(folder)?.isDirectory() === true) return workspaceFiles(folder, agent);
  }
  return null;
}
