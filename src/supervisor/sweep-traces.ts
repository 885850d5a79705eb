import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalState } from '../domain/state.ts';
import { attemptsFolder } from './attempt-card.ts';
import type { SupervisorContext } from './context.ts';

/** Removes what a supervisor before this one left of attempts that are over: it may have died behind their last line. */
export function sweepTraces(context: SupervisorContext, state: JournalState): void {
  const { streams } = context.runtime;
  const cards = attemptsFolder(context.paths.internal);
  const running = [...state.open.values()].flatMap((task) =>
    task.phase === 'running' ? [{ card: `${task.id}.json`, stream: `${task.id}.${task.attempt}.` }] : [],
  );
  for (const name of namesIn(cards)) {
    if (!running.some(({ card }) => name === card)) rmSync(join(cards, name), { force: true });
  }
  for (const name of namesIn(streams)) {
    if (!running.some(({ stream }) => name.startsWith(stream))) rmSync(join(streams, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
