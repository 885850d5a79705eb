import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { cancel, renderCancelled } from '../src/verbs/cancel.ts';
import { splitWords } from '../src/verbs/split-words.ts';

/** `/outloop:cancel id` */
export const run: CommandScript = async (context, rawArguments) => {
  const cancelled = await cancel(context, splitWords(rawArguments).words[0] ?? '');
  return {
    to: 'person',
    text: cancelled.ok ? renderCancelled(cancelled.value) : failureText(cancelled.failure),
  };
};
