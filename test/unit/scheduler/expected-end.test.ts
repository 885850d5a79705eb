import { describe, expect, test } from 'vitest';
import { durationHistory, expectedEnd } from '../../../src/scheduler/expected-end.ts';
import { describeWait } from '../../../src/scheduler/wait-reason.ts';
import { endedTask, openTask, stateWith } from '../build-state.ts';

const MINUTE = 60_000;
const NOW = 100 * MINUTE;

function past(...minutes: number[]) {
  return minutes.map((n, at) => endedTask(`past-${at}-${n}`, { durationMs: n * MINUTE }));
}

function started(minutesAgo: number, more = {}) {
  const startedAt = NOW - minutesAgo * MINUTE;
  return openTask('run-1111', {
    phase: 'running',
    attempt: 1,
    epoch: 1,
    startedAt,
    workerSessionId: 'w',
    ...more,
  });
}

describe('about how much is left', () => {
  test.each([
    ['is the usual time less what has passed', [4, 6, 8], 2, 4],
    ['counts only those that took longer than this one has', [4, 6, 20], 10, 10],
    ['is unknown past the longest', [4, 6, 8], 9, null],
    ['is unknown from too few', [4, 6], 1, null],
  ])('%s', (_, minutes, ranFor, left) => {
    const history = durationHistory(past(...minutes));
    expect(expectedEnd(started(ranFor), history, NOW)).toBe(left === null ? null : left * MINUTE);
  });

  test('learns nothing from failures, nor for one command from another', () => {
    const failures = past(1, 2, 3).map((task) => ({ ...task, status: 'failed' as const }));
    expect(expectedEnd(started(0), durationHistory(failures), NOW)).toBeNull();
    const builds = past(5, 5, 5).map((task) => ({ ...task, agent: 'command' as const, description: 'make' }));
    const command = (description: string) => started(1, { agent: 'command', description });
    expect(expectedEnd(command('make'), durationHistory(builds), NOW)).toBe(4 * MINUTE);
    expect(expectedEnd(command('make clean'), durationHistory(builds), NOW)).toBeNull();
  });

  test('is unknown for a task that stands still', () => {
    expect(expectedEnd(started(1, { pausedAt: 5 }), durationHistory(past(4, 6, 8)), NOW)).toBeNull();
  });
});

describe('a wait in words', () => {
  const state = stateWith([started(2)], past(4, 6, 8));
  test.each([
    [{ kind: 'dependencies', taskIds: ['20261121-064301-coder-k3f9'] }, 'waiting for k3f9', null],
    [{ kind: 'dependencies', taskIds: ['run-1111'] }, 'waiting for 1111', NOW + 4 * MINUTE],
    [{ kind: 'slots', taken: 6, slots: 6 }, 'queued: 6 of 6 slots', NOW + 4 * MINUTE],
    [
      { kind: 'claim', resource: 'path:src/auth', taskId: 'x-k3f9', isHeld: true },
      'claims path:src/auth, held by k3f9',
      null,
    ],
    [{ kind: 'credentials', names: ['KEY'] }, 'waiting for credentials of its session', null],
  ] as const)('%j', (reason, text, until) => {
    expect(describeWait(reason, state, NOW)).toEqual({ text, until });
  });

  test('a time is the time of day here', () => {
    const at = new Date(2026, 10, 21, 2, 30).getTime();
    expect(describeWait({ kind: 'not_before', at }, state, NOW)).toEqual({ text: 'starts 02:30', until: at });
  });
});
