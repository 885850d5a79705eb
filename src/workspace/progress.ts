import type { TaskAgent } from '../domain/agents.ts';
import { ok, type Result } from '../domain/result.ts';
import { markdownLine } from '../observe/clean.ts';
import { type Redactor, redact } from '../observe/redact.ts';
import { logProgress } from './output-log.ts';
import type { WorkspaceFiles } from './paths.ts';
import { checkFolder, readTextFile, replaceFile } from './safe-file.ts';

/** The progress page, part by part. `log` holds whole Markdown lines without their end, oldest first. */
export interface ProgressPage {
  readonly agent: TaskAgent;
  readonly task: string;
  readonly startTime: string;
  readonly status: string;
  readonly workspace: string;
  readonly log: readonly string[];
  readonly results: readonly string[];
  readonly nextActions: readonly string[];
}

/** Records one thing that a worker did, in its progress page and its output log; redacted, and on one line. */
export function appendProgress(
  files: WorkspaceFiles,
  text: string,
  nowMs: number,
  redactText: Redactor = redact,
): Result<void> {
  const folder = checkFolder(files.folder);
  if (!folder.ok) return folder;
  const line = redactText(text);
  const logged = logProgress(files.outputLog, line);
  if (!logged.ok) return logged;
  const page = readTextFile(files.progress, PAGE_BYTES_MAX);
  if (!page.ok) return page;
  if (page.value === null) return ok(undefined);
  const time = new Date(nowMs).toISOString().slice(11, 19);
  return replaceFile(files.progress, withLogLine(page.value, `- ${time} ${markdownLine(line, 500)}`));
}

/** Renders a progress page in the original format. */
export function progressPage(page: ProgressPage): string {
  return `# Background Task Progress Report

## Task Information
- **Agent**: ${page.agent}
- **Task**: ${page.task}
- **Start Time**: ${page.startTime}
- **Status**: ${page.status}
- **Workspace**: ${page.workspace}

${LOG_HEADING}
${section(page.log, '<!-- progress is recorded here as the agent works -->')}

${RESULTS_HEADING}
${section(page.results, '<!-- filled when the task ends -->')}

## Next Actions
${section(page.nextActions, '<!-- filled when the task ends -->')}
`;
}

/** The execution log of a workspace, oldest first, as Markdown lines; empty if it has no progress page. */
export function progressLines(files: WorkspaceFiles): Result<string[]> {
  const page = readTextFile(files.progress, PAGE_BYTES_MAX);
  if (!page.ok) return page;
  return ok(page.value === null ? [] : executionLog(page.value));
}

/** The lines of a page's execution log, oldest first. */
export function executionLog(page: string): string[] {
  return page
    .slice(...logSpan(page))
    .split('\n')
    .filter((line) => line.startsWith('- '));
}

const LOG_HEADING = '## Execution Log';
const RESULTS_HEADING = '## Results';
/** Older lines are in the output log. */
const LOG_LINES_MAX = 300;
const PAGE_BYTES_MAX = 4 * 1024 * 1024;

function section(lines: readonly string[], placeholder: string): string {
  return lines.length === 0 ? placeholder : lines.join('\n');
}

function withLogLine(page: string, line: string): string {
  const [start, end] = logSpan(page);
  const lines = [...executionLog(page).filter((old) => !old.startsWith(ELIDED)), line];
  const kept = lines.length <= LOG_LINES_MAX ? lines : [ELIDED_LINE, ...lines.slice(-LOG_LINES_MAX)];
  return `${page.slice(0, start)}\n${kept.join('\n')}\n\n${page.slice(end)}`;
}

const ELIDED = '- … ';
const ELIDED_LINE = `${ELIDED}earlier lines are in output.log`;

/** From behind the log's heading to the next section. A page that has lost its headings gets the log at its end. */
function logSpan(page: string): [start: number, end: number] {
  const heading = page.indexOf(`\n${LOG_HEADING}\n`);
  if (heading === -1) return [page.length, page.length];
  const start = heading + LOG_HEADING.length + 1;
  const end = page.indexOf(`\n${RESULTS_HEADING}\n`, start);
  return [start, end === -1 ? page.length : end + 1];
}
