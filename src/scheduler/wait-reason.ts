import type { TaskAgent } from '../domain/agents.ts';
import type { EndStatus } from '../domain/events.ts';
import { unreachable } from '../domain/invariant.ts';
import type { JournalState } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { durationHistory, expectedEnd } from './expected-end.ts';

/** Why a queued task does not run yet. */
export type WaitReason =
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'paused'; readonly scope: 'queue' | 'emergency'; readonly reason: string }
  /** It can never start: a task that had to complete did not. */
  | { readonly kind: 'dependency_failed'; readonly taskId: string; readonly status: EndStatus }
  | { readonly kind: 'dependencies'; readonly taskIds: readonly string[] }
  /** After a failed attempt. Milliseconds since the epoch. */
  | { readonly kind: 'not_before'; readonly at: number }
  | { readonly kind: 'credentials'; readonly names: readonly string[] }
  /** Somebody else's rule, such as a budget that is spent. */
  | { readonly kind: 'held'; readonly words: string; readonly until: number | null }
  | { readonly kind: 'agent_cap'; readonly agent: TaskAgent; readonly cap: number }
  | { readonly kind: 'claim'; readonly resource: string; readonly taskId: string; readonly isHeld: boolean }
  | { readonly kind: 'slots'; readonly taken: number; readonly slots: number }
  | { readonly kind: 'machine_slots' };

/** A wait for people. `until`: when it may change, in milliseconds since the epoch; null when nobody knows. */
export interface WaitWords {
  readonly text: string;
  readonly until: number | null;
}

/** Puts a reason into words, with what is known of when it may change. */
export function describeWait(reason: WaitReason, state: JournalState, now: number): WaitWords {
  const soonest = (ids: Iterable<string>) => soonestEnd(ids, state, now);
  switch (reason.kind) {
    case 'cancelling':
      return { text: 'being cancelled', until: null };
    case 'paused':
      return { text: `paused: ${reason.reason}; outloop resume`, until: null };
    case 'dependency_failed':
      return { text: `ends: ${shortId(reason.taskId)} ${wordsOf(reason.status)}`, until: null };
    case 'dependencies':
      return {
        text: `waiting for ${reason.taskIds.map(shortId).join(', ')}`,
        until: reason.taskIds.length === 1 ? soonest(reason.taskIds) : null,
      };
    case 'not_before':
      return { text: `starts ${clock(reason.at)}`, until: reason.at };
    case 'credentials':
      return { text: 'waiting for credentials of its session', until: null };
    case 'held':
      return { text: reason.words, until: reason.until };
    case 'agent_cap':
      return {
        text: `queued: ${reason.cap} of ${reason.cap} ${reason.agent} tasks run`,
        until: soonest(runningOf(state, reason.agent)),
      };
    case 'claim': {
      const how = reason.isHeld ? 'held by' : 'wanted before by';
      const until = reason.isHeld ? soonest([reason.taskId]) : null;
      return { text: `claims ${reason.resource}, ${how} ${shortId(reason.taskId)}`, until };
    }
    case 'slots':
      return { text: `queued: ${reason.taken} of ${reason.slots} slots`, until: soonest(state.open.keys()) };
    case 'machine_slots':
      return { text: 'queued: no free slot on this machine, or others came before', until: null };
    default:
      return unreachable(reason);
  }
}

function soonestEnd(ids: Iterable<string>, state: JournalState, now: number): number | null {
  const history = durationHistory(state.ended.values());
  let soonest: number | null = null;
  for (const id of ids) {
    const task = state.open.get(id);
    const left = task === undefined ? null : expectedEnd(task, history, now);
    if (left !== null && (soonest === null || now + left < soonest)) soonest = now + left;
  }
  return soonest;
}

function* runningOf(state: JournalState, agent: TaskAgent): Generator<string> {
  for (const task of state.open.values()) if (task.agent === agent) yield task.id;
}

function wordsOf(status: EndStatus): string {
  return status.replace('_', ' ');
}

/** Local time of day, `02:30`. */
function clock(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
