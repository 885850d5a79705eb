import { shortId } from '../domain/task-id.ts';
import { shortDuration } from '../domain/units.ts';
import { cleanLine, truncate } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { ListPayload } from './list.ts';
import { dayAndTime, statusWord } from './status-word.ts';
import type { Style } from './style.ts';
import { WIDTH } from './wrap.ts';

const COLUMNS = [
  ['TASK', 6],
  ['AGENT', 13],
  ['STATUS', 12],
  ['DURATION', 9],
  ['SUBMITTED', 13],
] as const;
const WHAT_WIDTH = WIDTH - COLUMNS.reduce((sum, [, width]) => sum + width, 0);

/** The list for people: 80 columns, one line per task. */
export function renderList({ tasks, matched }: ListPayload, style: Style): string {
  if (matched === 0) return 'No task fits. Without filters, outloop list shows all.';
  const heading = COLUMNS.map(([title, width]) => title.padEnd(width)).join('');
  const rows = tasks.map((row) => {
    const cells = [shortId(row.id), row.agent, statusWord(row.status), shortDuration(row.duration_ms)];
    const [id = '', agent = '', status = '', time = '', submitted = ''] = [
      ...cells,
      dayAndTime(row.submitted_at),
    ].map((cell, at) => cell.padEnd(COLUMNS[at]?.[1] ?? 0));
    const what = truncate(cleanLine(row.name ?? row.task), WHAT_WIDTH);
    return `${id}${agent}${style.status(row.status, status)}${time}${submitted}${what}`;
  });
  const rest = matched - tasks.length;
  const more = rest > 0 ? [`${rest} older ${rest === 1 ? 'one is' : 'ones are'} not shown: --limit`] : [];
  return [style.dim(`${heading}WHAT`), ...rows, ...more].join('\n');
}

/** `outloop list`: as data and as text. */
export function listOutput(
  payload: ListPayload,
  foreignLines: readonly string[],
  style: Style,
): CommandOutput {
  return { payload, text: [renderList(payload, style), ...foreignLines].join('\n') };
}
