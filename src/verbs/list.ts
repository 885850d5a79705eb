import { TASK_AGENTS } from '../domain/agents.ts';
import { EndStatus } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { EndedTask, OpenTask } from '../domain/state.ts';
import { ENDED_KEPT } from '../domain/state.ts';
import { allEnded } from '../journal/ended-index.ts';
import { readState } from '../journal/journal.ts';
import { isOwn } from '../notices/unheard.ts';
import { cleanLine } from '../observe/clean.ts';
import type { VerbContext } from './context.ts';
import type { Foreign } from './foreign.ts';
import type { RoomHere } from './load-capacity.ts';
import { parseSince } from './since.ts';
import type { StatusRow } from './status.ts';
import { endedRow, openRows } from './status.ts';
import { softWrap } from './wrap.ts';

/** The filters of `list`, as typed. All that are given must fit. */
export interface ListFilters {
  /** One or more of the statuses, or `open`, or `ended`; with commas. */
  readonly status?: string;
  readonly agent?: string;
  /** `own`, a pid of a client, or a part of a session id. */
  readonly owner?: string;
  readonly since?: string;
  /** A part of the name or of the task's text. */
  readonly name?: string;
  readonly limit?: string;
  /** Also what is Claude Code's own. */
  readonly all?: boolean;
}

/** What `list` shows, newest first; its `--json` output. */
export interface ListPayload {
  readonly tasks: readonly StatusRow[];
  /** How many fit, shown or not. */
  readonly matched: number;
  /** With `--all`: what runs here and is not Outloop's. */
  readonly foreign?: Foreign;
}

const OPEN_STATUSES = ['queued', 'running', 'cancelling'];
const STATUSES = [...OPEN_STATUSES, ...EndStatus.options];
/** What `--status` takes. */
export const STATUS_FILTERS: readonly string[] = ['open', 'ended', ...STATUSES];

const DEFAULT_LIMIT = 50;
const LIMIT_MAX = 10_000;

/** Lists tasks, open and ended, however old, newest first. */
export function list(context: VerbContext, filters: ListFilters, capacity: RoomHere): Result<ListPayload> {
  const wanted = parseFilters(context, filters);
  if (!wanted.ok) return wanted;
  const read = readState(context.journal);
  if (!read.ok) return read;
  const state = read.value;
  const ended = state.ended.size < ENDED_KEPT ? ok([...state.ended.values()]) : allEnded(context.journal);
  if (!ended.ok) return ended;
  const rowOf = openRows(context, state, capacity);
  const { fits, statuses, limit } = wanted.value;
  const rows = [
    ...[...state.open.values()].filter(fits).map(rowOf),
    ...ended.value.filter(fits).map(endedRow),
  ].filter(({ status }) => statuses.has(status));
  rows.sort((a, b) => (a.submitted_at < b.submitted_at ? 1 : a.submitted_at > b.submitted_at ? -1 : 0));
  return ok({ tasks: rows.slice(0, limit), matched: rows.length });
}

interface Wanted {
  readonly fits: (task: OpenTask | EndedTask) => boolean;
  readonly statuses: ReadonlySet<string>;
  readonly limit: number;
}

function parseFilters(context: VerbContext, filters: ListFilters): Result<Wanted> {
  const statuses = parseStatuses(filters.status);
  if (!statuses.ok) return statuses;
  const { agent, owner, name } = filters;
  if (agent !== undefined && !(TASK_AGENTS as readonly string[]).includes(agent)) {
    return wrong('agent', agent, TASK_AGENTS);
  }
  const since = filters.since === undefined ? ok(0) : parseSince(filters.since, context.now());
  if (!since.ok) return since;
  const limit = filters.limit === undefined ? DEFAULT_LIMIT : Number(filters.limit);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_MAX)) {
    return fail(failure('usage', '--limit: it is a whole number.', `Allowed are 1 to ${LIMIT_MAX}.`));
  }
  const part = name?.toLowerCase();
  const fits = (task: OpenTask | EndedTask) =>
    (agent === undefined || task.agent === agent) &&
    task.submittedAt >= since.value &&
    (part === undefined || `${nameOf(task)}\n${task.description}`.toLowerCase().includes(part)) &&
    (owner === undefined || isOwnedBy(context, task, owner));
  return ok({ fits, statuses: statuses.value, limit });
}

function nameOf(task: OpenTask | EndedTask): string {
  return ('options' in task ? task.options.name : task.name) ?? '';
}

function isOwnedBy(context: VerbContext, task: OpenTask | EndedTask, owner: string): boolean {
  if (owner === 'own') return isOwn(task, context.asker);
  return String(task.owner?.pid ?? '') === owner || task.sessionId.startsWith(owner.toLowerCase());
}

function parseStatuses(text: string | undefined): Result<ReadonlySet<string>> {
  if (text === undefined) return ok(new Set(STATUSES));
  const words = text.toLowerCase().replaceAll('-', '_').split(',');
  const unknown = words.find((word) => !STATUS_FILTERS.includes(word));
  if (unknown !== undefined) return wrong('status', unknown, STATUS_FILTERS);
  const meant = words.flatMap((word) =>
    word === 'open' ? OPEN_STATUSES : word === 'ended' ? EndStatus.options : [word],
  );
  return ok(new Set(meant));
}

function wrong(flag: string, value: string, allowed: readonly string[]): Result<never> {
  const message = `--${flag}: "${cleanLine(value, 30)}" is none.`;
  return fail(failure('usage', message, softWrap(`Allowed are ${allowed.join(', ')}.`)));
}
