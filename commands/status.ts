import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { showStatus } from '../src/verbs/show-status.ts';
import { splitWords } from '../src/verbs/split-words.ts';
import { PLAIN } from '../src/verbs/style.ts';

/** `/outloop:status [id] [--all]` */
export const run: CommandScript = async (context, rawArguments) => {
  const { words, flags } = splitWords(rawArguments);
  const all = flags.has('all');
  const shown = await showStatus(context, words[0] ?? '', { all, style: PLAIN, probe: false });
  return { to: 'person', text: shown.ok ? shown.value.text : failureText(shown.failure) };
};
