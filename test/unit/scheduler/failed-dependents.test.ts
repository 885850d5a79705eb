import { expect, test } from 'vitest';
import { dependentsOf, findCycle } from '../../../src/domain/dependencies.ts';
import type { OpenTask } from '../../../src/domain/state.ts';
import { failedDependents } from '../../../src/scheduler/failed-dependents.ts';
import { openTask, stateWith } from '../build-state.ts';

function after(on: 'success' | 'end', ...ids: string[]): Partial<OpenTask> {
  return { options: { timeout_ms: 60_000, after: ids.map((task_id) => ({ task_id, on })) } };
}

function failuresIn(...tasks: OpenTask[]) {
  const state = stateWith(tasks);
  for (const [id, ids] of dependentsOf(tasks)) state.dependents.set(id, ids);
  return failedDependents(state).map(({ task, because }) => `${task.id} by ${because.taskId}`);
}

test('a failed dependency takes with it all who need it, and those who need them, in that order', () => {
  const failed = { settled: { 'dep-1111': 'failed' as const } };
  expect(
    failuresIn(
      openTask('third-11', after('success', 'second-1')),
      openTask('second-1', after('success', 'first-11')),
      openTask('first-11', { ...after('success', 'dep-1111'), ...failed }),
      openTask('unrelated'),
    ),
  ).toEqual(['first-11 by dep-1111', 'second-1 by first-11', 'third-11 by second-1']);
});

test('whoever waits only for the end goes on', () => {
  const settled = { 'dep-1111': 'cancelled' as const };
  expect(
    failuresIn(
      openTask('cleanup1', { ...after('end', 'dep-1111'), settled }),
      openTask('needs-it', { ...after('success', 'dep-1111'), settled }),
      openTask('cleanup2', after('end', 'needs-it')),
    ),
  ).toEqual(['needs-it by dep-1111']);
});

test('a cycle is found as it would be walked, and a wide graph is searched once', () => {
  const open = new Map<string, OpenTask>();
  for (let layer = 0; layer < 60; layer++) {
    const below = layer === 0 ? ['leaf'] : [`l${layer - 1}-a`, `l${layer - 1}-b`];
    for (const side of ['a', 'b']) {
      open.set(`l${layer}-${side}`, openTask(`l${layer}-${side}`, after('success', ...below)));
    }
  }
  const top = [{ task_id: 'l59-a', on: 'success' as const }];
  expect(findCycle(open, 'new-one', top)).toBeNull();
  open.set('leaf', openTask('leaf', after('end', 'new-one')));
  const cycle = findCycle(open, 'new-one', top) ?? [];
  expect([cycle[0], cycle[1], cycle.at(-2), cycle.at(-1)]).toEqual(['new-one', 'l59-a', 'leaf', 'new-one']);
  expect(cycle).toHaveLength(63);
});
