import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { run as runCommand, runText } from '../src/verbs/run.ts';

/** `/outloop:run`: a refusal goes to the person word for word, a start to the model as a fact. */
export const run: CommandScript = async (context, rawArguments) => {
  const submitted = await runCommand(context, rawArguments);
  return submitted.ok
    ? { to: 'model', text: runText(submitted.value) }
    : { to: 'person', text: failureText(submitted.failure) };
};
