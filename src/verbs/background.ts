import { parseArguments } from '../config/parse-arguments.ts';
import type { Result } from '../domain/result.ts';
import { askForCalls } from '../notices/subagent-text.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';

/** `/background [agent] "task" [flags]`: the raw argument text, as typed, becomes a task or a refusal. */
export async function background(context: VerbContext, rawArguments: string): Promise<Result<Submitted>> {
  const parsed = parseArguments(rawArguments);
  return parsed.ok ? submit(context, parsed.value) : parsed;
}

/** What the model is told: facts, and that there is nothing for it to do, or the one call that starts the task here. */
export function delegationText(submitted: Submitted): string {
  const { task, routedBy, problem } = submitted;
  if (task.runner === 'subagent') return inSessionText(submitted);
  return [
    `The task was delegated as ${task.id} to a background ${task.agent}` +
      `${routedBy === null ? '' : ` (no agent was named; chosen ${routedBy})`}.`,
    'It runs in its own context; this session is told when it ends.',
    'It is not to be done or polled for here: confirm in one sentence and go on.',
    ...(problem === null ? [] : [`Problem: ${problem}`]),
  ].join(' ');
}

function inSessionText({ task, routedBy, problem }: Submitted): string {
  const chosen = routedBy === null ? '' : ` (no agent was named; chosen ${routedBy})`;
  return [
    `The task was accepted for a ${task.agent} inside this session${chosen}.`,
    askForCalls([task]),
    'Then confirm in one sentence.',
    ...(problem === null ? [] : [`Problem: ${problem}`]),
  ].join(' ');
}
