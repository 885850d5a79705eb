import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { Capacity } from '../scheduler/pick.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';
import { loadCapacity } from './load-capacity.ts';
import { renderRowDetails, renderStatus } from './render-status.ts';
import type { StatusPayload, StatusRow } from './status.ts';
import { status, statusOf } from './status.ts';
import type { Style } from './style.ts';

/** A verb's answer twice: as data for scripts and as text for people. */
export interface Shown<T> {
  readonly payload: T;
  readonly text: string;
}

/** `status [ID] [--all]`: one task, or the table. */
export async function showStatus(
  context: VerbContext,
  part: string,
  all: boolean,
  style: Style,
): Promise<Result<Shown<StatusPayload | StatusRow>>> {
  const capacity = await loadCapacity(context);
  if (part !== '') return showOne(context, part, capacity, style);
  const payload = status(context, all, capacity);
  return payload.ok ? ok({ payload: payload.value, text: renderStatus(payload.value, style) }) : payload;
}

async function showOne(
  context: VerbContext,
  part: string,
  capacity: Capacity,
  style: Style,
): Promise<Result<Shown<StatusRow>>> {
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const row = statusOf(context, found.value, capacity);
  return row.ok ? ok({ payload: row.value, text: renderRowDetails(row.value, style) }) : row;
}
