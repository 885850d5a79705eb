import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { background, delegationText } from '../src/verbs/background.ts';

/** `/outloop:background`: a refusal goes to the person word for word, an acceptance to the model as a fact. */
export const run: CommandScript = async (context, rawArguments) => {
  const submitted = await background(context, rawArguments);
  return submitted.ok
    ? { to: 'model', text: delegationText(submitted.value) }
    : { to: 'person', text: failureText(submitted.failure) };
};
