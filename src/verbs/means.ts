import { loadSettings } from '../config/load-config.ts';
import type { JournalState } from '../domain/state.ts';
import type { LimitName } from '../limits/limit-table.ts';
import { type ContainmentMeans, limitMeans, probeContainment } from '../process/containment.ts';
import { readAttemptCard } from '../supervisor/attempt-card.ts';
import { STRONGEST } from '../supervisor/strongest-means.ts';
import type { VerbContext } from './context.ts';

/** By what means workers are kept together here, and each limit is enforced; part of the `--json` output. */
export interface Means {
  readonly containment: ContainmentMeans;
  readonly limits: Readonly<Record<LimitName, string>>;
}

/**
 * The means that hold on this machine: those of a task that runs, else those that would be used. Finding out the latter
 * starts a few small processes.
 * @param probe whether to do that; without it nothing is known while nothing runs
 */
export async function meansHere(
  context: VerbContext,
  state: JournalState,
  probe: boolean,
): Promise<Means | null> {
  for (const task of state.open.values()) {
    if (task.phase !== 'running') continue;
    const card = readAttemptCard(context.paths.internal, task.id, task.attempt);
    if (card?.containment !== undefined) return meansOf(card.containment);
  }
  if (!probe) return null;
  const settings = await loadSettings(context.paths, context.env);
  return meansOf(probeContainment(STRONGEST[settings.ok ? settings.value.containment : 'auto']));
}

/** What each limit rests on. */
export function meansOf(containment: ContainmentMeans): Means {
  const tree = limitMeans(containment, {});
  const hasMore = limitMeans(containment, { dataBytes: 1 }) !== tree;
  const live = 'watched live by the supervisor';
  return {
    containment,
    limits: {
      timeout_ms: live,
      silence_ms: live,
      max_turns: 'held by the client',
      budget_usd: 'watched live by the supervisor, and held by the client',
      tokens: live,
      output_bytes: live,
      memory_bytes: hasMore ? `${tree}; one below the default also by prlimit, for each process` : tree,
      cpu_percent: tree,
      processes: tree,
    },
  };
}

/** The means in two sentences. */
export function meansWords({ containment, limits }: Means): string {
  const kept =
    containment === 'process group' ? 'a process group, searched for survivors' : `a ${containment}`;
  return `Workers are kept in ${kept}. Memory, CPU and processes: ${limits.cpu_percent}; time, silence, output, tokens and money: watched live; turns: held by the client.`;
}
