import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { delegationText } from '../src/verbs/background.ts';
import { review } from '../src/verbs/review.ts';

/** `/outloop:review`: a refusal goes to the person word for word, an acceptance to the model as a fact. */
export const run: CommandScript = async (context, rawArguments) => {
  const submitted = await review(context, rawArguments);
  return submitted.ok
    ? { to: 'model', text: delegationText(submitted.value) }
    : { to: 'person', text: failureText(submitted.failure) };
};
