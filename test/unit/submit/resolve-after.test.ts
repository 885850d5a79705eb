import { expect, test } from 'vitest';
import type { OpenTask } from '../../../src/domain/state.ts';
import { settleAfter } from '../../../src/verbs/resolve-after.ts';
import { openTask, stateWith } from '../build-state.ts';

const wants = (
  id: string,
  ended: 'completed' | 'failed' | null = null,
  on: 'success' | 'end' = 'success',
) => ({
  task_id: id,
  on,
  ended,
});

function waitsFor(id: string): Partial<OpenTask> {
  return { options: { timeout_ms: 60_000, after: [{ task_id: id, on: 'success' }] } };
}

function refusal(...args: Parameters<typeof settleAfter>): string {
  const settled = settleAfter(...args);
  return settled.ok ? 'accepted' : `${settled.failure.code}: ${settled.failure.message}`;
}

test('a cycle is refused, and shown as it would be walked', () => {
  const state = stateWith([
    openTask('20261121-000001-coder-aaaa', waitsFor('20261121-000002-coder-bbbb')),
    openTask('20261121-000002-coder-bbbb', waitsFor('20261121-000003-coder-cccc')),
  ]);
  expect(refusal(state, '20261121-000003-coder-cccc', [wants('20261121-000001-coder-aaaa')])).toBe(
    'dependency_cycle: The tasks would wait for one another: cccc → aaaa → bbbb → cccc',
  );
  expect(refusal(state, '20261121-000004-coder-dddd', [wants('20261121-000001-coder-aaaa')])).toBe(
    'accepted',
  );
});

test('a task that was removed never counts as done', () => {
  const state = stateWith([]);
  expect(refusal(state, 'new', [wants('gone')])).toBe('task_not_found: There is no task gone.');
  expect(refusal(state, 'new', [wants('old', 'failed')])).toContain(
    'It would never start: old ended as failed',
  );
  expect(refusal(state, 'new', [wants('old', 'failed', 'end'), wants('older', 'completed')])).toBe(
    'accepted',
  );
});
