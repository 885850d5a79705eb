import type { Session } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { Counts } from './counts.ts';
import { live, recover } from './faults.ts';
import { cancelForsaken, removeSchedules, resumeEverything } from './people.ts';
import { expectRest } from './rest.ts';
import { openSession } from './session.ts';
import { World } from './world.ts';

/** What came of one history. */
export interface HistoryResult {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly counts: Counts;
  /** Records of its journal. */
  readonly records: number;
  /** What happened in it: records, processes that began and ended, signals, acts of people, faults, wake-ups. */
  readonly events: number;
  readonly log: readonly string[];
}

const BUSY_MS = [18_000, 44_000] as const;
const CALM_MS_MAX = 45 * 60_000;
const ACT_EVERY_MS = [50, 1_400] as const;

/**
 * Lives one history through: a busy time with faults, then a calm one in which everything must come to its end.
 * @param isLogged whether its log is kept, which takes its time
 */
export async function runHistory(seed: number, isLogged = false): Promise<HistoryResult> {
  const chance = chanceOf(seed);
  const world = new World(chance, isLogged);
  const { kernel, violations } = world;
  const isBroken = () => violations.found.length > 0;
  for (let count = chance.between(1, 2); count > 0; count--) world.sessions.push(openSession(world));
  const busyMs = chance.between(...BUSY_MS);
  const faultsPerAct = chance.pick([0.02, 0.05, 0.1, 0.2]);
  while (kernel.now < busyMs && !isBroken()) {
    live(world, faultsPerAct);
    await kernel.runUntil(kernel.now + chance.between(...ACT_EVERY_MS), isBroken);
    world.follower.follow();
  }
  await calmDown(world);
  if (!isBroken()) expectRest(world);
  world.counts.add('event: record', world.model.records);
  return {
    seed,
    violations: violations.found,
    counts: world.counts,
    records: world.model.records,
    events: world.counts.list('event').reduce((sum, [, count]) => sum + count, 0),
    log: world.log,
  };
}

/** No more faults, nothing new; whatever is paused is resumed. Ends when nothing is left to do. */
async function calmDown(world: World): Promise<void> {
  const { kernel, violations, model, machine } = world;
  const isBroken = () => violations.found.length > 0;
  world.isCalm = true;
  recover(world);
  // One who comes new hears what belongs to nobody any more.
  const until = kernel.now + CALM_MS_MAX;
  for (let round = 0; kernel.now < until && !isBroken(); round++) {
    if (round % 20 === 4) {
      while (world.sessions.length > 3)
        world.machine.end((world.sessions.shift() as Session).process, 0, null);
      world.sessions.push(openSession(world));
    }
    const [session] = world.sessions;
    if (session !== undefined) {
      kernel.after(0, session.actor, () => void resumeEverything(world, session));
      kernel.after(100, session.actor, () => void removeSchedules(world, session));
      kernel.after(200, session.actor, () => void cancelForsaken(world, session));
    }
    await kernel.runUntil(kernel.now + 15_000, isBroken);
    world.follower.follow();
    const isAllHeard =
      [...model.tasks.values()].every(({ phase, heard }) => phase === 'ended' && heard) &&
      [...model.raised.values()].every((heard) => heard);
    const supervisors = machine.living().filter(({ kind }) => kind === 'supervisor');
    if (isAllHeard && supervisors.length === 0) return;
  }
  if (isBroken()) return;
  for (const task of model.tasks.values()) {
    if (task.phase !== 'ended') violations.add('nothingLost', `${task.id} never ends: it is ${task.phase}`);
    else if (!task.heard) violations.add('notices', `nobody ever hears of ${task.id}`);
  }
  for (const [id, heard] of model.raised) if (!heard) violations.add('notices', `nobody ever hears of ${id}`);
  for (const { kind, pid } of machine.living()) {
    if (kind === 'supervisor')
      violations.add('leaves', `supervisor ${pid} stays though nothing is left to do`);
  }
}
