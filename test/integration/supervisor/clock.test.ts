import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSupervisorContext } from '../../../src/app.ts';
import type { Moment } from '../../../src/limits/active-time.ts';
import type { Bell } from '../../../src/supervisor/bell.ts';
import { createBell } from '../../../src/supervisor/bell.ts';
import { runSupervisor } from '../../../src/supervisor/run.ts';
import { pollUntil } from '../../harness/processes.ts';
import { newTaskId, submission, writeEvents } from './raw-events.ts';
import type { SupervisedProject } from './supervised-project.ts';
import { superviseProject } from './supervised-project.ts';

const HOUR_MS = 3_600_000;

/** A supervisor in this process whose clock on the wall can be moved; its workers are real. */
interface ClockedSupervisor extends AsyncDisposable {
  /** Moves the clock on the wall. Over a sleep of the machine the monotonic clock stands still, as on Linux. */
  readonly jump: (ms: number) => void;
  /** Lets time go by on both clocks. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  readonly log: () => string;
}

function superviseHere({ project }: SupervisedProject): ClockedSupervisor {
  let shift = 0;
  let passed = 0;
  const said: string[] = [];
  const bell: Bell = createBell();
  const made = createSupervisorContext(project.dir, bell.ring, (line) => void said.push(line));
  const now = () => made.now() + shift;
  const clock = (): Moment => ({ wall: now(), monotonic: made.clock().monotonic + passed });
  const leaving = new AbortController();
  const context = { ...made, now, clock, clockStopsInSleep: true, env: project.env(), home: project.home };
  const over = runSupervisor(context, bell, [], leaving.signal);
  return {
    now,
    log: () => said.join('\n'),
    jump: (ms) => {
      shift += ms;
      bell.ring();
    },
    pass: (ms) => {
      shift += ms;
      passed += ms;
      bell.ring();
    },
    [Symbol.asyncDispose]: async () => {
      leaving.abort();
      bell.ring();
      await over;
    },
  };
}

const untilGo = 'echo up >> up; until [ -e go ]; do sleep 0.1; done; echo done';
const isEnd = (id: string) => (line: { event: string; task_id?: string }) =>
  line.event === 'task.ended' && line.task_id === id;

async function runningTask(supervised: SupervisedProject, at: number): Promise<string> {
  const id = newTaskId(at);
  const limits = { silence_ms: 600_000 };
  await writeEvents(supervised.project, [submission(id, untilGo, { timeout_ms: 600_000, limits })], at);
  const isUp = await pollUntil(() => existsSync(join(supervised.project.dir, 'up')), 30_000);
  expect(isUp).toBe(true);
  return id;
}

describe('a machine that slept for a night', () => {
  test('ends nothing for it: neither the time limit nor the silence of a worker goes on in its sleep', async () => {
    await using supervised = await superviseProject();
    await using supervisor = superviseHere(supervised);
    const id = await runningTask(supervised, supervisor.now());
    supervisor.jump(9 * HOUR_MS);
    // The next task shows that the supervisor has looked at everything since.
    const after = newTaskId(supervisor.now());
    await writeEvents(supervised.project, [submission(after, 'echo hello')], supervisor.now());
    expect((await supervised.waitForLine(isEnd(after))).status, supervisor.log()).toBe('completed');
    expect((await supervised.journal()).some(isEnd(id))).toBe(false);
    await supervised.project.write('go', '');
    expect((await supervised.waitForLine(isEnd(id))).status).toBe('completed');
  });

  test('submits one occurrence of a schedule for all that it missed, or none and says so', async () => {
    await using supervised = await superviseProject();
    await using supervisor = superviseHere(supervised);
    const schedule = (id: string, onMissed: 'once' | 'skip') =>
      ({
        event: 'schedule.added',
        session_id: '',
        spec: {
          schedule_id: id,
          when: 'every hour',
          rule: { kind: 'every', every_ms: HOUR_MS, from: new Date(supervisor.now()).toISOString() },
          on_missed: onMissed,
          overlap: 'skip',
          agent: 'command',
          task_description: 'echo again',
          command: 'echo again',
          options: { timeout_ms: 60_000 },
        },
      }) as const;
    await writeEvents(
      supervised.project,
      [schedule('often', 'once'), schedule('punctual', 'skip')],
      supervisor.now(),
    );
    supervisor.jump(9.5 * HOUR_MS);
    const isMissed = (line: { event: string; schedule_id?: unknown }) =>
      line.event === 'schedule.skipped' && line.schedule_id === 'punctual';
    expect((await supervised.waitForLine(isMissed)).reason).toContain('missed');
    const once = await supervised.waitForLine(({ occurrence_of }) => occurrence_of !== undefined);
    await supervised.waitForLine(isEnd(String(once.task_id)));
    const lines = await supervised.journal();
    expect(lines.filter(({ event }) => event === 'task.submitted')).toHaveLength(1);
    expect(lines.filter(({ event }) => event === 'schedule.skipped')).toHaveLength(1);
  });
});

describe('a task that is paused', () => {
  test('has its clocks stand still with it, and no longer than that', async () => {
    await using supervised = await superviseProject();
    await using supervisor = superviseHere(supervised);
    const id = await runningTask(supervised, supervisor.now());
    expect((await supervised.outloop('pause', id)).exitCode).toBe(0);
    await expect.poll(supervisor.log, { timeout: 20_000 }).toContain(`${id}: paused`);
    supervisor.pass(9 * HOUR_MS);
    const after = newTaskId(supervisor.now());
    await writeEvents(supervised.project, [submission(after, 'echo hello')], supervisor.now());
    await supervised.waitForLine(isEnd(after));
    expect((await supervised.outloop('resume', id)).exitCode).toBe(0);
    await expect.poll(supervisor.log, { timeout: 20_000 }).toContain(`${id}: resumed`);
    expect((await supervised.journal()).some(isEnd(id))).toBe(false);
    supervisor.pass(9 * HOUR_MS);
    expect((await supervised.waitForLine(isEnd(id))).status).toBe('timed_out');
  });
});

describe('a clock that is set back a day', () => {
  test('loses and doubles nothing: what runs goes on, what is new starts, and everything agrees', async () => {
    await using supervised = await superviseProject();
    {
      await using supervisor = superviseHere(supervised);
      const id = await runningTask(supervised, supervisor.now());
      supervisor.jump(-24 * HOUR_MS);
      const after = newTaskId(supervisor.now());
      await writeEvents(supervised.project, [submission(after, 'echo hello')], supervisor.now());
      expect((await supervised.waitForLine(isEnd(after))).status, supervisor.log()).toBe('completed');
      await supervised.project.write('go', '');
      const end = await supervised.waitForLine(isEnd(id));
      expect(end).toMatchObject({ status: 'completed', duration_ms: 0 });
    }
    const attempts = (await supervised.journal()).filter(({ event }) => event === 'attempt.started');
    expect(attempts).toHaveLength(2);
    const verified = await supervised.outloop('verify');
    expect(verified.exitCode, verified.stdout).toBe(0);
  });
});
