import { failureText } from '../src/domain/failure.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { logs, renderLog } from '../src/verbs/logs.ts';
import { splitWords } from '../src/verbs/split-words.ts';

const LINES_SHOWN = 25;

/** `/outloop:logs [id]` */
export const run: CommandScript = async (context, rawArguments) => {
  const log = await logs(context, splitWords(rawArguments).words[0] ?? '', LINES_SHOWN);
  return { to: 'person', text: log.ok ? renderLog(log.value) : failureText(log.failure) };
};
