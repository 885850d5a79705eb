import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TASK_AGENTS } from '../../../src/domain/agents.ts';
import { dependentsOf } from '../../../src/domain/dependencies.ts';
import type { JournalState, OpenTask } from '../../../src/domain/state.ts';
import type { Claim } from '../../../src/domain/task-options.ts';
import { claimsOf } from '../../../src/scheduler/claims.ts';
import { failedDependents } from '../../../src/scheduler/failed-dependents.ts';
import { pick } from '../../../src/scheduler/pick.ts';
import { describeWait } from '../../../src/scheduler/wait-reason.ts';
import { openTask, stateWith } from '../build-state.ts';

const PATHS = ['.', 'src', 'src/auth', 'src/auth/login.ts', 'src/authors', 'docs'];
const END = ['completed', 'failed', 'cancelled'] as const;

const claim: fc.Arbitrary<Claim> = fc.record({
  resource: fc.constantFrom(...PATHS.map((path) => `path:${path}`), 'port:3000', 'db:main'),
  mode: fc.constantFrom('shared', 'exclusive'),
});

interface Draft {
  readonly agent: (typeof TASK_AGENTS)[number];
  readonly isRunning: boolean;
  readonly isCancelled: boolean;
  readonly hasKey: boolean;
  readonly submittedAt: number;
  readonly priority: number;
  readonly slots: number;
  readonly claims: readonly Claim[];
  readonly after: readonly { at: number; on: 'success' | 'end'; end: (typeof END)[number] | null }[];
  readonly notBefore: number | undefined;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  agent: fc.constantFrom(...TASK_AGENTS),
  isRunning: fc.boolean(),
  isCancelled: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
  hasKey: fc.integer({ max: 9, min: 0 }).map((n) => n > 0),
  submittedAt: fc.integer({ min: 0, max: 60_000 }),
  priority: fc.integer({ min: -2, max: 2 }),
  slots: fc.integer({ min: 1, max: 3 }),
  claims: fc.array(claim, { maxLength: 2 }),
  after: fc.array(
    fc.record({
      at: fc.nat({ max: 30 }),
      on: fc.constantFrom('success', 'end'),
      end: fc.constantFrom(...END, null),
    }),
    { maxLength: 2 },
  ),
  notBefore: fc.constantFrom(undefined, undefined, undefined, 50_000, 2_000_000),
});

const world = fc.record({
  drafts: fc.array(draft, { maxLength: 30 }),
  slots: fc.integer({ min: 1, max: 8 }),
  machineFree: fc.integer({ min: 0, max: 8 }),
  cap: fc.integer({ min: 1, max: 3 }),
  isPaused: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
});

const NOW = 1_000_000;

/** A state in which what runs was rightly started: no two of them claim the same, and the slots suffice. */
function stateOf(drafts: readonly Draft[], slots: number, isPaused: boolean): JournalState {
  const tasks: OpenTask[] = [];
  let taken = 0;
  drafts.forEach((one, at) => {
    const id = `task-${String(at).padStart(4, '0')}`;
    const after = one.after
      .filter((dependency) => dependency.at < at)
      .map((dependency) => ({ ...dependency, task_id: `task-${String(dependency.at).padStart(4, '0')}` }));
    const options = {
      timeout_ms: 60_000,
      priority: one.priority,
      slots: one.slots,
      claims: [...one.claims],
      ...(one.isRunning ? {} : { after: after.map(({ task_id, on }) => ({ task_id, on })) }),
    };
    const settled = Object.fromEntries(
      after.flatMap(({ task_id, end }) => (end === null ? [] : [[task_id, end]])),
    );
    const shared = {
      agent: one.agent,
      submittedAt: one.submittedAt,
      options,
      credentials: one.hasKey ? [] : ['KEY'],
      ...(one.isCancelled ? { cancelRequestedAt: 1 } : {}),
    };
    const need = Math.min(one.slots, slots);
    const fits =
      taken + need <= slots && tasks.every((other) => other.phase === 'queued' || !clash(shared, other));
    if (one.isRunning && fits) {
      taken += need;
      const run = { phase: 'running', attempt: 1, epoch: 1, startedAt: 1, workerSessionId: 'w' } as const;
      tasks.push(openTask(id, { ...shared, ...run }));
    } else {
      const wait = one.notBefore === undefined ? {} : { notBefore: one.notBefore };
      tasks.push(openTask(id, { ...shared, ...wait, settled }));
    }
  });
  const state = stateWith(tasks);
  for (const [id, ids] of dependentsOf(tasks)) state.dependents.set(id, ids);
  if (isPaused) state.pauses = { ...state.pauses, queue: 'lunch' };
  return state;
}

test('whatever the queue: never over the slots, no two claims in conflict, a reason for all who wait', () => {
  fc.assert(
    fc.property(world, ({ drafts, slots, machineFree, cap, isPaused }) => {
      const state = stateOf(drafts, slots, isPaused);
      const { open, ended, pauses } = state;
      const capacity = { slots, machineFree, perAgent: { researcher: cap } };
      const hasCredentials = (task: OpenTask) => task.credentials.length === 0;
      const { start, waiting } = pick({ open, ended, pauses, capacity, now: NOW, hasCredentials });

      const before = [...open.values()].filter(({ phase }) => phase === 'running');
      const after = [...before, ...start];
      const need = (tasks: readonly OpenTask[]) =>
        tasks.reduce((sum, { options }) => sum + Math.min(options.slots ?? 1, slots), 0);
      expect(need(after)).toBeLessThanOrEqual(slots);
      expect(need(start)).toBeLessThanOrEqual(machineFree);
      const researchers = (tasks: readonly OpenTask[]) =>
        tasks.filter(({ agent }) => agent === 'researcher').length;
      expect(researchers(after)).toBeLessThanOrEqual(Math.max(cap, researchers(before)));
      for (const [at, one] of after.entries())
        for (const other of after.slice(at + 1))
          expect(clash(one, other), `${one.id} ${other.id}`).toBe(false);

      const queued = [...open.values()].filter(({ phase }) => phase === 'queued');
      expect(start.length + waiting.size).toBe(queued.length);
      for (const task of queued) {
        const reason = waiting.get(task.id);
        if (reason === undefined) expect(start).toContain(task);
        else expect(describeWait(reason, state, NOW).text).toMatch(/\S/);
      }
      for (const task of start) {
        expect(isPaused || task.cancelRequestedAt !== undefined || task.credentials.length > 0).toBe(false);
        for (const { task_id, on } of task.options.after ?? []) {
          const end = task.settled?.[task_id];
          expect(on === 'success' ? end === 'completed' : end !== undefined).toBe(true);
        }
      }
      const failed = failedDependents(state).map(({ task }) => task.id);
      expect(new Set(failed).size).toBe(failed.length);
      for (const id of failed) expect(start.map((task) => task.id)).not.toContain(id);
    }),
    { numRuns: 500 },
  );
});

test('nothing is idle for ever: where nobody is in the way, the first in line starts', () => {
  fc.assert(
    fc.property(world, ({ drafts, slots }) => {
      const free = drafts.map((one) => ({
        ...one,
        isRunning: false,
        isCancelled: false,
        hasKey: true,
        after: [],
        notBefore: undefined,
      }));
      const { open, ended, pauses } = stateOf(free, slots, false);
      const { start } = pick({
        open,
        ended,
        pauses,
        capacity: { slots },
        now: NOW,
        hasCredentials: () => true,
      });
      expect(start.length > 0).toBe(free.length > 0);
    }),
  );
});

/** Written anew from the rule, not from the table: containment of whole path parts. */
function clash(a: Pick<OpenTask, 'agent' | 'options'>, b: Pick<OpenTask, 'agent' | 'options'>): boolean {
  return claimsOf(a).some((one) =>
    claimsOf(b).some((other) => {
      if (one.mode === 'shared' && other.mode === 'shared') return false;
      return one.resource === other.resource || contains(one, other) || contains(other, one);
    }),
  );
}

function contains(outer: Claim, inner: Claim): boolean {
  if (!outer.resource.startsWith('path:') || !inner.resource.startsWith('path:')) return false;
  return outer.resource === 'path:.' || inner.resource.startsWith(`${outer.resource}/`);
}
