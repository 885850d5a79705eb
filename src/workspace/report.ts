import type { TaskAgent } from '../domain/agents.ts';
import type { EndStatus, Usage } from '../domain/events.ts';
import { formatCost, formatCount, formatDuration } from '../domain/units.ts';
import type { WorkResult } from '../domain/work-result.ts';
import { markdownLine } from '../observe/clean.ts';

/** Everything that a report shows. Times are milliseconds since the epoch; texts are redacted already. */
export interface ReportInput {
  readonly taskId: string;
  readonly agent: TaskAgent;
  readonly description: string;
  readonly status: 'queued' | 'running' | EndStatus;
  readonly submittedAt: number;
  readonly startedAt: number | null;
  /** When it ended; of a task that runs, the time of this report. */
  readonly at: number;
  /** One sentence: the outcome, or what went wrong. Empty while it runs. */
  readonly summary: string;
  /** For an end that is no success: what ended it and what to do. */
  readonly why: string;
  readonly result: WorkResult | null;
  /** What the worker was seen doing, oldest first. */
  readonly progress: readonly string[];
  /** Files that it was seen writing: shown where there is no result. */
  readonly touched?: readonly string[];
  readonly usage: Usage | null;
  readonly workerSessionId: string | null;
  /** The workspace, relative to the project root. */
  readonly workspace: string;
}

/** Renders the report of a task in the original format: head, five sections, and how to go on from here. */
export function renderReport(input: ReportInput): string {
  return `${[head(input), ...sections(input), foot(input)].join('\n\n')}\n${reportMark(input.taskId)}\n`;
}

/** The last line of every report. A file that ends so is ours to write over. */
export function reportMark(taskId: string): string {
  return `<!-- outloop report ${taskId} -->`;
}

/** True for the text of a report that Outloop wrote. */
export function isReport(text: string): boolean {
  return /\n<!-- outloop report [a-z0-9-]{8,80} -->\s*$/.test(text);
}

const STATUS_WORDS: Readonly<Record<ReportInput['status'], string>> = {
  queued: '⏳ QUEUED',
  running: '🔄 RUNNING',
  completed: '✅ COMPLETED',
  failed: '❌ FAILED',
  cancelled: '🚫 CANCELLED',
  timed_out: '⏰ TIMED OUT',
  lost: '❌ LOST',
  limit_exceeded: '❌ LIMIT EXCEEDED',
  dependency_failed: '❌ DEPENDENCY FAILED',
};

function head(input: ReportInput): string {
  const blocked = input.result?.status === 'blocked' ? ' (blocked)' : '';
  const lines = [
    `## Background Task: ${markdownLine(input.description)}`,
    `**Agent**: ${input.agent}  `,
    `**Started**: ${clock(input.startedAt ?? input.submittedAt)}  `,
    `**Status**: ${STATUS_WORDS[input.status]}${blocked}  `,
    `**Duration**: ${input.startedAt === null ? 'not started' : formatDuration(input.at - input.startedAt)}`,
  ];
  const summary = input.summary === '' ? [] : ['', markdownLine(input.summary)];
  const why =
    input.why === '' || input.why === input.summary
      ? []
      : ['', `**What ended it**: ${markdownLine(input.why)}`];
  return [...lines, ...summary, ...why].join('\n');
}

function sections(input: ReportInput): string[] {
  const { result } = input;
  return [
    section('Work Performed', workPerformed(input)),
    section('Files Created/Modified', result === null ? touchedFiles(input) : files(result)),
    section(
      'Next Steps Recommended',
      bullets(result?.next_steps ?? [], result === null ? unknown(input) : 'None'),
    ),
    section('Issues/Blockers', issues(input)),
    `**Task Status**: ${taskStatus(input)}`,
    ...(result === null || result.handoff.trim() === ''
      ? []
      : [section('Handoff', [markdownLine(result.handoff)])]),
  ];
}

function section(title: string, lines: readonly string[]): string {
  return `### ${title}\n${lines.join('\n')}`;
}

function workPerformed(input: ReportInput): string[] {
  if (input.result !== null) {
    const steps = input.result.work_performed;
    return steps.length === 0
      ? ['The worker listed no steps.']
      : steps.map((step, at) => `${at + 1}. ${markdownLine(step)}`);
  }
  if (input.progress.length === 0) return [unknown(input)];
  const kept = input.progress.slice(-PROGRESS_LINES_MAX);
  const earlier = input.progress.length - kept.length;
  const intro =
    input.status === 'running' ? 'So far:' : 'The worker gave no result; this is what it was seen doing:';
  return [
    intro,
    '',
    ...(earlier > 0 ? [`- … ${earlier} earlier lines`] : []),
    ...kept.map((line) => `- ${markdownLine(line)}`),
  ];
}

const PROGRESS_LINES_MAX = 40;

function files(result: WorkResult): string[] {
  const changed = result.files.filter((file) => file.change !== 'read');
  if (changed.length === 0) return ['None'];
  return changed.map((file) => {
    const note = file.note.trim() === '' ? '' : ` - ${markdownLine(file.note)}`;
    return `- ${codeSpan(file.path)} (${file.change})${note}`;
  });
}

function touchedFiles(input: ReportInput): string[] {
  const touched = input.touched ?? [];
  if (touched.length === 0) return [unknown(input)];
  return [
    'Seen being written, not confirmed by the worker:',
    '',
    ...touched.map((path) => `- ${codeSpan(path)}`),
  ];
}

function issues(input: ReportInput): string[] {
  const listed = input.result?.issues ?? [];
  const ended =
    input.status === 'queued' || input.status === 'running' || input.status === 'completed'
      ? []
      : [input.why || input.summary];
  const all = [...ended, ...listed].filter((line) => line.trim() !== '');
  return bullets(all, input.status === 'running' || input.status === 'queued' ? 'None so far' : 'None');
}

function taskStatus({ status, result }: ReportInput): string {
  if (status === 'queued' || status === 'running') return 'IN PROGRESS';
  if (result?.status === 'blocked') return 'BLOCKED - needs you, see Issues/Blockers';
  if (status === 'completed') return 'READY FOR HANDOFF';
  return `NOT DONE (${STATUS_WORDS[status].replace(/^\S+ /, '').toLowerCase()})`;
}

function foot(input: ReportInput): string {
  const lines = ['---', `Task \`${input.taskId}\`, workspace \`${input.workspace}\``];
  const { usage } = input;
  if (usage !== null) {
    const tokensIn = usage.input_tokens + usage.cache_read_tokens + usage.cache_write_tokens;
    const inCount = `${formatCount(tokensIn)} tokens in (${formatCount(usage.cache_read_tokens)} from cache)`;
    lines.push(
      `${costWords(usage)}, ${inCount}, ${formatCount(usage.output_tokens)} out, ${usage.turns} turns`,
    );
  }
  if (input.workerSessionId !== null) {
    lines.push(`Open the worker's session: \`claude --resume ${input.workerSessionId}\``);
  }
  return lines.join('  \n').replace('---  \n', '---\n');
}

/** The client tells the cost when it ends by itself; of one that was stopped only an estimate of tokens is left. */
function costWords({ cost_usd, output_tokens }: Usage): string {
  return cost_usd === 0 && output_tokens > 0 ? 'Cost not known' : `Cost ${formatCost(cost_usd)}`;
}

function unknown({ status }: ReportInput): string {
  if (status === 'queued') return 'Not started yet';
  return status === 'running' ? 'Not known before it ends' : 'The worker gave no result';
}

function bullets(lines: readonly string[], none: string): string[] {
  const shown = lines.filter((line) => line.trim() !== '').map((line) => `- ${markdownLine(line)}`);
  return shown.length === 0 ? [none] : shown;
}

function codeSpan(path: string): string {
  return `\`${markdownLine(path).replaceAll('`', "'")}\``;
}

/** As in the original format, to the second; UTC, so that it reads the same everywhere. */
function clock(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
