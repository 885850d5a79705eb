import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { splitWords } from '../src/verbs/split-words.ts';
import { track } from '../src/verbs/track.ts';

/** `/outloop:track [--all]` */
export const run: CommandScript = async (context, rawArguments) => {
  const page = await track(context, splitWords(rawArguments).flags.has('all'));
  return { to: 'person', text: page.ok ? page.value.text : failureText(page.failure) };
};
