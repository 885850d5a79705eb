import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SupervisedProject, superviseProject } from '../supervisor/supervised-project.ts';

let supervised: SupervisedProject;

beforeAll(async () => {
  supervised = await superviseProject();
});

afterAll(() => supervised?.[Symbol.asyncDispose]());

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await supervised.outloop(...args, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function statusOf(id: string): Promise<unknown> {
  await supervised.outloop('wait', id, '--timeout', '40s');
  return (await json('show', id)).status;
}

const ids = (value: unknown) => (value as { task_id: string }[]).map(({ task_id }) => task_id);

test('an ended task is tried again as a new one, with its flags and those that replace them', async () => {
  const id = await supervised.submit('[ -e fixed ]', '--name', 'checks', '--memory', '1G', '--priority', '3');
  expect(await statusOf(id)).toBe('failed');
  await supervised.project.write('fixed', '');
  const again = await json('retry', id.slice(-4), '--timeout', '1h');
  expect(again).toMatchObject({ retry_of: id, agent: 'command', taken_over: [], again: [], left: [] });
  expect(await statusOf(String(again.task_id))).toBe('completed');
  expect(await json('show', String(again.task_id))).toMatchObject({
    name: 'checks',
    retry_of: id,
    options: { timeout_ms: 3_600_000, priority: 3, limits: { memory_bytes: 1024 ** 3 } },
  });
  expect(await json('show', id)).toMatchObject({ status: 'failed', retried_by: [again.task_id] });
});

test('a command that tries again is told where the report of the old one lies', async () => {
  const id = await supervised.submit(
    '[ -n "$OUTLOOP_RETRY_OF_REPORT" ] && head -1 "$OUTLOOP_RETRY_OF_REPORT"',
  );
  expect(await statusOf(id)).toBe('failed');
  const again = String((await json('retry', id)).task_id);
  expect(await statusOf(again)).toBe('completed');
  expect((await supervised.outloop('follow', again)).stdout).toContain('## Background Task:');
});

test('--take-over brings along who ended with it, each behind its own predecessor, and once only', async () => {
  const first = await supervised.submit('[ -e mended ]');
  const second = await supervised.submit('echo "$OUTLOOP_AFTER_REPORTS"', '--after', first);
  const third = await supervised.submit('echo over', '--after', `${second},${first}`);
  const cleanup = await supervised.submit('echo cleaned', '--after', `${first}:end`);
  expect(await statusOf(third)).toBe('dependency_failed');
  expect(await statusOf(cleanup)).toBe('completed');

  const refused = await supervised.outloop('retry', third);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain(`outloop retry ${second.slice(-4)} --take-over`);
  await supervised.project.write('mended', '');
  const again = await json('retry', first, '--take-over');
  expect(again).toMatchObject({ retry_of: first, left: [] });
  expect((again.again as { retry_of: string }[]).map(({ retry_of }) => retry_of)).toEqual([second, third]);
  const [newSecond = '', newThird = ''] = ids(again.again);
  expect(await statusOf(newThird)).toBe('completed');
  expect((await supervised.outloop('follow', newSecond)).stdout).toContain(`${again.task_id}/report.md\n`);
  expect((await json('show', newThird)).dependencies).toMatchObject([
    { task_id: newSecond, status: 'completed' },
    { task_id: again.task_id, status: 'completed' },
  ]);
  const more = await json('retry', first, '--take-over');
  expect(more).toMatchObject({ again: [], left: [] });
  await statusOf(String(more.task_id));
});

test('who has not started yet waits for the new try from the same line on', async () => {
  const first = await supervised.submit('echo badly');
  expect(await statusOf(first)).toBe('completed');
  const blocker = await supervised.submit('until [ -e free ]; do sleep 0.1; done');
  const waiting = await supervised.submit('echo built on it', '--after', `${first},${blocker}`);
  const circle = await supervised.outloop('retry', first, '--take-over', '--after', waiting);
  expect(circle.stderr).toContain('The tasks would wait for one another');
  expect(circle.exitCode).toBe(1);
  const again = await json('retry', first, '--take-over');
  expect(again.taken_over).toEqual([waiting]);
  expect((await json('show', waiting)).dependencies).toMatchObject([
    { task_id: again.task_id },
    { task_id: blocker, status: 'running' },
  ]);
  await supervised.project.write('free', '');
  expect(await statusOf(waiting)).toBe('completed');
  const lines = await supervised.journal();
  const at = (event: string, id: unknown) =>
    lines.findIndex((line) => line.event === event && line.task_id === id);
  expect(at('attempt.started', waiting)).toBeGreaterThan(at('task.ended', again.task_id));
});

test('work that failed is tried again where that was asked for, and the attempts are counted', async () => {
  const id = await supervised.submit('echo x >> tries; [ $(wc -l < tries) -ge 2 ]', '--on-failure', 'retry');
  expect(await statusOf(id)).toBe('completed');
  expect((await json('show', id)).events).toMatchObject([
    { event: 'task.submitted' },
    { words: 'attempt 1 started' },
    { words: expect.stringMatching(/^attempt 1 failed \(work\): Exit code 1/) },
    { words: 'attempt 2 started' },
    { words: 'completed' },
  ]);
});

test.each([
  [['retry', 'zzzz'], 1, 'No task is named by "zzzz"'],
  [['retry'], 2, "missing required argument 'id'"],
  [['answer', 'zzzz', 'yes'], 1, 'No task is named by "zzzz"'],
  [['answer', 'zzzz', ' '], 2, 'There is no answer.'],
])('outloop %j exits %d', async (args, code, words) => {
  const { exitCode, stderr } = await supervised.outloop(...args);
  expect(stderr).toContain(words);
  expect(exitCode).toBe(code);
});

test('a task that is open cannot be tried again or answered, and what can be done is said', async () => {
  const id = await supervised.submit('until [ -e done ]; do sleep 0.1; done');
  const retried = await supervised.outloop('retry', id);
  expect(retried.stderr).toMatch(/has not ended: it is (queued|running)/);
  const answered = await supervised.outloop('answer', id, 'yes');
  expect(answered.stderr).toMatch(/a worker that runs cannot be\s+told/);
  expect([retried.exitCode, answered.exitCode]).toEqual([2, 2]);
  await supervised.project.write('done', '');
  expect(await statusOf(id)).toBe('completed');
  expect((await supervised.outloop('answer', id, 'yes')).stderr).toContain('it is a shell command');
});
