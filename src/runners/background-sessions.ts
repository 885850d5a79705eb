import { execFile } from 'node:child_process';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { looseObject, looseText } from '../observe/loose.ts';

/** A background session of the client's own, as `claude agents --json` tells of it. */
export interface BackgroundSession {
  readonly id: string;
  readonly name: string;
  /** `working`, `blocked`, `done`, `failed` or `stopped`. */
  readonly state: string;
  /** `busy` or `idle` while its process lives; else empty. */
  readonly status: string;
  readonly sessionId: string;
  readonly startedAt: number | null;
  readonly waitingFor: string;
}

/** Where the client is, and how it is asked. */
export interface ClientAsk {
  readonly client: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
}

/** The background sessions of this project, also ended ones; fails where the client does not say so in time. */
export async function backgroundSessions(ask: ClientAsk): Promise<Result<BackgroundSession[]>> {
  const said = await askClient(ask, ['agents', '--json', '--all', '--cwd', ask.root]);
  if (!said.ok) return said;
  try {
    const all: unknown = JSON.parse(said.value);
    return ok((Array.isArray(all) ? all : []).flatMap(sessionOf));
  } catch {
    return cannotAsk('what it said is no JSON');
  }
}

/** Stops a background session. */
export async function stopBackgroundSession(ask: ClientAsk, id: string): Promise<Result<string>> {
  return askClient(ask, ['stop', id]);
}

/** True for what the client uses as id of a background session. */
export function isSessionId(text: string): boolean {
  return /^[0-9a-f]{4,36}$/.test(text);
}

function sessionOf(value: unknown): BackgroundSession[] {
  const row = looseObject(value);
  const id = looseText(row.id);
  if (row.kind !== 'background' || !isSessionId(id)) return [];
  const words = (text: unknown) => cleanLine(looseText(text), 200);
  const { startedAt } = row;
  return [
    {
      id,
      name: words(row.name),
      state: words(row.state),
      status: words(row.status),
      sessionId: words(row.sessionId),
      startedAt: typeof startedAt === 'number' ? startedAt : null,
      waitingFor: words(row.waitingFor),
    },
  ];
}

const ASK_TIMEOUT_MS = 5_000;
const OUTPUT_BYTES_MAX = 4 * 1024 * 1024;

function askClient(
  { client, root, env, timeoutMs }: ClientAsk,
  args: readonly string[],
): Promise<Result<string>> {
  const limits = {
    timeout: timeoutMs ?? ASK_TIMEOUT_MS,
    killSignal: 'SIGKILL' as const,
    maxBuffer: OUTPUT_BYTES_MAX,
  };
  return new Promise((resolve) => {
    execFile(client, [...args], { cwd: root, env: { ...env }, ...limits }, (error, stdout, stderr) => {
      if (error === null) resolve(ok(stdout));
      else if (error.killed === true) resolve(cannotAsk('it did not answer in time'));
      else resolve(cannotAsk(cleanLine(stderr, 200) || error.message));
    });
  });
}

function cannotAsk(why: string): Result<never> {
  return fail(failure('client_unfit', `Claude Code could not be asked for its background sessions: ${why}.`));
}
