import { parseArguments } from '../config/parse-arguments.ts';
import type { Result } from '../domain/result.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';

/** `/background [agent] "task" [flags]`: the raw argument text, as typed, becomes a task or a refusal. */
export async function background(context: VerbContext, rawArguments: string): Promise<Result<Submitted>> {
  const parsed = parseArguments(rawArguments);
  return parsed.ok ? submit(context, parsed.value) : parsed;
}

/** What the model is told: facts, and that there is nothing for it to do. */
export function delegationText({ task, routedBy, problem }: Submitted): string {
  return [
    `The task was delegated as ${task.id} to a background ${task.agent}` +
      `${routedBy === null ? '' : ` (no agent was named; chosen ${routedBy})`}.`,
    'It runs in its own context; this session is told when it ends.',
    'It is not to be done or polled for here: confirm in one sentence and go on.',
    ...(problem === null ? [] : [`Problem: ${problem}`]),
  ].join(' ');
}
