import type { GateMode } from '../config/fields.ts';
import { ownerKey } from '../domain/evolve.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import { shortDuration } from '../domain/units.ts';
import { isRaised, type Notice } from './notice.ts';
import { noticeText } from './notice-text.ts';
import { askForCalls, askForStop } from './subagent-text.ts';
import type { Asker } from './unheard.ts';
import { ownOpen, ownUnheard } from './unheard.ts';

/** What kind of client wants to stop: only a one-shot one is gone for good afterwards. */
export type ClientKind = 'attended' | 'streamed' | 'one-shot';

/** What the gate does with a stop. Ids in `tell` and `hear` are to be journalled once the answer is given. */
export type StopDecision =
  | { readonly kind: 'allow' }
  /** Ask again when something has ended. */
  | { readonly kind: 'hold' }
  | {
      readonly kind: 'continue';
      readonly text: string;
      readonly tell: readonly string[];
      readonly hear: readonly string[];
    }
  /** The session may stop; a person reads this line. */
  | { readonly kind: 'say'; readonly text: string; readonly tell: readonly string[] };

/** What the decision is taken from. */
export interface StopQuestion {
  readonly state: JournalState;
  readonly asker: Asker;
  readonly mode: GateMode;
  readonly client: ClientKind;
  /** True once the hook has held for as long as `gate_hold_ms` allows. */
  readonly heldOut: boolean;
  /** Notices that the session is hearing of by another way right now. */
  readonly underway: ReadonlySet<string>;
  /** True when the session goes on from this hook already. */
  readonly isContinuation?: boolean;
  /** True when an idle session would be woken: its monitor listens and a supervisor lives. */
  readonly canWake: boolean;
  readonly now: number;
}

/**
 * Decides about one stop. A one-shot client is held until all its own work has ended and gets everything in one
 * continuation. An attended or streamed one goes on only for ends that it has not heard, and once per task that it
 * has not been told is open.
 */
export function decideStop(question: StopQuestion): StopDecision {
  const { state, asker } = question;
  const mode = effectiveMode(question.mode, question.client);
  if (mode === 'off') return { kind: 'allow' };
  const { open, subagents } = splitOpen(ownOpen(state, asker));
  const ended = ownUnheard(state, asker).filter((task) => !question.underway.has(task.id));
  const key = ownerKey(asker.owner, asker.sessionId);
  const isUntold = (task: OpenTask) => !(state.told.get(task.id) ?? []).includes(key);
  const uncalled = subagents.filter((task) => task.phase === 'queued' && isUntold(task));
  const toStop = question.isContinuation === true ? [] : subagents.filter(isToStop);
  const asks = [...(uncalled.length === 0 ? [] : [askForCalls(uncalled)]), ...toStop.map(stopText)];
  if (mode === 'hold' && open.length > 0 && !question.heldOut && asks.length === 0) {
    // What was raised is waited for now: it does not wait for the end of what goes on.
    if (!ended.some(isRaised)) return { kind: 'hold' };
    return { kind: 'continue', text: noticeText(ended), tell: [], hear: ended.map(({ id }) => id) };
  }

  const gained = open.filter(isUntold);
  if (ended.length === 0 && gained.length === 0 && asks.length === 0) return { kind: 'allow' };
  const tell = [...gained, ...uncalled].map((task) => task.id);
  if (mode === 'tell' && ended.length === 0 && gained.length > 0) {
    return { kind: 'say', text: openLines(open, question.now), tell };
  }
  return {
    kind: 'continue',
    text: [...asks, continuationText(question, open, ended, gained)]
      .filter((part) => part !== '')
      .join('\n\n'),
    tell,
    hear: ended.map((task) => task.id),
  };
}

// A subagent of the session is the client's own: it waits for it and tells the session of its end by itself. So it is
// no reason to hold or to tell, unless the call that starts it has not been made.
function splitOpen(own: readonly OpenTask[]): { open: OpenTask[]; subagents: OpenTask[] } {
  return {
    open: own.filter((task) => task.runner !== 'subagent'),
    subagents: own.filter((task) => task.runner === 'subagent'),
  };
}

function isToStop(task: OpenTask): boolean {
  return task.phase === 'running' && task.subagentId !== undefined && task.cancelRequestedAt !== undefined;
}

function stopText(task: OpenTask): string {
  return task.phase === 'running' ? askForStop(task, task.subagentId ?? '') : '';
}

// `auto` is what each kind of client is served best with; a person's own choice holds for all of them.
function effectiveMode(mode: GateMode, client: ClientKind): Exclude<GateMode, 'auto'> {
  if (mode !== 'auto') return mode;
  return client === 'one-shot' ? 'hold' : 'once';
}

function continuationText(
  question: StopQuestion,
  open: readonly OpenTask[],
  ended: readonly Notice[],
  gained: readonly OpenTask[],
): string {
  const parts: string[] = [];
  if (ended.length > 0) parts.push(noticeText(ended));
  if (question.heldOut && open.length > 0) {
    parts.push(
      `Outloop has held this session as long as configured. Still open:\n${openLines(open, question.now)}`,
    );
  } else if (gained.length > 0) {
    parts.push(`${openLines(open, question.now)}\n${promise(question)}`);
  }
  return parts.join('\n\n');
}

// A wake-up is promised only where something would deliver it.
function promise({ canWake, client }: StopQuestion): string {
  if (canWake) return 'Their ends will wake this session. Nothing needs to be done or polled for them now.';
  if (client === 'streamed') {
    return 'Their ends are told with the next prompt of this session. Nothing needs to be polled for them now.';
  }
  return 'Their ends are told with the next prompt, or when a session starts here. Nothing needs to be polled now.';
}

function openLines(open: readonly OpenTask[], now: number): string {
  const agents = open.map((task) => task.agent).join(', ');
  const lines = open.map(
    (task) => `- ${task.id} (${task.phase}, ${shortDuration(now - task.submittedAt)}): ${task.description}`,
  );
  return [`Background Tasks: ${open.length} active (${agents})`, ...lines].join('\n');
}
