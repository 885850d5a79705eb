import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { implement, implementationText } from '../src/verbs/implement.ts';

/** `/outloop:implement`: a refusal goes to the person word for word, an acceptance to the model as a fact. */
export const run: CommandScript = async (context, rawArguments) => {
  const done = await implement(context, rawArguments);
  return done.ok
    ? { to: 'model', text: implementationText(done.value) }
    : { to: 'person', text: failureText(done.failure) };
};
