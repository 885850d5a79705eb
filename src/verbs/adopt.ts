import { join } from 'node:path';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { type BackgroundSession, backgroundSessions } from '../runners/background-sessions.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { clientAsk, isGoingOn } from './foreign.ts';
import { submit } from './submit.ts';
import { readTypedFlags, submittedOutput, type TypedFlags } from './submit-command.ts';

const DEFAULT_LIMIT_MS = 30 * 60_000;
/** What the follower needs to stop the session before it is ended itself. */
const STOP_MS = 60_000;

/**
 * `outloop adopt ID`: follows a background session of Claude Code as a task: its end is journalled and told, and at its
 * limit by the clock, or when the task is cancelled, it is stopped. It runs on where and as it is.
 */
export async function adoptCommand(
  context: VerbContext,
  part: string,
  flags: TypedFlags,
): Promise<Result<CommandOutput>> {
  const read = readTypedFlags(flags);
  if (!read.ok) return read;
  const session = await findSession(context, part);
  if (!session.ok) return session;
  const { id, name } = session.value;
  const limitMs = read.value.timeoutMs ?? DEFAULT_LIMIT_MS;
  const program = quoted(join(context.pluginRoot, 'bin', 'outloop'));
  const submitted = await submit(context, {
    ...read.value,
    task: '',
    isOwnCommand: true,
    command: `${program} follow-session ${id} --stop-after ${limitMs}`,
    name: `session ${id}`,
    timeoutMs: limitMs + STOP_MS,
  });
  if (!submitted.ok) return submitted;
  return ok(
    submittedOutput(submitted.value, [`It follows the session ${id} (${name}) and does not start it again.`]),
  );
}

async function findSession(context: VerbContext, part: string): Promise<Result<BackgroundSession>> {
  const ask = await clientAsk(context);
  if (!ask.ok) return ask;
  const sessions = await backgroundSessions(ask.value);
  if (!sessions.ok) return sessions;
  const fitting = sessions.value.filter(
    ({ id, state }) => isGoingOn(state) && part !== '' && id.startsWith(part),
  );
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return ok(only);
  const what = fitting.length === 0 ? 'No background session' : `More than one background session`;
  return fail(
    failure(
      fitting.length === 0 ? 'task_not_found' : 'task_ambiguous',
      `${what} that goes on in this project is named by "${cleanLine(part, 40)}".`,
      'They are listed by: outloop list --all',
    ),
  );
}

/** A path of the plugin as one word of a shell. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
