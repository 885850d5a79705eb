import { failureText } from '../domain/failure.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { answer, clipHookText } from '../entry/hook-io.ts';
import { readState } from '../journal/journal.ts';
import { isMachinePrompt, noticesIn, noticeText } from '../notices/notice-text.ts';
import { ownUnheard } from '../notices/unheard.ts';
import type { VerbContext } from '../verbs/context.ts';
import { markHeard } from '../verbs/hear.ts';
import { revive } from '../verbs/revive.ts';

/**
 * UserPromptSubmit: a prompt that the client made of a monitor line proves that the notices in it were heard; any
 * prompt carries the ends that this session has not heard yet.
 */
export async function submitPrompt(context: VerbContext, input: HookInput): Promise<void> {
  const read = readState(context.journal);
  if (!read.ok) {
    answer({ systemMessage: `Outloop could not check its background tasks: ${failureText(read.failure)}` });
    return;
  }
  const prompt = input.prompt ?? '';
  const proven = isMachinePrompt(prompt) ? noticesIn(prompt) : [];
  const unheard = ownUnheard(read.value, context.asker).filter((task) => !proven.includes(task.id));
  const problem = await revive(context, read.value);
  if (unheard.length > 0 || problem !== null) {
    answer({
      ...(problem === null ? {} : { systemMessage: `Outloop: ${problem}. Run: outloop doctor` }),
      ...(unheard.length === 0
        ? {}
        : {
            hookSpecificOutput: {
              hookEventName: 'UserPromptSubmit',
              additionalContext: clipHookText(noticeText(unheard)),
            },
          }),
    });
  }
  await markHeard(context, proven, 'monitor');
  await markHeard(
    context,
    unheard.map((task) => task.id),
    'prompt',
  );
}
