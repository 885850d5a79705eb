import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import type { Dependency } from '../domain/task-options.ts';
import { displayPath, type ReportsPaths, workspaceCompleted } from '../workspace/paths.ts';
import { readStoredResult } from '../workspace/result-file.ts';
import { quoteList, quoteText } from './quote.ts';

/**
 * The sections of a prime on what came before an attempt: how the tasks ended that it waited for, with their reports,
 * and why its own last attempt failed. All of it is data.
 */
export function cameBefore(paths: ReportsPaths, task: OpenTask): string[] {
  const after = task.options.after ?? [];
  return [
    ...(after.length === 0 ? [] : [predecessorsSection(paths, after)]),
    ...(task.lastFailure === undefined ? [] : [failureSection(task.lastFailure)]),
    ...(task.retryOf === undefined ? [] : [retrySection(paths, task, task.retryOf)]),
  ];
}

const PREDECESSORS_MAX = 20;
const FILES_MAX = 10;

function predecessorsSection(paths: ReportsPaths, after: readonly Dependency[]): string {
  const shown = after.slice(0, PREDECESSORS_MAX).flatMap(({ task_id }) => describe(paths, task_id));
  const missing = after.length - PREDECESSORS_MAX;
  const rest = missing > 0 ? `\n(cut: ${missing} more tasks)` : '';
  return `TASKS THAT THIS ONE WAITED FOR (their reports are yours to read and to build on):\n${quoteList(shown, shown.length)}${rest}`;
}

function describe(paths: ReportsPaths, taskId: string): string[] {
  const folder = workspaceCompleted(paths, taskId);
  const report = displayPath(paths, join(folder, 'report.md'));
  const read = readStoredResult(join(folder, 'result.json'));
  const stored = read.ok ? read.value : null;
  if (stored === null)
    return [`${shortId(taskId)}: its result cannot be read; its report would be ${report}`];
  const changed =
    stored.result?.files.filter(({ change }) => change !== 'read').map(({ path }) => path) ?? [];
  const files = changed.slice(0, FILES_MAX).join(', ');
  const more = changed.length > FILES_MAX ? ` and ${changed.length - FILES_MAX} more` : '';
  return [
    `${shortId(taskId)} ${stored.agent}, ${stored.status}: ${stored.summary}`,
    `  its task: ${stored.task}`,
    `  its report: ${report}`,
    ...(files === '' ? [] : [`  files it changed: ${files}${more}`]),
  ];
}

// Its own task text stands in the prime already; of the rest, why it ended is what the next try must know.
function retrySection(paths: ReportsPaths, { options }: OpenTask, retryOf: string): string {
  const stored = readStoredResult(join(workspaceCompleted(paths, retryOf), 'result.json'));
  const end = stored.ok ? stored.value : null;
  const why =
    end === null || end.why === '' || end.why === end.summary ? [] : [`  what ended it: ${end.why}`];
  const issues = (end?.result?.issues ?? []).slice(0, ISSUES_MAX).map((issue) => `  issue: ${issue}`);
  const lines = [...describe(paths, retryOf), ...why, ...issues];
  const tried = `THIS TASK WAS TRIED BEFORE; see what is there already, and do not do again what failed:\n${quoteList(lines, lines.length)}`;
  if (options.answer === undefined) return tried;
  return `${tried}\n\nTHE ANSWER to what you asked at the end of that try, from the person whose task this is:\n${quoteText(options.answer.text, ANSWER_BYTES_MAX)}`;
}

const ISSUES_MAX = 10;
const ANSWER_BYTES_MAX = 4 * 1024;

function failureSection({ attempt, failureClass, reason }: NonNullable<OpenTask['lastFailure']>): string {
  const lines = [`Attempt ${attempt} (${failureClass}): ${reason}`];
  return `THE ATTEMPT BEFORE THIS ONE failed; see what it left behind before you do the same again:\n${quoteList(lines, 1)}`;
}

/**
 * What a command is told of the tasks that it waited for, as a prime tells an agent: the absolute paths of their
 * reports, one a line, in the order of `--after`; and that of the task that it tries again.
 */
export function reportsOfPredecessors(paths: ReportsPaths, task: OpenTask): Record<string, string> {
  const reportOf = (id: string) => join(workspaceCompleted(paths, id), 'report.md');
  const after = (task.options.after ?? []).map(({ task_id }) => reportOf(task_id)).filter(existsSync);
  return {
    ...(after.length === 0 ? {} : { OUTLOOP_AFTER_REPORTS: after.join('\n') }),
    ...(task.retryOf === undefined ? {} : { OUTLOOP_RETRY_OF_REPORT: reportOf(task.retryOf) }),
  };
}
