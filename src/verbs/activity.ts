import { join } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import { shortDuration } from '../domain/units.ts';
import type { Activity } from '../observe/activity.ts';
import { cleanLine, truncate } from '../observe/clean.ts';
import { looseObject } from '../observe/loose.ts';
import { activityFiles, droppedActivity } from '../record/activity-log.ts';
import { readLines, type ToolOutcome, toolOutcomes } from '../record/tool-outcomes.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';
import { parseSince } from './since.ts';

/** What to show of the activity log; what is left out does not narrow. */
export interface ActivityFilter {
  /** The start of a session id. */
  readonly session?: string;
  /** Any unique part of a task id. */
  readonly task?: string;
  readonly tool?: string;
  /** A duration or a day: only what was later. */
  readonly since?: string;
  /** So many of the last ones. */
  readonly lines: number;
}

/** A line of the log with how it went, where that is known. */
export type ShownActivity = Activity & { readonly outcome?: 'ok' | 'error'; readonly duration_ms?: number };

/** What `outloop activity` shows; the `--json` output. */
export interface ActivityPayload {
  readonly activities: readonly ShownActivity[];
  /** Lines that could not be written in time, since the folder was made. */
  readonly dropped: number;
}

/** Reads the activity log, archived parts first, and adds what the client's transcripts know. */
export async function activity(
  context: VerbContext,
  filter: ActivityFilter,
): Promise<Result<ActivityPayload>> {
  const fits = await readFilter(context, filter);
  if (!fits.ok) return fits;
  const last: Activity[] = [];
  for (const path of activityFiles(context.paths)) {
    for (const line of readLines(path)) {
      const one = parseActivity(line);
      if (one === null || !fits.value(one)) continue;
      last.push(one);
      if (last.length > filter.lines) last.shift();
    }
  }
  return ok({ activities: withOutcomes(context, last), dropped: droppedActivity(context.paths) });
}

/** `outloop activity` */
export async function activityCommand(
  context: VerbContext,
  filter: ActivityFilter,
): Promise<Result<CommandOutput>> {
  const read = await activity(context, filter);
  return read.ok ? ok({ payload: read.value, text: renderActivity(read.value) }) : read;
}

/** The log for people: a line each, at most 80 columns, the oldest first. */
export function renderActivity({ activities, dropped }: ActivityPayload): string {
  const lines = activities.map(renderLine);
  if (lines.length === 0) lines.push('Nothing is recorded here that fits.');
  if (dropped > 0) lines.push(`${dropped} lines were dropped because the log was busy.`);
  return lines.join('\n');
}

async function readFilter(
  context: VerbContext,
  { session, task, tool, since }: ActivityFilter,
): Promise<Result<(one: Activity) => boolean>> {
  const named = task === undefined ? null : await findTask(context, task);
  if (named !== null && !named.ok) return named;
  const from = since === undefined ? ok(0) : parseSince(since, context.now());
  if (!from.ok) return from;
  return ok(
    (one) =>
      Date.parse(one.timestamp) >= from.value &&
      (session === undefined || one.session_id.startsWith(session)) &&
      (named === null || one.task_id === named.value.task.id) &&
      (tool === undefined || (one.event === 'tool' && one.tool.toLowerCase() === tool.toLowerCase())),
  );
}

const EVENTS: ReadonlySet<unknown> = new Set<Activity['event']>(['prompt', 'tool', 'delegation', 'stop']);

function parseActivity(line: string): Activity | null {
  try {
    const value = looseObject(JSON.parse(line));
    const isOurs = EVENTS.has(value.event) && typeof value.timestamp === 'string';
    return isOurs && typeof value.session_id === 'string' ? (value as unknown as Activity) : null;
  } catch {
    return null;
  }
}

function withOutcomes(context: VerbContext, activities: readonly Activity[]): ShownActivity[] {
  const folder = context.env.CLAUDE_CONFIG_DIR ?? join(context.home, '.claude');
  const known = new Map<string, ReadonlyMap<string, ToolOutcome>>();
  return activities.map((one) => {
    if (one.event !== 'tool') return one;
    const session = known.get(one.session_id) ?? toolOutcomes(folder, one.session_id);
    known.set(one.session_id, session);
    const told = session.get(one.tool_use_id);
    if (told === undefined) return one;
    const { outcome, durationMs } = told;
    return { ...one, outcome, ...(durationMs === null ? {} : { duration_ms: durationMs }) };
  });
}

const WIDTH = 80;
const WHO_WIDTH = 21;
const WHAT_WIDTH = 44;

function renderLine(one: ShownActivity): string {
  const time = one.timestamp.slice(5, 19).replace('T', ' ');
  const who = one.task_id === undefined ? one.session_id.slice(0, 6) : shortId(one.task_id);
  const took = one.duration_ms === undefined ? '' : shortDuration(one.duration_ms);
  const how = one.outcome === 'error' ? `failed ${took}` : took;
  const [shown, what] = [cleanLine(`${time} ${who}`), cleanLine(words(one), WHAT_WIDTH)];
  return truncate(`${shown.padEnd(WHO_WIDTH)} ${what.padEnd(WHAT_WIDTH)} ${how}`.trimEnd(), WIDTH);
}

function words(one: Activity): string {
  switch (one.event) {
    case 'prompt':
      return one.text === undefined ? `prompt of ${one.characters} characters` : `prompt: ${one.text}`;
    case 'tool':
      return `${one.tool} ${one.target}`;
    case 'delegation':
      return `${one.agent}: ${one.text}`;
    case 'stop':
      return 'stop';
  }
}
