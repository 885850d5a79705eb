import type { Result } from '../domain/result.ts';
import type { EndedTask, OpenTask } from '../domain/state.ts';
import { judgeFinalMessage } from '../observe/subagent-outcome.ts';
import { findWorkspace } from '../workspace/find.ts';
import { readTextFile } from '../workspace/safe-file.ts';
import type { TaskEnd } from '../workspace/task-end.ts';
import { endTask } from './end-task.ts';
import type { Ending } from './ending.ts';

/** What ends a task of the session's own where its subagent has handed nothing in. */
export type WithoutResult = Pick<TaskEnd, 'status' | 'summary' | 'why'>;

/** The session's process is gone, and everything in it. */
export const SESSION_GONE: WithoutResult = {
  status: 'lost',
  summary: 'The session that it ran in ended before it did.',
  why: 'A subagent lives in its session and ends with it. Submit the task again; without --in-session it outlives the session.',
};

/** The client no longer has the subagent, and it never came to its end. */
export const SUBAGENT_GONE: WithoutResult = {
  status: 'lost',
  summary: 'The subagent was interrupted before it gave a result.',
  why: 'It was stopped in the session, or the client lost it. Submit the task again.',
};

/** The model was asked for the call and did not make it. */
export const NEVER_CALLED: WithoutResult = {
  status: 'failed',
  summary: 'Never started: the session did not make the Agent call.',
  why: 'The model was asked twice for the one call that starts it. Submit it again, or without --in-session.',
};

/** Somebody cancelled it, and it is gone. */
export const SUBAGENT_CANCELLED: WithoutResult = {
  status: 'cancelled',
  summary: 'Cancelled.',
  why: 'Somebody cancelled it while it ran in the session. Submit it again to run it.',
};

const FINAL_MESSAGE_BYTES_MAX = 4 * 1024 * 1024;

/** Ends a task of the runner `subagent`: by what its subagent handed in, or else as `without` says. */
export async function endSubagent(
  ending: Ending,
  task: OpenTask,
  without: WithoutResult,
  redactText: (text: string) => string,
): Promise<Result<EndedTask>> {
  const files = findWorkspace(ending.paths, task.id, task.agent);
  const message = files === null ? null : readTextFile(files.finalMessage, FINAL_MESSAGE_BYTES_MAX);
  const handedIn = message?.ok === true ? message.value : null;
  const verdict = handedIn === null ? { ...without, result: null } : judgeFinalMessage(handedIn, redactText);
  const hasStarted = task.phase === 'running';
  return endTask(
    ending,
    task,
    {
      ...verdict,
      usage: null,
      attempt: hasStarted ? task.attempt : null,
      startedAt: hasStarted ? task.startedAt : null,
      endedAt: ending.now(),
      // `claude --resume` cannot open a subagent.
      workerSessionId: null,
      containment: hasStarted ? 'no process of its own (it ran inside the session)' : null,
      denied: [],
    },
    redactText,
  );
}
