import { parseArguments } from '../config/parse-arguments.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import { answer } from './answer.ts';
import { delegationText } from './background.ts';
import type { VerbContext } from './context.ts';
import type { Retried } from './retry.ts';
import { retry } from './retry.ts';

const TAKE_OVER = /(^|\s)--take-over(?=\s|$)/;

/** `/outloop:retry`: the raw argument text, `[agent] id [--take-over] [flags]`, in any order. */
export async function retryTyped(context: VerbContext, rawArguments: string): Promise<Result<Retried>> {
  const rest = rawArguments.replace(TAKE_OVER, ' ').trim();
  if (rest === '') return fail(failure('usage', 'Which task?', '/outloop:retry k3f9 [--take-over]'));
  // Taken apart as a task is, with the id where its text would stand.
  const parsed = parseArguments(rest, context.paths.root);
  if (!parsed.ok) return parsed;
  const { task, agent, ...flags } = parsed.value;
  return retry(context, task, { flags, agent, takeOver: TAKE_OVER.test(rawArguments) });
}

/** `/outloop:answer`: the raw argument text, an id and the answer, in quotes or bare. */
export async function answerTyped(context: VerbContext, rawArguments: string): Promise<Result<Retried>> {
  const [, id = '', text = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(rawArguments) ?? [];
  if (id === '') return fail(failure('usage', 'Which task?', '/outloop:answer k3f9 "take the second one"'));
  return answer(context, id, text.trim().replace(/^(["'])([\s\S]*)\1$/, '$2'));
}

/** What the model is told of a task that is tried again. */
export function retriedText({ submitted, retryOf, again, problem }: Retried): string {
  const others = again.map((one) => `${shortId(one.retryOf)} as ${one.id}`).join(', ');
  return [
    `Task ${retryOf} is tried again as a new one.`,
    delegationText(submitted),
    ...(others === '' ? [] : [`Submitted again behind it: ${others}.`]),
    ...(problem === null ? [] : [`Problem: ${problem}`]),
  ].join(' ');
}
