import { shortId } from '../domain/task-id.ts';
import { formatCost, roughDuration, shortDuration } from '../domain/units.ts';
import { cleanLine, truncate } from '../observe/clean.ts';
import { meansWords } from './means.ts';
import type { StatusPayload, StatusRow } from './status.ts';
import { dayAndTime, statusWord } from './status-word.ts';
import type { Style } from './style.ts';
import { WIDTH, wrap } from './wrap.ts';

const COLUMNS = [
  ['TASK', 6],
  ['AGENT', 13],
  ['STATUS', 12],
  ['DURATION', 9],
] as const;
const PROGRESS_WIDTH = WIDTH - COLUMNS.reduce((sum, [, width]) => sum + width, 0);

/** The status table for people: 80 columns, one line per task; why one waits is said whole, on more where it must be. */
export function renderStatus(payload: StatusPayload, style: Style): string {
  const rows = [...payload.open, ...payload.ended];
  const notes = notesOf(payload);
  if (rows.length === 0) {
    const start = 'Start one with: /background researcher "analyze the error handling"';
    return ['No background tasks here.', ...notes, start, ...means(payload, style)].join('\n');
  }
  const heading = COLUMNS.map(([title, width]) => title.padEnd(width)).join('');
  return [
    `Background tasks: ${payload.open.length} open, ${payload.ended.length} ended`,
    style.dim(`${heading}PROGRESS`),
    ...rows.flatMap((row) => renderRow(row, style)),
    ...notes,
    ...means(payload, style),
  ].join('\n');
}

/** Everything about one task, for `status ID`. */
export function renderRowDetails(row: StatusRow, style: Style): string {
  const lines: readonly [label: string, text: string][] = [
    ['Task', row.task],
    ['Agent', row.agent],
    ['Status', style.status(row.status, row.status.replace('_', ' '))],
    ['Time', shortDuration(row.duration_ms)],
    ['Submitted', row.submitted_at],
    ...(row.cost_usd === null ? [] : [['Cost', formatCost(row.cost_usd)] as [string, string]]),
    ['Progress', cleanLine(row.progress)],
    ...(isOpen(row.status) ? [['Expected', expectedWords(row)] as [string, string]] : []),
    ...(row.report === null ? [] : [['Report', row.report] as [string, string]]),
    ...(row.worker_session_id === null
      ? []
      : [['Session', `claude --resume ${row.worker_session_id}`] as [string, string]]),
  ];
  return [row.id, ...lines.map(([label, text]) => `  ${label.padEnd(10)} ${text}`)].join('\n');
}

function renderRow(row: StatusRow, style: Style): string[] {
  const [id, agent, state, time] = COLUMNS.map(([, width]) => width);
  const words = progressWords(row);
  const [first = '', ...more] = row.status === 'queued' ? wrap(words, PROGRESS_WIDTH) : [words];
  return [
    [
      shortId(row.id).padEnd(id ?? 0),
      row.agent.padEnd(agent ?? 0),
      style.status(row.status, statusWord(row.status).padEnd(state ?? 0)),
      shortDuration(row.duration_ms).padEnd(time ?? 0),
      truncate(first, PROGRESS_WIDTH),
    ].join(''),
    ...more.map((line) => `${' '.repeat(WIDTH - PROGRESS_WIDTH)}${line}`),
  ];
}

function means({ means: here }: StatusPayload, style: Style): string[] {
  return here === null ? [] : wrap(meansWords(here), WIDTH).map(style.dim);
}

function progressWords(row: StatusRow): string {
  const progress = cleanLine(row.progress);
  if (row.about_left_ms === null) return progress;
  const about = aboutWords(row, row.about_left_ms);
  return row.status === 'running' ? `${about}: ${progress}` : `${progress} (${about})`;
}

/** What is known of how long it still takes, `about 4 m left`; never a promise. */
export function aboutWords({ status }: Pick<StatusRow, 'status'>, leftMs: number): string {
  const about = `about ${roughDuration(leftMs)}`;
  return status === 'running' ? `${about} left` : about;
}

function expectedWords(row: StatusRow): string {
  if (row.about_left_ms !== null) return aboutWords(row, row.about_left_ms);
  return row.status === 'running'
    ? 'unknown: too few tasks like it have completed, or it takes longer than they did'
    : 'unknown';
}

function isOpen(status: string): boolean {
  return status === 'queued' || status === 'running' || status === 'cancelling';
}

function notesOf(payload: StatusPayload): string[] {
  const notes: string[] = [];
  if (payload.others_open > 0) {
    const them = payload.others_open === 1 ? 'task' : 'tasks';
    notes.push(`${payload.others_open} open ${them} of other sessions; --all shows them.`);
  }
  const next = payload.next_scheduled;
  if (next !== null) notes.push(`Next by schedule: ${next.id}, ${dayAndTime(next.at)}`);
  if (payload.invalid_lines > 0) {
    notes.push(`${payload.invalid_lines} lines of the journal are not part of its history: outloop doctor`);
  }
  return notes;
}
