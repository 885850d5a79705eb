import { failureText } from '../domain/failure.ts';
import type { JournalState } from '../domain/state.ts';
import { answer, clipHookText } from '../entry/hook-io.ts';
import { readAttention, readWhole } from '../journal/attention.ts';
import { startText } from '../notices/start-text.ts';
import { othersUnheard, ownUnheard } from '../notices/unheard.ts';
import { sweepWakePipes } from '../notices/wake-pipe.ts';
import { identityOf, isAlive } from '../process/identity.ts';
import type { VerbContext } from '../verbs/context.ts';
import { markHeard } from '../verbs/hear.ts';
import { revive } from '../verbs/revive.ts';
import { lastProgress } from '../workspace/last-progress.ts';

/**
 * SessionStart: what is open here, and every end that nobody has heard. Ends of a living owner are shown but stay
 * unheard, because that owner will still be told.
 */
export async function primeStart(context: VerbContext): Promise<void> {
  const read = await readAttention(context.journal);
  if (!read.ok) {
    answer({ systemMessage: `Outloop could not check its background tasks: ${failureText(read.failure)}` });
    return;
  }
  sweepWakePipes(`${context.paths.internal}/wake`, (pid) => identityOf(pid) !== null);
  const orphans = await endOrphansOf(context, read.value);
  const again = orphans > 0 ? await readWhole(context.journal) : read;
  const state = again.ok ? again.value : read.value;
  const own = ownUnheard(state, context.asker);
  const others = othersUnheard(state, context.asker, (owner) => !isAlive(owner));
  const text = startText({
    open: [...state.open.values()],
    progressOf: (task) => lastProgress(context.paths, task),
    unheard: [...own, ...others.orphaned, ...others.owned],
    now: context.now(),
  });
  const problem = await revive(context, state);
  if (text !== '' || problem !== null) {
    answer({
      ...(problem === null ? {} : { systemMessage: `Outloop: ${problem}. Run: outloop doctor` }),
      hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: clipHookText(text) },
    });
  }
  await markHeard(
    context,
    [...own, ...others.orphaned].map((task) => task.id),
    'start',
  );
}

// What ran inside a session that was killed is nobody's any more.
async function endOrphansOf(context: VerbContext, state: JournalState): Promise<number> {
  if (![...state.open.values()].some((task) => task.runner === 'subagent')) return 0;
  const { endOrphans } = await import('../ending/end-orphans.ts');
  const { endingOf } = await import('./ending-of.ts');
  return (await endOrphans(endingOf(context), state, isAlive)).length;
}
