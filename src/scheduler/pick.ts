import type { AgentCaps, TaskAgent } from '../domain/agents.ts';
import { dependencyState } from '../domain/dependencies.ts';
import type { JournalState, OpenTask } from '../domain/state.ts';
import type { ClaimTable } from './claims.ts';
import { claimsOf, createClaimTable } from './claims.ts';
import { durationHistory, expectedDuration } from './expected-end.ts';
import { RETRY_WAIT_MS_MAX } from './retry-policy.ts';
import type { WaitReason } from './wait-reason.ts';

/** How much may run. Left out: no cap. */
export interface Capacity {
  /** Slots of the project. */
  readonly slots: number;
  /** How many tasks of an agent run at once. */
  readonly perAgent?: AgentCaps;
  /** Slots of the whole machine, and how many of them are left for now. */
  readonly machineSlots?: number | undefined;
  readonly machineFree?: number;
}

/** What one look at the queue needs. `open`, `ended` and `pauses` are those of the journal's state. */
export interface PickInput extends Pick<JournalState, 'open' | 'ended' | 'pauses'> {
  readonly capacity: Capacity;
  readonly now: number;
  /** Whether the worker's environment for a task is in memory, or it needs none. */
  readonly hasCredentials: (task: OpenTask) => boolean;
  /** True for a task that the state says to run, and of which nothing is left that would hold anything. */
  readonly isOver?: (task: OpenTask) => boolean;
  /** Another rule that keeps a task from starting now. */
  readonly hold?: (task: OpenTask) => WaitReason | null;
}

/** What to start now, in this order, and why each other queued task waits. */
export interface Picked {
  readonly start: readonly OpenTask[];
  readonly waiting: ReadonlyMap<string, WaitReason>;
}

/**
 * Decides which queued tasks start: by priority, then age, then the shortest first. Nobody overtakes a task that waits
 * for slots or for a claim by taking what it waits for: without that rule a heavy task would wait for ever. What is in
 * the way of one task alone (a dependency, a time, credentials, the cap of its agent) holds up nobody else.
 */
export function pick(input: PickInput): Picked {
  const waiting = new Map<string, WaitReason>();
  const ready: OpenTask[] = [];
  const table = createClaimTable();
  const room = createRoom(input.capacity);
  const holders = new Set<string>();
  for (const task of input.open.values()) {
    if (task.runner === 'subagent') {
      // It runs in its session: it takes no slot, but what it claims is taken.
      holders.add(task.id);
      table.add(task.id, claimsOf(task));
      continue;
    }
    if (task.phase === 'running') {
      if (input.isOver?.(task) !== true) hold(task, room, table, holders);
      continue;
    }
    const reason = ownReason(task, input);
    if (reason === null) ready.push(task);
    else waiting.set(task.id, reason);
  }
  const start: OpenTask[] = [];
  for (const task of inOrder(ready, input)) {
    const reason =
      room.full ?? room.capReason(task) ?? claimReason(task, table, holders) ?? room.slotReason(task);
    if (reason === null) {
      start.push(task);
      hold(task, room, table, holders);
    } else {
      waiting.set(task.id, reason);
    }
  }
  return { start, waiting };
}

/** What keeps a task from starting whatever else runs. */
function ownReason(task: OpenTask, input: PickInput): WaitReason | null {
  if (task.cancelRequestedAt !== undefined) return { kind: 'cancelling' };
  const dependencies = task.options.after === undefined ? MET : dependencyState(task);
  if (dependencies.kind === 'failed') {
    return { kind: 'dependency_failed', taskId: dependencies.taskId, status: dependencies.status };
  }
  const { emergency, queue } = input.pauses;
  if (emergency !== null) return { kind: 'paused', scope: 'emergency', reason: emergency };
  if (queue !== null) return { kind: 'paused', scope: 'queue', reason: queue };
  if (dependencies.kind === 'waiting') return { kind: 'dependencies', taskIds: dependencies.for };
  if (task.phase === 'queued' && task.notBefore !== undefined && isToCome(task.notBefore, input.now)) {
    return { kind: 'not_before', at: task.notBefore };
  }
  if (!input.hasCredentials(task)) return { kind: 'credentials', names: task.credentials };
  return input.hold?.(task) ?? null;
}

// One further off than any wait means that the clock was set back since.
function isToCome(at: number, now: number): boolean {
  return at > now && at - now <= RETRY_WAIT_MS_MAX;
}

const MET = { kind: 'met' } as const;

/** Tasks submitted within so many milliseconds count as equally old. */
const AGE_STEP_MS = 10_000;

function inOrder(ready: readonly OpenTask[], input: PickInput): OpenTask[] {
  const history = durationHistory(input.ended.values());
  const keyed = ready.map((task) => ({
    task,
    priority: task.options.priority ?? 0,
    age: Math.floor(task.submittedAt / AGE_STEP_MS),
    expected: expectedDuration(task, history) ?? Number.MAX_VALUE,
  }));
  keyed.sort(
    (a, b) =>
      b.priority - a.priority ||
      a.age - b.age ||
      a.expected - b.expected ||
      a.task.submittedAt - b.task.submittedAt ||
      (a.task.id < b.task.id ? -1 : 1),
  );
  return keyed.map(({ task }) => task);
}

function hold(task: OpenTask, room: Room, table: ClaimTable, holders: Set<string>): void {
  room.take(task);
  holders.add(task.id);
  table.add(task.id, claimsOf(task));
}

// Who waits for a claim stands in line for it: its claims count against everybody behind it.
function claimReason(task: OpenTask, table: ClaimTable, holders: ReadonlySet<string>): WaitReason | null {
  const claims = claimsOf(task);
  const conflict = table.conflict(claims);
  if (conflict === null) return null;
  table.add(task.id, claims);
  const { taskId, claim } = conflict;
  return { kind: 'claim', resource: claim.resource, taskId, isHeld: holders.has(taskId) };
}

/** The slots, as they fill up. */
interface Room {
  /** Why nobody else can start, once somebody has found no room. */
  full: WaitReason | null;
  readonly take: (task: OpenTask) => void;
  readonly capReason: (task: OpenTask) => WaitReason | null;
  readonly slotReason: (task: OpenTask) => WaitReason | null;
}

function createRoom({ slots, perAgent = {}, machineSlots = slots, machineFree }: Capacity): Room {
  let taken = 0;
  let free = machineFree ?? Number.POSITIVE_INFINITY;
  const running = new Map<TaskAgent, number>();
  // A task that asks for more than there is gets all there is.
  const needed = (task: OpenTask) => Math.min(task.options.slots ?? 1, slots, machineSlots);
  const room: Room = {
    full: null,
    take: (task) => {
      taken += needed(task);
      if (task.phase === 'queued') free -= needed(task);
      running.set(task.agent, (running.get(task.agent) ?? 0) + 1);
    },
    capReason: ({ agent }) => {
      const cap = perAgent[agent];
      return cap !== undefined && (running.get(agent) ?? 0) >= cap ? { kind: 'agent_cap', agent, cap } : null;
    },
    slotReason: (task) => {
      const need = needed(task);
      if (taken + need > slots) room.full = { kind: 'slots', taken, slots };
      else if (need > free) room.full = { kind: 'machine_slots' };
      return room.full;
    },
  };
  return room;
}
