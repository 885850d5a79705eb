import { loadConfig } from '../config/load-config.ts';
import type { Result } from '../domain/result.ts';
import { shortDuration } from '../domain/units.ts';
import { readState } from '../journal/journal.ts';
import { cleanLine } from '../observe/clean.ts';
import { isAlive } from '../process/identity.ts';
import {
  type BackgroundSession,
  backgroundSessions,
  type ClientAsk,
} from '../runners/background-sessions.ts';
import { findClient } from '../runners/find-client.ts';
import { readForeign } from '../workspace/foreign-file.ts';
import type { VerbContext } from './context.ts';
import type { Style } from './style.ts';
import { WIDTH, wrap } from './wrap.ts';

/** A row of what runs here and is not Outloop's: read only. */
export interface ForeignRow {
  readonly id: string;
  /** `shell`, `subagent`, `monitor` and the like, `cron`, or `session`. */
  readonly kind: string;
  readonly status: string;
  readonly what: string;
  /** When the client said so. */
  readonly seen_at: string;
  readonly session_id: string;
}

/** All of them, and what could not be found out. */
export interface Foreign {
  readonly rows: readonly ForeignRow[];
  /** Why the client's background sessions are missing; null when they are not. */
  readonly problem: string | null;
}

/** What sessions had in their own background at their last stop, and the client's background sessions here. */
export async function foreign(context: VerbContext): Promise<Foreign> {
  const left = readForeign(context.paths, isAlive).flatMap(({ tasks, seen_at, session_id }) =>
    tasks.map((task) => ({ ...task, seen_at, session_id })),
  );
  const client = await clientAsk(context);
  const sessions = client.ok ? await backgroundSessions(client.value) : client;
  if (!sessions.ok) return { rows: left, problem: sessions.failure.message };
  const followed = followedSessions(context);
  const rows = sessions.value.filter(({ id, state }) => isGoingOn(state) && !followed.has(id));
  return { rows: [...left, ...rows.map((row) => sessionRow(row, context.now()))], problem: null };
}

/** True for a session that has not come to its end. */
export function isGoingOn(state: string): boolean {
  return state === 'working' || state === 'blocked';
}

// What was adopted has a row of its own among the tasks.
function followedSessions({ journal }: VerbContext): ReadonlySet<string> {
  const read = readState(journal);
  const names = read.ok ? [...read.value.open.values()].map(({ options }) => options.name ?? '') : [];
  return new Set(names.flatMap((name) => /^session ([0-9a-f]+)$/.exec(name)?.[1] ?? []));
}

function sessionRow(session: BackgroundSession, now: number): ForeignRow {
  const { id, name, state, status, waitingFor, sessionId } = session;
  return {
    id,
    kind: 'session',
    status: state === 'blocked' && waitingFor !== '' ? `blocked: ${waitingFor}` : status || state,
    what: name,
    seen_at: new Date(now).toISOString(),
    session_id: sessionId,
  };
}

/** How the client is asked. Fails where there is none. */
export async function clientAsk(context: VerbContext): Promise<Result<ClientAsk>> {
  const { env, paths } = context;
  const config = await loadConfig(paths, env);
  if (!config.ok) return config;
  const found = findClient(config.value.client.path, env.PATH, env.OUTLOOP_CLAUDE);
  return found.ok ? { ok: true, value: { client: found.value, root: paths.root, env } } : found;
}

const COLUMNS = [10, 10, 12] as const;
const WHAT_WIDTH = WIDTH - COLUMNS.reduce((sum, width) => sum + width, 0);

/** The rows for people, 80 columns; nothing where there are none and all could be asked. */
export function renderForeign({ rows, problem }: Foreign, style: Style, now: number): string[] {
  const lines = rows.map(({ id, kind, status, what, seen_at }) => {
    const [first = 0, second = 0, third = 0] = COLUMNS;
    const age = now - Date.parse(seen_at);
    const old = age > OLD_MS ? ` (${shortDuration(age)} ago)` : '';
    const cells = [cell(id, first), cell(kind, second), cell(status, third)].join('');
    return `${cells}${cleanLine(`${what}${old}`, WHAT_WIDTH)}`;
  });
  return [
    ...(lines.length === 0 ? [] : ['', style.dim("Claude Code's own, only shown here:"), ...lines]),
    ...(problem === null ? [] : wrap(problem, WIDTH).map(style.dim)),
  ];
}

const OLD_MS = 60_000;

function cell(text: string, width: number): string {
  return cleanLine(text, width - 1).padEnd(width);
}
