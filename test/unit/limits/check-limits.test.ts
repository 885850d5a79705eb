import { describe, expect, test } from 'vitest';
import { workingTime } from '../../../src/limits/active-time.ts';
import type { LimitSample } from '../../../src/limits/check-limits.ts';
import { checkLimits } from '../../../src/limits/check-limits.ts';
import type { CpuReading } from '../../../src/limits/cpu-window.ts';
import { takeCpuReading } from '../../../src/limits/cpu-window.ts';
import type { LimitField } from '../../../src/limits/limit-table.ts';
import { LIMIT_NAMES, LIMIT_PRESETS, LIMIT_TABLE, mergeLimits } from '../../../src/limits/limit-table.ts';

const GIB = 1024 ** 3;

function sample(more: Partial<LimitSample> = {}): LimitSample {
  return {
    activeMs: 1_000,
    silentMs: 0,
    turns: 1,
    costUsd: 0.1,
    tokens: 1_000,
    outputBytes: 1_000,
    memoryBytes: 250 * 1024 ** 2,
    cpuPercent: 5,
    processes: 3,
    ...more,
  };
}

describe('an exceeded limit', () => {
  test.each([
    ['timeout_ms', { activeMs: 60_000 }, 60_000, 'timed_out', 'its time limit of 60 seconds'],
    ['silence_ms', { silentMs: 61_000 }, 60_000, 'timed_out', '61 seconds of silence, 60 seconds allowed'],
    ['max_turns', { turns: 4 }, 3, 'limit_exceeded', '4 turns, 3 turns allowed'],
    ['budget_usd', { costUsd: 0.75 }, 0.5, 'limit_exceeded', '$0.75, $0.50 allowed'],
    ['tokens', { tokens: 12_300 }, 10_000, 'limit_exceeded', '12.3k tokens, 10.0k tokens allowed'],
    ['output_bytes', { outputBytes: 3 * 1024 ** 2 }, 1024 ** 2, 'limit_exceeded', '3.0 MB of output, 1.0 MB'],
    ['memory_bytes', { memoryBytes: 9.1 * GIB }, 8 * GIB, 'limit_exceeded', '9.1 GB of memory, 8.0 GB of'],
    ['cpu_percent', { cpuPercent: 88 }, 10, 'limit_exceeded', '88 % CPU over a minute, 10 % CPU'],
    ['processes', { processes: 70 }, 64, 'limit_exceeded', '70 processes, 64 processes allowed'],
  ] as const)('%s is named with its figure', (limit, used, allowed, endsAs, words) => {
    const exceeded = checkLimits(sample(used), { [limit]: allowed });
    expect(exceeded).toMatchObject({ limit, allowed, endsAs });
    expect(exceeded?.words).toContain(words);
  });

  test('is none where as much is used as is allowed, nothing is limited, or the machine cannot tell', () => {
    expect(checkLimits(sample({ turns: 3 }), { max_turns: 3 })).toBeNull();
    expect(checkLimits(sample({ memoryBytes: 1e15 }), {})).toBeNull();
    expect(
      checkLimits(sample({ memoryBytes: null, cpuPercent: null }), { memory_bytes: 1, cpu_percent: 1 }),
    ).toBe(null);
  });
});

describe('the table of limits', () => {
  test('has bounds around each default and each preset', () => {
    for (const name of LIMIT_NAMES) {
      const field: LimitField = LIMIT_TABLE[name];
      for (const value of [
        field.fallback,
        ...Object.values(LIMIT_PRESETS).map((one) => mergeLimits(one)[name]),
      ]) {
        if (value === undefined) continue;
        expect(value, name).toBeGreaterThanOrEqual(field.min);
        expect(value, name).toBeLessThanOrEqual(field.max);
      }
    }
  });

  test('lets what is closer to the task win, and keeps the defaults of all else', () => {
    const merged = mergeLimits(LIMIT_PRESETS.seed, { memory_bytes: GIB }, { tokens: 5_000 });
    expect(merged).toMatchObject({ memory_bytes: GIB, cpu_percent: 10, tokens: 5_000 });
    expect(merged.timeout_ms).toBe(LIMIT_TABLE.timeout_ms.fallback);
    expect(merged.budget_usd).toBeUndefined();
  });
});

describe('working time', () => {
  const from = { wall: 1_000_000, monotonic: 5_000 };

  test('does not count what the machine slept, nor a clock that was set', () => {
    expect(workingTime(from, { wall: from.wall + 8 * 3_600_000, monotonic: 6_000 }, true)).toBe(1_000);
    expect(workingTime(from, { wall: from.wall - 86_400_000, monotonic: 6_000 }, true)).toBe(1_000);
  });

  test('counts a gap as a minute at most where the clock goes on during sleep', () => {
    expect(workingTime(from, { wall: from.wall, monotonic: 5_000 + 3_600_000 }, false)).toBe(60_000);
    expect(workingTime(from, { wall: from.wall, monotonic: 5_000 + 3_600_000 }, true)).toBe(3_600_000);
  });
});

test('the CPU share is known after a whole minute, and forgets what was before', () => {
  const window: CpuReading[] = [];
  expect(takeCpuReading(window, { activeMs: 0, cpuMs: 0 })).toBeNull();
  expect(takeCpuReading(window, { activeMs: 30_000, cpuMs: 30_000 })).toBeNull();
  expect(takeCpuReading(window, { activeMs: 60_000, cpuMs: 30_000 })).toBe(50);
  expect(takeCpuReading(window, { activeMs: 90_000, cpuMs: 30_000 })).toBe(0);
  expect(window).toHaveLength(3);
});
