import { failureText } from '../domain/failure.ts';
import type { JournalState } from '../domain/state.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { answer, clipHookText } from '../entry/hook-io.ts';
import { readAttention } from '../journal/attention.ts';
import type { Notice } from '../notices/notice.ts';
import { isMachinePrompt, noticesIn, noticeText } from '../notices/notice-text.ts';
import { ownUnheard } from '../notices/unheard.ts';
import type { VerbContext } from '../verbs/context.ts';
import { markHeard } from '../verbs/hear.ts';
import { revive } from '../verbs/revive.ts';
import { fresh } from './fresh.ts';
import { findDeliveries } from './transcript.ts';

/**
 * UserPromptSubmit: a prompt that the client made of a monitor line proves that the notices in it were heard; any
 * prompt carries the ends that this session has not heard yet.
 */
export async function submitPrompt(context: VerbContext, input: HookInput): Promise<void> {
  const read = await readAttention(context.journal);
  if (!read.ok) {
    answer({ systemMessage: `Outloop could not check its background tasks: ${failureText(read.failure)}` });
    return;
  }
  const prompt = input.prompt ?? '';
  const proven = isMachinePrompt(prompt) ? provenBy(prompt, read.value) : [];
  const unheard = mayBeBlocked(prompt) ? [] : untold(context, input, read.value, proven);
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

// A line of our monitor carries the marks; the client's own notification of a subagent carries the client's id of it.
function provenBy(prompt: string, state: JournalState): string[] {
  const [, clientId = ''] = /<task-id>([\w-]{1,80})<\/task-id>/.exec(prompt) ?? [];
  const own = [...state.ended.values()].filter(
    (task) => task.subagentId !== undefined && task.subagentId === clientId,
  );
  return [...new Set([...noticesIn(prompt), ...own.map(({ id }) => id)])];
}

// What the client has in its queue, or is about to, comes by itself: a second telling would cost a turn.
function untold(
  context: VerbContext,
  input: HookInput,
  state: JournalState,
  proven: readonly string[],
): Notice[] {
  const unheard = ownUnheard(state, context.asker).filter((task) => !proven.includes(task.id));
  const { queued } = findDeliveries(
    input.transcript_path,
    unheard.map(({ id }) => id),
  );
  const underway = new Set([...queued, ...fresh(context, unheard)]);
  return unheard.filter((task) => !underway.has(task.id));
}

// Our own commands are expanded after this hook, and most of them end there: what was added here would be lost.
function mayBeBlocked(prompt: string): boolean {
  return /^\s*\/(outloop:|background\b)/.test(prompt);
}
