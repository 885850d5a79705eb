import type { EndedTask, JournalState, OpenTask } from '../../src/domain/state.ts';
import { initialState } from '../../src/domain/state.ts';

/** The owner that tests ask as. */
export const OWNER = { pid: 4242, start: 'boot:1' };

/** An open task of `OWNER`, queued unless said otherwise. */
export function openTask(id: string, more: Partial<OpenTask> = {}): OpenTask {
  return {
    phase: 'queued',
    id,
    agent: 'researcher',
    description: 'analyze the importer',
    sessionId: 's-1',
    owner: OWNER,
    options: { timeout_ms: 60_000 },
    credentials: [],
    submittedAt: 1_000,
    ...more,
  } as OpenTask;
}

/** A completed, unheard task of `OWNER`. */
export function endedTask(id: string, more: Partial<EndedTask> = {}): EndedTask {
  return {
    id,
    agent: 'researcher',
    description: 'analyze the importer',
    sessionId: 's-1',
    owner: OWNER,
    submittedAt: 1_000,
    startedAt: 2_000,
    endedAt: 63_000,
    durationMs: 61_000,
    status: 'completed',
    summary: 'Two errors are swallowed.',
    resultsLocation: `reports/background/completed/${id}`,
    usage: null,
    workerSessionId: null,
    heard: false,
    ...more,
  };
}

/** A state that holds these tasks. */
export function stateWith(open: readonly OpenTask[], ended: readonly EndedTask[] = []): JournalState {
  const state = initialState();
  for (const task of open) state.open.set(task.id, task);
  for (const task of ended) state.ended.set(task.id, task);
  return state;
}
