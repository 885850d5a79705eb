import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { retriedText, retryTyped } from '../src/verbs/retry-typed.ts';

/** `/outloop:retry [agent] id [--take-over] [flags of a task]` */
export const run: CommandScript = async (context, rawArguments) => {
  const retried = await retryTyped(context, rawArguments);
  return retried.ok
    ? { to: 'model', text: retriedText(retried.value) }
    : { to: 'person', text: failureText(retried.failure) };
};
