import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { answerTyped, retriedText } from '../src/verbs/retry-typed.ts';

/** `/outloop:answer id text` */
export const run: CommandScript = async (context, rawArguments) => {
  const answered = await answerTyped(context, rawArguments);
  return answered.ok
    ? { to: 'model', text: retriedText(answered.value) }
    : { to: 'person', text: failureText(answered.failure) };
};
