import { expect, test } from 'vitest';
import { pick } from '../../../src/scheduler/pick.ts';
import { openTask } from '../build-state.ts';

const always = () => true;
const running = { phase: 'running', attempt: 1, epoch: 1, startedAt: 1, workerSessionId: 'w' } as const;

test('the oldest task starts first, as long as there are slots', () => {
  const tasks = [
    openTask('task-young', { submittedAt: 30 }),
    openTask('task-old-1', { submittedAt: 10 }),
    openTask('task-mid-1', { submittedAt: 20 }),
  ];
  const { start, waiting } = pick(tasks, 2, always);
  expect(start.map(({ id }) => id)).toEqual(['task-old-1', 'task-mid-1']);
  expect(waiting.get('task-young')).toEqual({ kind: 'slots', running: 2, slots: 2 });
});

test('two tasks that write never share the working tree, while readers go ahead', () => {
  const tasks = [
    openTask('writer-one', { agent: 'coder', ...running }),
    openTask('writer-two', { agent: 'tester' }),
    openTask('reader-one', { agent: 'reviewer' }),
  ];
  const { start, waiting } = pick(tasks, 6, always);
  expect(start.map(({ id }) => id)).toEqual(['reader-one']);
  expect(waiting.get('writer-two')).toEqual({ kind: 'writer', taskId: 'writer-one' });
});

test('a task whose credentials are not at hand waits for them, and keeps nobody else from starting', () => {
  const tasks = [openTask('needs-key1', { credentials: ['ANTHROPIC_API_KEY'] }), openTask('needs-none')];
  const { start, waiting } = pick(tasks, 1, (task) => task.credentials.length === 0);
  expect(start.map(({ id }) => id)).toEqual(['needs-none']);
  expect(waiting.get('needs-key1')).toEqual({ kind: 'credentials', names: ['ANTHROPIC_API_KEY'] });
});

test('a task that somebody asked to cancel is not started', () => {
  expect(pick([openTask('cancelled1', { cancelRequestedAt: 5 })], 6, always).start).toEqual([]);
});
