import { describe, expect, test } from 'vitest';
import { lastRun, nextRun, type TimedRule } from '../../../src/schedules/next-run.ts';
import { parseWhen } from '../../../src/schedules/parse-when.ts';

const NOW = Date.parse('2026-11-21T06:43:10Z');
const here = { timeZone: 'America/New_York', now: NOW };

function cron(lines: string | string[], time_zone = 'America/New_York') {
  return { kind: 'cron', lines: [lines].flat(), time_zone };
}

describe('when', () => {
  test.each([
    ['daily 02:30', cron('30 2 * * *')],
    ['daily', cron('0 0 * * *')],
    ['daily 02:30, 14:00', cron(['30 2 * * *', '0 14 * * *'])],
    ['Daily 02:30 Europe/Berlin', cron('30 2 * * *', 'Europe/Berlin')],
    ['weekly', cron('0 0 * * 1')],
    ['weekly friday 18:05', cron('5 18 * * 5')],
    ['sun 09:00', cron('0 9 * * 0')],
    ['weekdays 09:00', cron('0 9 * * 1-5')],
    ['0 4 1 * *', cron('0 4 1 * *')],
    ['*/10 8-18 * * MON-FRI UTC', cron('*/10 8-18 * * MON-FRI', 'UTC')],
    ['hourly', { kind: 'every', every_ms: 3_600_000, from: '2026-11-21T06:00:00.000Z' }],
    ['every 15 minutes', { kind: 'every', every_ms: 900_000, from: '2026-11-21T06:43:10.000Z' }],
    ['every day', { kind: 'every', every_ms: 86_400_000, from: '2026-11-21T06:43:10.000Z' }],
    ['continuous', { kind: 'continuous', pause_ms: 60_000 }],
    ['continuous 5 m', { kind: 'continuous', pause_ms: 300_000 }],
  ])('%s', (text, rule) => {
    expect(parseWhen(text, here)).toEqual({ ok: true, value: rule });
  });

  test.each([
    ['0 0 30 2 *', '"0 0 30 2 *" never comes: there is no such date.'],
    ['daily 25:00', 'Invalid value for hour: 25'],
    ['daily 02:61', 'Invalid value for minute: 61'],
    ['every 0 minutes', 'must be from a minute to a year'],
    ['every 400 days', 'must be from a minute to a year'],
    ['every 5 seconds', 'is no time that can be read'],
    ['continuous 2s', 'must pause for ten seconds'],
    ['* * * * * *', 'is no time that can be read'],
    ['daily 02:30 Europe/Nowhere', 'names no time zone'],
    ['every 5 minutes UTC', 'has nothing to do with a time zone'],
    ['weekly someday', 'is no time that can be read'],
    ['whenever', 'is no time that can be read'],
    ['', 'is no time that can be read'],
  ])('%s is refused', (text, why) => {
    const parsed = parseWhen(text, here);
    expect(parsed.ok ? '' : parsed.failure.message).toContain(why);
  });
});

describe('where the clocks change', () => {
  const berlin = (line: string): TimedRule => ({ kind: 'cron', lines: [line], time_zone: 'Europe/Berlin' });
  const runs = (rule: TimedRule, from: string, count: number) => {
    const found: string[] = [];
    for (let at = Date.parse(from); found.length < count; ) {
      at = nextRun(rule, at) ?? Number.NaN;
      found.push(new Date(at).toISOString().slice(5, 16));
    }
    return found;
  };

  test('a time that is skipped in spring runs when the gap is over, once', () => {
    // 02:30 does not exist on 29 March: 03:00 there is 01:00 UTC.
    expect(runs(berlin('30 2 * * *'), '2026-03-28T12:00Z', 2)).toEqual(['03-29T01:00', '03-30T00:30']);
  });

  test('a time that comes twice in autumn runs once', () => {
    expect(runs(berlin('30 2 * * *'), '2026-10-24T12:00Z', 2)).toEqual(['10-25T00:30', '10-26T01:30']);
  });

  test('hourly goes on through both', () => {
    const parsed = parseWhen('hourly', { timeZone: 'Europe/Berlin', now: Date.parse('2026-10-24T23:10Z') });
    if (!parsed.ok || parsed.value.kind === 'continuous') throw new Error('no timed rule');
    expect(runs(parsed.value, '2026-10-24T23:10Z', 3)).toEqual(['10-25T00:00', '10-25T01:00', '10-25T02:00']);
    expect(runs(parsed.value, '2027-03-28T00:10Z', 2)).toEqual(['03-28T01:00', '03-28T02:00']);
  });
});

describe('the last planned time', () => {
  const rules: readonly TimedRule[] = [
    { kind: 'cron', lines: ['* * * * *'], time_zone: 'UTC' },
    { kind: 'cron', lines: ['30 2 * * *', '0 14 * * *'], time_zone: 'UTC' },
    { kind: 'cron', lines: ['0 0 29 2 *'], time_zone: 'UTC' },
    { kind: 'every', every_ms: 7 * 60_000, from: '2026-11-01T00:00:00.000Z' },
  ];
  test.each(rules)('of %j is the one that a walk from the beginning ends with', (rule) => {
    const days = rule.kind === 'cron' && rule.lines[0] === '0 0 29 2 *' ? 3_000 : 3;
    const after = NOW - days * 86_400_000;
    let walked: number | null = null;
    for (let at = nextRun(rule, after); at !== null && at <= NOW; at = nextRun(rule, at)) walked = at;
    expect(walked).not.toBeNull();
    expect(lastRun(rule, after, NOW)).toBe(walked);
    expect(lastRun(rule, walked ?? 0, NOW)).toBeNull();
  });
});
