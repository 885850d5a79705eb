import { describe, expect, test } from 'vitest';
import { workersOf } from '../../harness/end-open-work.ts';
import { pollUntil } from '../../harness/processes.ts';
import { runOutloop } from '../../harness/run-outloop.ts';
import type { SupervisedProject } from './supervised-project.ts';
import { superviseProject } from './supervised-project.ts';

const SLEEPING = 'echo 1 >> up; sleep 300';
const STUBBORN = 'trap "" TERM; echo 1 >> up; while :; do sleep 0.2; done';

const isEnd = (id: string) => (line: { event: string; task_id?: string }) =>
  line.event === 'task.ended' && line.task_id === id;

async function eventsOf(supervised: SupervisedProject, id: string): Promise<string[]> {
  return (await supervised.journal()).filter(({ task_id }) => task_id === id).map(({ event }) => event);
}

async function cancelled(supervised: SupervisedProject, id: string): Promise<string> {
  const done = await supervised.outloop('cancel', id, '--json');
  expect(done.exitCode, done.stdout + done.stderr).toBe(0);
  return (JSON.parse(done.stdout) as { outcome: string }).outcome;
}

describe('cancelling a task', () => {
  test('that waits ends it before it starts, and what waits for it', async () => {
    await using supervised = await superviseProject('max_parallel: 1\n');
    const running = await supervised.submit(SLEEPING);
    await supervised.pids('up', 1);
    const waiting = await supervised.submit('echo never');
    const behind = await supervised.submit('echo never', '--after', waiting);
    const apart = await supervised.submit('echo never', '--after', `${running}:end`);
    expect(await cancelled(supervised, waiting)).toBe('requested');
    expect(await cancelled(supervised, apart)).toBe('requested');
    expect((await supervised.waitForLine(isEnd(waiting))).status).toBe('cancelled');
    expect((await supervised.waitForLine(isEnd(apart))).status).toBe('cancelled');
    expect((await supervised.waitForLine(isEnd(behind))).status).toBe('dependency_failed');
    expect(await cancelled(supervised, waiting)).toBe('ended_before');
    await cancelled(supervised, running);
    await supervised.waitForLine(isEnd(running));
    for (const id of [waiting, behind, apart]) {
      expect(await eventsOf(supervised, id)).not.toContain('attempt.started');
    }
  });

  test('that is on its way to the end ends it once, however often somebody asks', async () => {
    await using supervised = await superviseProject();
    const id = await supervised.submit(STUBBORN);
    await supervised.pids('up', 1);
    expect(await cancelled(supervised, id)).toBe('requested');
    const again = await Promise.all([1, 2, 3].map(() => cancelled(supervised, id)));
    // A busy machine may be done with it by then.
    for (const outcome of again) expect(['requested_before', 'ended_before']).toContain(outcome);
    expect((await supervised.waitForLine(isEnd(id))).status).toBe('cancelled');
    expect(await workersOf(supervised.project)).toEqual([]);
    expect(await cancelled(supervised, id)).toBe('ended_before');
    expect(await eventsOf(supervised, id)).toEqual([
      'task.submitted',
      'attempt.started',
      'cancel.requested',
      'task.ended',
    ]);
  });

  test('between two attempts keeps the next one from starting', async () => {
    await using supervised = await superviseProject();
    const id = await supervised.submit('kill -9 $$', '--retries', '5');
    await supervised.waitForLine(({ event, task_id }) => event === 'attempt.failed' && task_id === id);
    await cancelled(supervised, id);
    expect((await supervised.waitForLine(isEnd(id))).status).toBe('cancelled');
    const events = await eventsOf(supervised, id);
    expect(events.filter((event) => event === 'attempt.started').length).toBe(
      events.filter((event) => event === 'attempt.failed').length,
    );
  });

  test('of one owner leaves those of others alone', async () => {
    await using supervised = await superviseProject();
    const { project } = supervised;
    // Any living process can stand for the session that submits.
    const asOwner = (pid: number, ...args: string[]) =>
      runOutloop(project, args, { env: { CLAUDE_PID: String(pid) } });
    const submitAs = async (pid: number) => {
      const { stdout } = await asOwner(pid, 'submit', '--command', SLEEPING, '--json');
      return (JSON.parse(stdout) as { task_id: string }).task_id;
    };
    const id = await submitAs(process.pid);
    const foreign = await submitAs(process.ppid);
    await supervised.pids('up', 2);
    const asked = await asOwner(process.pid, 'cancel', '--own', '--json');
    expect(JSON.parse(asked.stdout)).toMatchObject({ requested: [id] });
    expect((await supervised.waitForLine(isEnd(id))).status).toBe('cancelled');
    expect(await eventsOf(supervised, foreign)).toEqual(['task.submitted', 'attempt.started']);
    await cancelled(supervised, foreign);
    await supervised.waitForLine(isEnd(foreign));
    expect(await pollUntil(async () => (await workersOf(project)).length === 0, 60_000)).toBe(true);
  });
});
