import { failureText } from '../src/domain/failure.ts';
import { askForStop } from '../src/notices/subagent-text.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { cancel, renderCancelled } from '../src/verbs/cancel.ts';
import { splitWords } from '../src/verbs/split-words.ts';

/** `/outloop:cancel id`: what runs inside this session only its model can have stopped, so that is asked. */
export const run: CommandScript = async (context, rawArguments) => {
  const cancelled = await cancel(context, splitWords(rawArguments).words[0] ?? '');
  if (!cancelled.ok) return { to: 'person', text: failureText(cancelled.failure) };
  const { id, subagent } = cancelled.value;
  return subagent?.isOwn === true && subagent.id !== null
    ? { to: 'model', text: `${askForStop({ id }, subagent.id)} Then confirm in one sentence.` }
    : { to: 'person', text: renderCancelled(cancelled.value) };
};
