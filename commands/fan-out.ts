import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { fanOut, fanOutText } from '../src/verbs/fan-out.ts';

/** `/outloop:fan-out`: one task a line. A refusal of any is a refusal of all, and goes to the person word for word. */
export const run: CommandScript = async (context, rawArguments) => {
  const submitted = await fanOut(context, rawArguments);
  return submitted.ok
    ? { to: 'model', text: fanOutText(submitted.value) }
    : { to: 'person', text: failureText(submitted.failure) };
};
