import { dirname, join } from 'node:path';
import type { EndedTask, JournalState } from '../domain/state.ts';
import { shortDuration } from '../domain/units.ts';
import { readState } from '../journal/journal.ts';
import { cleanLine, markdownLine } from '../observe/clean.ts';
import { readReport } from '../workspace/finish.ts';
import { displayPath, joinedReportPath, workspaceCompleted, workspaceFiles } from '../workspace/paths.ts';
import { ensureFolder, replaceFile } from '../workspace/safe-file.ts';
import type { Ending } from './ending.ts';

/** Writes the joined report of tasks that were submitted together, once the last of them has ended. */
export function keepJoinedReport(
  ending: Pick<Ending, 'paths' | 'journal' | 'log'>,
  group: string | undefined,
): void {
  if (group === undefined) return;
  const read = readState(ending.journal);
  if (!read.ok) return;
  const tasks = endedTogether(read.value, group);
  if (tasks === null) return;
  const path = joinedReportPath(ending.paths, group);
  const made = ensureFolder(ending.paths.reports, dirname(path));
  const written = made.ok ? replaceFile(path, render(ending, tasks)) : made;
  if (!written.ok) ending.log(`${group}: ${written.failure.message}`);
}

function endedTogether(state: JournalState, group: string): EndedTask[] | null {
  for (const task of state.open.values()) if (task.options.group === group) return null;
  const tasks = [...state.ended.values()].filter((task) => task.group === group);
  return tasks.length === 0 ? null : tasks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function render({ paths }: Pick<Ending, 'paths'>, tasks: readonly EndedTask[]): string {
  const done = tasks.filter((task) => task.status === 'completed').length;
  const rows = tasks.map(
    (task) =>
      `| ${task.agent} | ${cell(task.description)} | ${task.status.replace('_', ' ')} | ${shortDuration(task.durationMs)} | ${cell(task.summary)} |`,
  );
  const parts = tasks.map((task) => {
    const files = workspaceFiles(workspaceCompleted(paths, task.id), task.agent);
    const report = readReport(files);
    const text = report.ok && report.value !== null ? report.value : `No report is left.\n`;
    return `---\n\n<!-- ${displayPath(paths, join(files.folder, 'report.md'))} -->\n\n${demote(text)}`;
  });
  return [
    `# ${tasks.length} tasks, ${done} completed\n`,
    '| Agent | Task | Status | Duration | Result |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...parts,
  ].join('\n');
}

function cell(text: string): string {
  return markdownLine(cleanLine(text, 300)).replaceAll('|', '\\|');
}

/** The report one level down, so that the page has one title. */
function demote(report: string): string {
  return report.replaceAll(/^(#{1,5}) /gm, '#$1 ');
}
