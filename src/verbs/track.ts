import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import { formatCost, shortDuration } from '../domain/units.ts';
import { cleanLine } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { aboutWords } from './render-status.ts';
import { showStatus } from './show-status.ts';
import type { StatusPayload, StatusRow } from './status.ts';
import { dayAndTime, statusWord } from './status-word.ts';
import type { Style } from './style.ts';
import { PLAIN } from './style.ts';
import { WIDTH } from './wrap.ts';

/** What `track` shows; its `--json` output. */
export interface Track {
  readonly under_way: readonly StatusRow[];
  /** What waits, in the order of its submission. */
  readonly next: readonly StatusRow[];
  /** The last ends, newest first. */
  readonly ended: readonly StatusRow[];
  readonly next_scheduled: StatusPayload['next_scheduled'];
  readonly supervised: boolean;
  readonly others_open: number;
}

/** `track [--all]`: what is under way, what is next, what has ended, on one page. */
export async function track(
  context: VerbContext,
  all: boolean,
  style: Style = PLAIN,
): Promise<Result<CommandOutput>> {
  const shown = await showStatus(context, '', { all, style: PLAIN, probe: false });
  if (!shown.ok) return shown;
  const payload = trackOf(shown.value.payload as StatusPayload);
  return ok({ payload, text: renderTrack(payload, style) });
}

/** The page of what `status` knows. */
export function trackOf({ open, ended, next_scheduled, supervised, others_open }: StatusPayload): Track {
  return {
    under_way: open.filter(({ status }) => status !== 'queued'),
    next: open.filter(({ status }) => status === 'queued'),
    ended: ended.slice(0, ENDED_SHOWN),
    next_scheduled,
    supervised,
    others_open,
  };
}

const ENDED_SHOWN = 5;
const ROWS_SHOWN = 5;

/** The page for people: 80 columns, at most 40 lines. */
export function renderTrack(page: Track, style: Style): string {
  const { under_way, next, ended, next_scheduled, others_open } = page;
  const others =
    others_open === 0
      ? []
      : [`${others_open} open ${others_open === 1 ? 'task' : 'tasks'} of other sessions; --all shows them.`];
  if (under_way.length + next.length + ended.length === 0 && next_scheduled === null) {
    return ['Nothing is under way here, and nothing has ended.', ...others].join('\n');
  }
  const scheduled =
    next_scheduled === null ? [] : [`  by schedule: ${next_scheduled.id}, ${dayAndTime(next_scheduled.at)}`];
  return [
    ...part('Under way', under_way, style, (row) => underWay(row)),
    '',
    ...part('Next', next, style, (row) => row.progress, scheduled),
    '',
    ...part('Ended', ended, style, (row) => row.progress),
    ...others,
  ].join('\n');
}

function part(
  title: string,
  rows: readonly StatusRow[],
  style: Style,
  words: (row: StatusRow) => string,
  more: readonly string[] = [],
): string[] {
  const shown = rows.slice(0, ROWS_SHOWN);
  const left = rows.length - shown.length;
  return [
    style.bold(rows.length === 0 && more.length === 0 ? `${title}: nothing` : title),
    ...shown.flatMap((row) => lines(row, style, words(row))),
    ...(left === 0 ? [] : [`  and ${left} more: outloop status`]),
    ...more,
  ];
}

function lines(row: StatusRow, style: Style, words: string): string[] {
  const cost = row.cost_usd === null || row.cost_usd === 0 ? '' : `, ${formatCost(row.cost_usd)}`;
  const state = style.status(row.status, statusWord(row.status));
  const head = `  ${shortId(row.id)}  ${row.agent}, ${state} (${shortDuration(row.duration_ms)}${cost})`;
  const [what, last] = [row.task, words].map((text) => `        ${cleanLine(text, WIDTH - 8)}`);
  return [head, what ?? '', last ?? ''];
}

function underWay(row: StatusRow): string {
  return row.about_left_ms === null ? row.progress : `${aboutWords(row, row.about_left_ms)}: ${row.progress}`;
}
