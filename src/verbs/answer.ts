import { loadConfig } from '../config/load-config.ts';
import { isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import { cleanText } from '../observe/clean.ts';
import { checkTask } from '../policy/check-task.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';
import type { Retried } from './retry.ts';
import { retriedOutput, retry } from './retry.ts';

const ANSWER_CHARS_MAX = 2_000;

/**
 * Answers a worker that ended with a question: the task is tried again in a copy of the worker's own session, with all
 * that it knows, and is given the answer. A worker that runs cannot be reached: the client reads nothing more from it.
 */
export async function answer(context: VerbContext, part: string, text: string): Promise<Result<Retried>> {
  const said = cleanText(text).trim();
  if (said === '' || said.length > ANSWER_CHARS_MAX) {
    const what = said === '' ? 'There is no answer.' : `The answer has ${said.length} characters.`;
    const example = 'outloop answer k3f9 "take the second one"';
    return fail(failure('usage', what, `1 to ${ANSWER_CHARS_MAX} characters: ${example}`));
  }
  const session = await sessionOf(context, part);
  if (!session.ok) return session;
  const { agent, description, id, sessionId } = session.value;
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  // By the rules for a brief: it is what a person adds to the task.
  const verdict = checkTask({ agent, text: description, brief: said }, config.value.policy);
  if (!verdict.ok) return verdict;
  return retry(context, id, { takeOver: true, answer: { session_id: sessionId, text: said } });
}

async function sessionOf(context: VerbContext, part: string) {
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const { kind, task } = found.value;
  const short = shortId(task.id);
  if (kind === 'open') {
    return fail(
      failure(
        'usage',
        `${task.id} is ${task.phase}: a worker that runs cannot be told anything.`,
        `It ends with a question if it needs an answer: outloop wait ${short}\nTo end it now: outloop cancel ${short}`,
      ),
    );
  }
  const { agent, description, id, workerSessionId } = task;
  if (!isAgentName(agent) || workerSessionId === null) {
    const why = agent === 'command' ? 'it is a shell command' : 'it never started';
    return fail(failure('usage', `${id} has asked nothing: ${why}.`, `Run it again: outloop retry ${short}`));
  }
  return ok({ agent, description, id, sessionId: workerSessionId });
}

/** `outloop answer ID TEXT` */
export async function answerCommand(
  context: VerbContext,
  part: string,
  text: string,
): Promise<Result<CommandOutput>> {
  const retried = await answer(context, part, text);
  return retried.ok ? ok(retriedOutput(retried.value)) : retried;
}
