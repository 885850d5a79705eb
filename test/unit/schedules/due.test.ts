import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolveSchedules, noteOccurrence } from '../../../src/domain/evolve-schedules.ts';
import type { ScheduleSpec } from '../../../src/domain/schedule-events.ts';
import type { JournalState, Schedule } from '../../../src/domain/state.ts';
import { due, nextWakeUp } from '../../../src/schedules/due.ts';
import { hasLiveSchedule } from '../../../src/schedules/live.ts';
import { endedTask, openTask, stateWith } from '../build-state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-11-21T00:00:00Z');
const running = { phase: 'running', attempt: 1, epoch: 1, startedAt: 1, workerSessionId: 'w' } as const;

const NIGHTLY: ScheduleSpec = {
  schedule_id: 'nightly',
  when: 'daily 02:30',
  rule: { kind: 'cron', lines: ['30 2 * * *'], time_zone: 'UTC' },
  agent: 'reviewer',
  task_description: 'review the importer',
  options: { timeout_ms: 60_000 },
  on_missed: 'skip',
  overlap: 'skip',
};

function withSchedule(more: Partial<ScheduleSpec> = {}, state = stateWith([])): JournalState {
  const spec = { ...NIGHTLY, ...more };
  evolveSchedules(state, { event: 'schedule.added', session_id: 's', spec }, START);
  return state;
}

function dueAt(state: JournalState, now: number) {
  return due(state, now).map(({ plannedAt, skip }) => ({
    at: new Date(plannedAt).toISOString().slice(8, 16),
    skip,
  }));
}

function set(state: JournalState, more: Partial<Schedule>): void {
  const schedule = state.schedules.get('nightly');
  if (schedule !== undefined) state.schedules.set('nightly', { ...schedule, ...more });
}

describe('what is due', () => {
  test('is nothing before its time, then that time, then nothing again', () => {
    const state = withSchedule();
    expect(dueAt(state, START + 2 * HOUR)).toEqual([]);
    expect(nextWakeUp(state, START)).toBe(START + 2.5 * HOUR);
    const now = START + 2.5 * HOUR + 800;
    expect(dueAt(state, now)).toEqual([{ at: '21T02:30', skip: null }]);
    noteOccurrence(state, 'task-1111', { schedule_id: 'nightly', planned_at: '2026-11-21T02:30:00.000Z' });
    expect(dueAt(state, now)).toEqual([]);
    expect(nextWakeUp(state, now)).toBe(START + 26.5 * HOUR);
  });

  test.each([
    ['skip', 'missed: nobody was there in time'],
    ['once', null],
  ] as const)('after days of sleep is one occurrence, the last: with --on-missed %s', (onMissed, skip) => {
    const state = withSchedule({ on_missed: onMissed });
    expect(dueAt(state, START + 75 * HOUR)).toEqual([{ at: '24T02:30', skip }]);
  });

  test.each([
    ['skip', 'running', 'the one before it (1111) has not ended'],
    ['skip', 'queued', 'the one before it (1111) has not ended'],
    ['queue', 'running', null],
    ['queue', 'queued', 'the one before it (1111) has not ended'],
  ] as const)('with --overlap %s while the last one is %s', (overlap, phase, skip) => {
    const last = openTask('task-1111', phase === 'running' ? running : {});
    const state = withSchedule({ overlap }, stateWith([last]));
    set(state, { lastTaskId: 'task-1111' });
    expect(dueAt(state, START + 2.5 * HOUR)).toEqual([{ at: '21T02:30', skip }]);
  });

  test.each(['schedules', 'emergency'] as const)('is nothing while %s are paused', (scope) => {
    const state = withSchedule();
    state.pauses = { ...state.pauses, [scope]: 'holiday' };
    expect([dueAt(state, START + 3 * HOUR), nextWakeUp(state, START), hasLiveSchedule(state)]).toEqual([
      [],
      null,
      false,
    ]);
  });

  test('is nothing that fell into the pause of the schedule itself', () => {
    const state = withSchedule({ on_missed: 'once' });
    const change = (event: 'schedule.paused' | 'schedule.resumed', at: number) =>
      evolveSchedules(state, { event, session_id: 's', schedule_id: 'nightly' }, at);
    change('schedule.paused', START + HOUR);
    expect([dueAt(state, START + 3 * HOUR), hasLiveSchedule(state)]).toEqual([[], false]);
    change('schedule.resumed', START + 4 * HOUR);
    expect([dueAt(state, START + 5 * HOUR), hasLiveSchedule(state)]).toEqual([[], true]);
  });
});

describe('continuous', () => {
  const rule = { kind: 'continuous', pause_ms: 5 * MINUTE } as const;

  test('starts at once, and again when the pause after an end is over', () => {
    const state = withSchedule({ rule });
    expect(due(state, START)).toMatchObject([{ plannedAt: START, skip: null }]);
    state.open.set('task-1111', openTask('task-1111', running));
    set(state, { lastTaskId: 'task-1111' });
    expect([due(state, START + HOUR), nextWakeUp(state, START)]).toEqual([[], null]);
    state.open.clear();
    state.ended.set('task-1111', endedTask('task-1111', { endedAt: START + HOUR }));
    expect(due(state, START + HOUR + 4 * MINUTE)).toEqual([]);
    expect(nextWakeUp(state, START + HOUR)).toBe(START + HOUR + 5 * MINUTE);
    expect(due(state, START + HOUR + 5 * MINUTE)).toMatchObject([{ plannedAt: START + HOUR + 5 * MINUTE }]);
  });
});

test('whatever the clock does, no planned time is used twice, and each lies behind the one before', () => {
  const steps = fc.array(fc.integer({ min: -3 * HOUR, max: 30 * HOUR }), { maxLength: 40 });
  const specs = fc.record({
    on_missed: fc.constantFrom('skip', 'once'),
    rule: fc.constantFrom<ScheduleSpec['rule']>(
      NIGHTLY.rule,
      { kind: 'cron', lines: ['30 2 * * *', '*/20 * * * *'], time_zone: 'Europe/Berlin' },
      { kind: 'every', every_ms: 15 * MINUTE, from: new Date(START).toISOString() },
    ),
  });
  fc.assert(
    fc.property(steps, specs, (clock, spec) => {
      const state = withSchedule(spec);
      let now = START;
      let last = START;
      for (const step of clock) {
        now += step;
        for (const { plannedAt, schedule } of due(state, now)) {
          expect(plannedAt).toBeGreaterThan(last);
          expect(plannedAt).toBeLessThanOrEqual(now);
          last = plannedAt;
          const planned_at = new Date(plannedAt).toISOString();
          noteOccurrence(state, 'task-1111', { schedule_id: schedule.spec.schedule_id, planned_at });
        }
        expect(due(state, now)).toEqual([]);
        expect(nextWakeUp(state, now)).toBeGreaterThan(now);
      }
    }),
  );
});
