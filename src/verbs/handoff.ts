import { basename } from 'node:path';
import { makeHandoff } from '../ipc/environment.ts';
import type { Handoff } from '../ipc/messages.ts';
import { executableOf } from '../process/executable.ts';
import type { VerbContext } from './context.ts';

/**
 * What the supervisor is handed for a task of this session: its environment, and the program that the session itself
 * runs, for a machine where no `claude` is on the PATH.
 */
export function handoffOf(context: VerbContext, taskId: string): Handoff {
  const handoff = makeHandoff(taskId, context.env);
  const { owner } = context.asker;
  const client = owner === null ? null : executableOf(owner.pid);
  if (client === null || !/^claude/.test(basename(client))) return handoff;
  return { ...handoff, environment: { ...handoff.environment, OUTLOOP_SESSION_CLIENT: client } };
}
