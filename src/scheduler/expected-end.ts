import type { EndedTask, OpenTask, TaskFacts } from '../domain/state.ts';

/** How long completed tasks of each kind took, in milliseconds, shortest first. */
export type DurationHistory = ReadonlyMap<string, readonly number[]>;

/** Below this many past tasks nothing is said. */
const KNOWN_MIN = 3;

/** Learns from ended tasks. Only completed ones count: a failure says nothing about how long the work takes. */
export function durationHistory(ended: Iterable<EndedTask>): DurationHistory {
  const history = new Map<string, number[]>();
  for (const task of ended) {
    if (task.status !== 'completed' || task.startedAt === null) continue;
    const kind = kindOf(task);
    const known = history.get(kind);
    if (known === undefined) history.set(kind, [task.durationMs]);
    else known.push(task.durationMs);
  }
  for (const durations of history.values()) durations.sort((a, b) => a - b);
  return history;
}

/** How long a task of this kind takes as a rule, in milliseconds; null when too few are known. */
export function expectedDuration(task: Kind, history: DurationHistory): number | null {
  const durations = history.get(kindOf(task)) ?? [];
  return durations.length < KNOWN_MIN ? null : middle(durations);
}

/**
 * About how many milliseconds a running task has left: the middle of those past ones that took longer than this one
 * has run. Null when too few are known, it has run longer than any of them, or it stands still.
 */
export function expectedEnd(task: OpenTask, history: DurationHistory, now: number): number | null {
  if (task.phase !== 'running' || task.pausedAt !== undefined || task.cancelRequestedAt !== undefined)
    return null;
  const durations = history.get(kindOf(task)) ?? [];
  if (durations.length < KNOWN_MIN) return null;
  const elapsed = now - task.startedAt;
  const longer = durations.filter((duration) => duration > elapsed);
  const expected = middle(longer);
  return expected === null ? null : expected - elapsed;
}

type Kind = Pick<TaskFacts, 'agent' | 'description'>;

// Two commands have nothing in common but the runner; two tasks of an agent do.
function kindOf({ agent, description }: Kind): string {
  return agent === 'command' ? `command ${description}` : agent;
}

function middle(sorted: readonly number[]): number | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
