import type { JournalState, OpenTask } from '../../src/domain/state.ts';
import { pick } from '../../src/scheduler/pick.ts';
import { describeWait, type WaitReason } from '../../src/scheduler/wait-reason.ts';
import { nextWakeUp } from '../../src/schedules/due.ts';
import type { SimulatedSupervisor } from './cast.ts';
import type { World } from './world.ts';

/** How long something that nothing keeps waiting may wait all the same: looks, starts and ends take their time. */
const STUCK_MS = 20_000;
/** How long a limit may be exceeded before the attempt is ended: a look, the grace, the kill. */
const OVERDUE_MS = 15_000;

/**
 * Checks what a supervisor leaves behind as it begins to wait: every waiting task has a reason that is true, somebody
 * will look again in time, and nothing runs beyond its limits.
 */
export function checkWaiting(world: World, supervisor: SimulatedSupervisor, timeoutMs: number): void {
  world.counts.add('look');
  world.follower.follow();
  const { context, process } = supervisor;
  const state = world.follower.state();
  if (state?.supervisor?.epoch !== context.epoch || !process.alive) return;
  const isOpen = state.open.size > 0;
  const soonest = nextWakeUp(state, context.now());
  const untilDue = soonest === null ? Number.POSITIVE_INFINITY : soonest - context.now();
  const isInTime = timeoutMs <= (isOpen ? 1_000 : Math.max(1_000, Math.min(20_000, untilDue + 1)));
  world.violations.expect(
    isInTime,
    'reasons',
    () => `the next look is in ${timeoutMs} ms, due in ${untilDue}`,
  );
  // A look in three is enough: what is not so stays so.
  if (isOpen && world.counts.of('look') % 3 === 0) checkReasons(world, supervisor, state);
  checkLimits(world, supervisor, state);
}

function checkReasons(world: World, { context, freshAt }: SimulatedSupervisor, state: JournalState): void {
  const now = context.now();
  const { waiting } = pick({
    open: state.open,
    ended: state.ended,
    pauses: state.pauses,
    capacity: { ...world.settings, machineFree: Number.POSITIVE_INFINITY },
    now,
    hasCredentials: (task) => task.credentials.length === 0 || context.handoffs.has(task.id),
  });
  for (const task of state.open.values()) {
    if (task.phase !== 'queued') {
      world.stuckSince.delete(task.id);
      continue;
    }
    const reason = waiting.get(task.id);
    if (reason === undefined || isForTheSupervisor(reason)) {
      const since = Math.max(world.stuckSince.get(task.id) ?? world.kernel.now, freshAt, world.troubledUntil);
      world.stuckSince.set(task.id, since);
      const isStuck = world.kernel.now - since > STUCK_MS && !world.mayBeHeld(task);
      world.violations.expect(
        !isStuck,
        'slots',
        () => `${task.id} waits for nothing (${reason?.kind ?? 'ready'})`,
      );
      continue;
    }
    world.stuckSince.delete(task.id);
    const { text } = describeWait(reason, state, now);
    const isTrue = text !== '' && isStillTrue(reason, state, task, now);
    world.violations.expect(isTrue, 'reasons', () => `${task.id} waits, "${text}", and that is not so`);
    world.counts.add(`wait: ${reason.kind}`);
  }
}

/** What the supervisor itself resolves at one of its next looks. */
function isForTheSupervisor({ kind }: WaitReason): boolean {
  return kind === 'cancelling' || kind === 'dependency_failed';
}

function isStillTrue(reason: WaitReason, state: JournalState, task: OpenTask, now: number): boolean {
  switch (reason.kind) {
    case 'paused':
      return state.pauses[reason.scope] !== null;
    case 'dependencies':
      return reason.taskIds.length > 0 && reason.taskIds.every((id) => state.open.has(id));
    case 'not_before':
      return reason.at > now;
    case 'credentials':
      return task.credentials.length > 0;
    case 'agent_cap':
      return [...state.open.values()].some(({ agent }) => agent === reason.agent);
    case 'claim':
      return reason.taskId !== task.id && state.open.has(reason.taskId);
    case 'slots':
      return [...state.open.values()].some(({ phase, id }) => phase === 'running' || id !== task.id);
    default:
      return true;
  }
}

function checkLimits(world: World, { context, freshAt }: SimulatedSupervisor, state: JournalState): void {
  const fresh = Math.max(freshAt, world.troubledUntil);
  if (world.kernel.now - fresh < OVERDUE_MS) return;
  for (const task of state.open.values()) {
    if (task.phase !== 'running' || task.pausedAt !== undefined) continue;
    const worked = world.workers.workedMs(task.id, task.attempt);
    if (worked === null) continue;
    const over = worked - task.options.timeout_ms;
    world.violations.expect(
      over < OVERDUE_MS,
      'limits',
      () =>
        `${task.id} runs ${Math.round(over)} ms beyond its time, pid ${context.running.get(task.id)?.leader?.pid}`,
    );
  }
}
