import { endedTask } from '../domain/ended-task.ts';
import type { TaskEnded } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask, OpenTask } from '../domain/state.ts';
import type { Decide } from '../journal/attempt.ts';
import { readState } from '../journal/journal.ts';
import { transact } from '../journal/transact.ts';
import type { TaskEnd } from '../workspace/finish.ts';
import { finishWorkspace, readReport } from '../workspace/finish.ts';
import { writeLiveReport } from '../workspace/live-report.ts';
import type { WorkspaceFiles } from '../workspace/paths.ts';
import { readStoredResult } from '../workspace/result-file.ts';
import { durationMs } from '../workspace/task-end.ts';
import type { Ending } from './ending.ts';
import { keepJoinedReport } from './joined-report.ts';

/**
 * Ends a task, whatever its runner: its workspace is finished and moved, its report kept where its submitter wants it,
 * then its end is journalled. Each step may be the last before a crash; whoever comes next does it again.
 */
export async function endTask(
  ending: Ending,
  task: OpenTask,
  end: TaskEnd,
  redactText: (text: string) => string,
): Promise<Result<EndedTask>> {
  // Who stood still since he judged leaves the folder to his successor, who may have judged otherwise.
  const now = readState(ending.journal);
  if (!now.ok) return now;
  const superseded = ending.obstacle(now.value);
  if (superseded !== null) return fail(superseded);
  const finished = finishWorkspace(ending.paths, task, end, redactText);
  if (!finished.ok) return finished;
  // A folder that somebody before us finished already says how the task ended: the journal follows it.
  const stored = finished.value.wasFinished ? readStoredResult(finished.value.files.result) : ok(null);
  keepFinalReport(ending, task, finished.value.files);
  const { status, summary } = (stored.ok ? stored.value : null) ?? end;
  const commit = ending.commit ?? (<T>(decide: Decide<T>) => transact(ending.journal, ending, decide));
  const journalled = await commit((state) => {
    const obstacle = ending.obstacle(state);
    if (obstacle !== null) return fail(obstacle);
    const open = state.open.get(task.id);
    if (open === undefined) return fail(failure('task_ended', `Task ${task.id} has ended already.`));
    const event: TaskEnded = {
      event: 'task.ended',
      task_id: task.id,
      status,
      results_location: finished.value.resultsLocation,
      summary,
      duration_ms: durationMs(end),
      usage: end.usage,
      epoch: state.supervisor?.epoch ?? 0,
    };
    return ok({
      events: [...(ending.linesBefore?.(state) ?? []), event],
      value: endedTask(open, event, end.endedAt),
    });
  });
  if (journalled.ok) keepJoinedReport(ending, journalled.value.group);
  return journalled;
}

// The report in the workspace is the one that counts: a copy that cannot be kept is said, and ends nothing.
function keepFinalReport(ending: Ending, task: OpenTask, files: WorkspaceFiles): void {
  const path = task.options.report;
  if (path === undefined) return;
  const report = readReport(files);
  if (!report.ok || report.value === null) return;
  const written = writeLiveReport(ending.paths, path, report.value);
  if (!written.ok) ending.log(`${task.id}: ${written.failure.message}`);
}
