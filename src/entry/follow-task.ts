import type { VerbContext } from '../verbs/context.ts';
import { exitCodeOfEnd } from '../verbs/exit-code.ts';
import { follow } from '../verbs/follow.ts';
import { endPayload, endText } from '../verbs/wait.ts';
import { print, printFailure } from './run-command.ts';

/** `outloop follow ID`: prints until the task has ended, or until nobody reads any more. */
export async function followTask(context: VerbContext, id: string, json: boolean): Promise<void> {
  const say = (kind: string, payload: object, text: string) => {
    if (!print(1, json ? JSON.stringify({ kind, ...payload }) : text)) process.exit(0);
  };
  const ended = await follow(context, id, ({ kind, text }) =>
    say(kind, { text }, kind === 'waiting' ? `(${text})` : text),
  );
  if (!ended.ok) return printFailure(json, ended.failure);
  say('ended', endPayload(ended.value), endText(ended.value));
  process.exitCode = exitCodeOfEnd(ended.value.status);
}
