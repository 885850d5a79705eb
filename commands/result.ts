import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { renderResult, result } from '../src/verbs/result.ts';
import { splitWords } from '../src/verbs/split-words.ts';

/** `/outloop:result [id]`: the report goes to the model as data; that there is none goes to the person. */
export const run: CommandScript = async (context, rawArguments) => {
  const report = await result(context, splitWords(rawArguments).words[0] ?? '');
  return report.ok
    ? { to: 'model', text: renderResult(report.value) }
    : { to: 'person', text: failureText(report.failure) };
};
