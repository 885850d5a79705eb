import { setTimeout as sleep } from 'node:timers/promises';
import { failureText } from '../domain/failure.ts';
import type { JournalState } from '../domain/state.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { answer, clipHookText } from '../entry/hook-io.ts';
import { readAttention, readWhole } from '../journal/attention.ts';
import { hasNews } from '../journal/journal.ts';
import { clientKind } from '../notices/client-kind.ts';
import type { ClientKind, StopDecision } from '../notices/stop-decision.ts';
import { decideStop } from '../notices/stop-decision.ts';
import { ownUnheard } from '../notices/unheard.ts';
import { isListening } from '../notices/wake-pipe.ts';
import { commandLineOf } from '../process/command-line.ts';
import { isAlive } from '../process/identity.ts';
import type { VerbContext } from '../verbs/context.ts';
import { markHeard, markTold } from '../verbs/hear.ts';
import { isSupervised, revive } from '../verbs/revive.ts';
import { fresh } from './fresh.ts';
import { noteForeign } from './note-foreign.ts';
import { settleSubagents } from './settle-subagents.ts';
import type { StopSettings } from './stop-settings.ts';
import { findDeliveries } from './transcript.ts';

const LOOK_EVERY_MS = 150;
// How long supervisors may be started without one that says it is there.
const UNWATCHED_MS = 15_000;
// Even without news, for a supervisor that has died.
const LOOK_AGAIN_MS = 5_000;

/**
 * Stop: the gate. It answers with nothing (the session may stop), with one continuation, or with a line for the
 * person; a one-shot session is held here for as long as its own work runs.
 */
export async function controlStop(
  context: VerbContext,
  input: HookInput,
  settings: StopSettings,
): Promise<void> {
  const client = clientKind(context.env, commandLineOf(context.asker.owner?.pid ?? 0));
  const holdUntil = context.now() + settings.holdMs;
  const isUnwatched = watchForSupervisor(context);
  // A session that is held goes on reading where it was: that costs only what is new.
  for (let look = readAttention; ; look = readWhole) {
    // A client that was killed leaves its hook behind, where nobody reads what it says.
    if (isOwnerGone(context)) return;
    const read = await look(context.journal);
    if (!read.ok) {
      answer({ systemMessage: `Outloop could not check its background tasks: ${failureText(read.failure)}` });
      return;
    }
    const unwatched = isUnwatched(read.value) ? 'each supervisor that is started ends at once' : null;
    const problem = settings.mode === 'off' ? null : (unwatched ?? (await revive(context, read.value)));
    if (problem !== null) {
      answer({
        systemMessage: `Outloop cannot watch over the open background tasks: ${problem}. Run: outloop doctor`,
      });
      return;
    }
    if (look === readAttention) await noteForeign(context, input, read.value);
    if (look === readAttention && (await settleSubagents(context, input, read.value)) > 0) continue;
    const underway = await settleDeliveries(context, input, read.value);
    const decision = decideStop({
      state: read.value,
      asker: context.asker,
      mode: settings.mode,
      client,
      heldOut: context.now() >= holdUntil,
      underway,
      isContinuation: input.stop_hook_active === true,
      canWake: canWake(context, client),
      now: context.now(),
    });
    if (decision.kind !== 'hold') {
      await giveAnswer(context, decision);
      return;
    }
    await newsOrLater(context, holdUntil);
  }
}

// One that is started says nothing until it is there. A session is not held for work that nobody is left to end.
function watchForSupervisor(context: VerbContext): (state: JournalState) => boolean {
  let since: number | null = null;
  return (state) => {
    since = state.open.size === 0 || isSupervised(state) ? null : (since ?? context.now());
    return since !== null && context.now() - since > UNWATCHED_MS;
  };
}

function isOwnerGone(context: VerbContext): boolean {
  const { owner } = context.asker;
  return owner !== null && !isAlive(owner);
}

async function giveAnswer(context: VerbContext, decision: Exclude<StopDecision, { kind: 'hold' }>) {
  switch (decision.kind) {
    case 'allow':
      return;
    case 'say':
      answer({ systemMessage: decision.text });
      await markTold(context, decision.tell);
      return;
    case 'continue':
      // Not `decision: block`: that reads as a fault of the hook, and the model would get the text twice.
      answer({
        hookSpecificOutput: { hookEventName: 'Stop', additionalContext: clipHookText(decision.text) },
      });
      await markTold(context, decision.tell);
      await markHeard(context, decision.hear, 'stop');
      return;
  }
}

// Some notices reached the model in the middle of this turn, or are in the client's queue for a turn of their own:
// those are not given again.
async function settleDeliveries(
  context: VerbContext,
  input: HookInput,
  state: JournalState,
): Promise<ReadonlySet<string>> {
  const unheard = ownUnheard(state, context.asker);
  const { delivered, queued } = findDeliveries(
    input.transcript_path,
    unheard.map(({ id }) => id),
  );
  await markHeard(context, delivered, 'monitor');
  return new Set([...delivered, ...queued, ...fresh(context, unheard)]);
}

// A supervisor lives or has just been started: `revive` has seen to that.
function canWake(context: VerbContext, client: ClientKind): boolean {
  const { owner } = context.asker;
  return client === 'attended' && owner !== null && isListening(`${context.paths.internal}/wake`, owner);
}

async function newsOrLater(context: VerbContext, holdUntil: number): Promise<void> {
  const until = Math.min(context.now() + LOOK_AGAIN_MS, holdUntil);
  while (context.now() < until && !hasNews(context.journal)) await sleep(LOOK_EVERY_MS);
}
