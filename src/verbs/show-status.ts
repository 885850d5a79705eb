import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { readState } from '../journal/journal.ts';
import { hasLiveSchedule } from '../schedules/live.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';
import type { Foreign } from './foreign.ts';
import { loadCapacity, type RoomHere } from './load-capacity.ts';
import { meansHere } from './means.ts';
import { renderRowDetails, renderStatus } from './render-status.ts';
import type { StatusPayload, StatusRow } from './status.ts';
import { status, statusOf } from './status.ts';
import type { Style } from './style.ts';

/** A verb's answer twice: as data for scripts and as text for people. */
export interface Shown<T> {
  readonly payload: T;
  readonly text: string;
}

/** What `status` is asked for. */
export interface StatusOptions {
  readonly all: boolean;
  readonly style: Style;
  /** Whether a few processes may be started to find out what this machine can do. */
  readonly probe: boolean;
}

/** `status [ID] [--all]`: one task, or the table. */
export async function showStatus(
  context: VerbContext,
  part: string,
  options: StatusOptions,
): Promise<Result<Shown<StatusPayload | StatusRow>>> {
  const capacity = await loadCapacity(context);
  if (part !== '') return showOne(context, part, capacity, options.style);
  const tasks = status(context, options.all, capacity);
  if (!tasks.ok) return tasks;
  const read = readState(context.journal);
  if (!read.ok) return read;
  const others = options.all && options.probe ? await loadForeign(context) : null;
  const payload: StatusPayload = {
    ...(others === null ? {} : { foreign: others }),
    ...tasks.value,
    means: await meansHere(context, read.value, options.probe),
    next_scheduled: hasLiveSchedule(read.value) ? await nextScheduled(context) : null,
  };
  const lines = others === null ? [] : await foreignLines(context, others, options.style);
  return ok({ payload, text: [renderStatus(payload, options.style), ...lines].join('\n') });
}

async function loadForeign(context: VerbContext): Promise<Foreign> {
  const { foreign } = await import('./foreign.ts');
  return foreign(context);
}

async function foreignLines(context: VerbContext, others: Foreign, style: Style): Promise<string[]> {
  const { renderForeign } = await import('./foreign.ts');
  return renderForeign(others, style, context.now());
}

// A project without schedules never loads the calendar.
async function nextScheduled(context: VerbContext): Promise<StatusPayload['next_scheduled']> {
  const { nextSchedule } = await import('./next-schedule.ts');
  return nextSchedule(context);
}

async function showOne(
  context: VerbContext,
  part: string,
  capacity: RoomHere,
  style: Style,
): Promise<Result<Shown<StatusRow>>> {
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const row = statusOf(context, found.value, capacity);
  return row.ok ? ok({ payload: row.value, text: renderRowDetails(row.value, style) }) : row;
}
