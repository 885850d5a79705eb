import type { EndedTask, JournalState, OpenTask } from '../domain/state.ts';
import { formatCost, shortDuration } from '../domain/units.ts';
import { durationHistory, expectedEnd } from '../scheduler/expected-end.ts';

/**
 * The part of a status line that Outloop fills: `2 bg · coder 67% · $0.41`. How many tasks are open, how far the one is
 * that ends first (how long it has run, where nobody can know), and what this session's tasks have cost so far.
 * @returns an empty text where nothing is open and no end is unheard
 */
export function statusLine(state: JournalState, sessionId: string, now: number): string {
  const open = [...state.open.values()];
  const ended = [...state.ended.values()];
  const unheard = ended.filter((task) => !task.heard && task.sessionId === sessionId).length;
  if (open.length === 0 && unheard === 0) return '';
  const cost = ended.reduce((sum, task) => sum + costOf(task, sessionId), 0);
  return [
    ...(open.length === 0 ? [] : [`${open.length} bg`]),
    ...(unheard === 0 ? [] : [`${unheard} ended`]),
    ...progressWords(open, ended, now),
    ...(cost === 0 ? [] : [formatCost(cost)]),
  ].join(' · ');
}

function costOf(task: EndedTask, sessionId: string): number {
  return task.sessionId === sessionId ? (task.usage?.cost_usd ?? 0) : 0;
}

function progressWords(open: readonly OpenTask[], ended: readonly EndedTask[], now: number): string[] {
  const history = durationHistory(ended);
  const running = open
    .filter((task) => task.phase === 'running')
    .map((task) => ({
      task,
      ranMs: Math.max(0, now - task.startedAt),
      leftMs: expectedEnd(task, history, now) ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.leftMs - b.leftMs || b.ranMs - a.ranMs);
  const [first] = running;
  if (first === undefined) return [];
  const { task, ranMs, leftMs } = first;
  if (task.pausedAt !== undefined) return [`${task.agent} paused`];
  // It is a guess, so it never says that the work is done.
  const share = Math.min(99, Math.floor((100 * ranMs) / (ranMs + leftMs)));
  return [
    leftMs === Number.POSITIVE_INFINITY ? `${task.agent} ${shortDuration(ranMs)}` : `${task.agent} ${share}%`,
  ];
}
