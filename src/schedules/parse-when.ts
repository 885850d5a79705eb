import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { nextRun, type ScheduleRule } from './next-run.ts';

/** Where and when a schedule is entered. */
export interface WhenContext {
  /** For rules that name no time zone: the one of this machine. */
  readonly timeZone: string;
  readonly now: number;
}

/**
 * Reads when a schedule runs: `daily 02:30`, `weekly monday 09:00`, `every 15 minutes`, `hourly`, `continuous 5m`, or a
 * cron line of five fields; a time zone may stand behind any of them. A rule that would never run is refused.
 */
export function parseWhen(text: string, { timeZone, now }: WhenContext): Result<ScheduleRule> {
  const words = text.trim().replace(/\s+/g, ' ');
  const [, body, zone] = /^(.*?)(?: (UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+))?$/.exec(words) ?? [];
  if (body === undefined || words.length > CHARS_MAX) return refuse(text, 'is no time that can be read');
  if (zone !== undefined && !isTimeZone(zone)) return refuse(text, `names no time zone (${zone})`);
  const small = body.toLowerCase();
  const rule = parseInterval(small, text, now) ?? parseContinuous(small, text) ?? ok(null);
  if (!rule.ok) return rule;
  if (rule.value !== null) {
    return zone === undefined ? ok(rule.value) : refuse(text, 'has nothing to do with a time zone');
  }
  const lines = parseNamed(small) ?? (CRON.test(body) ? [body] : null);
  if (lines === null) return refuse(text, 'is no time that can be read');
  const cron = { kind: 'cron', lines, time_zone: zone ?? timeZone } as const;
  try {
    if (lines.some((line) => nextRun({ ...cron, lines: [line] }, now) === null)) {
      return refuse(text, 'never comes: there is no such date');
    }
  } catch (error) {
    return refuse(text, `cannot be: ${(error as Error).message.replace(/^Cron\w+: /, '')}`);
  }
  return ok(cron);
}

const CHARS_MAX = 200;
const CRON = /^[\d*,/A-Za-z#L?+-]+( [\d*,/A-Za-z#L?+-]+){4}$/;

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DAYS.flatMap((day, at) => [day, day.slice(0, 3)].map((name) => [name, String(at)]))),
  weekdays: '1-5',
  weekends: '6,0',
};

/** `daily 02:30,14:00`, `weekly monday 09:00`, `weekdays 09:00` as cron lines; null for anything else. */
function parseNamed(text: string): string[] | null {
  const [, kind, weeklyDay, times] =
    /^(daily|weekly|[a-z]+)(?: ([a-z]{3,9}))?(?: (\d{1,2}:\d{2}(?:, ?\d{1,2}:\d{2})*))?$/.exec(text) ?? [];
  if (kind === undefined) return null;
  const day = dayOf(kind, weeklyDay);
  if (day === null) return null;
  return (times ?? '00:00').split(',').map((time) => {
    const [hour = '', minute = ''] = time.trim().split(':');
    return `${Number(minute)} ${Number(hour)} * * ${day}`;
  });
}

function dayOf(kind: string, weeklyDay: string | undefined): string | null {
  if (kind === 'daily') return weeklyDay === undefined ? '*' : null;
  if (kind === 'weekly') return DAY_NAMES[weeklyDay ?? 'monday'] ?? null;
  return weeklyDay === undefined ? (DAY_NAMES[kind] ?? null) : null;
}

const HOUR_MS = 3_600_000;
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: HOUR_MS, day: 86_400_000 };
const EVERY_MS_MAX = 366 * 86_400_000;

function parseInterval(text: string, typed: string, now: number): Result<ScheduleRule> | null {
  // By the hours that pass, not by the clock on the wall: it repeats one in autumn and drops one in spring.
  if (text === 'hourly') {
    const from = new Date(Math.floor(now / HOUR_MS) * HOUR_MS).toISOString();
    return ok({ kind: 'every', every_ms: HOUR_MS, from });
  }
  const [, count = '1', unit = ''] = /^every (?:(\d{1,6}) )?(minute|hour|day)s?$/.exec(text) ?? [];
  if (unit === '') return null;
  const everyMs = Number(count) * (UNIT_MS[unit] ?? 0);
  if (everyMs === 0 || everyMs > EVERY_MS_MAX) return refuse(typed, 'must be from a minute to a year');
  return ok({ kind: 'every', every_ms: everyMs, from: new Date(now).toISOString() });
}

const PAUSE_MS = 60_000;
const PAUSE_MS_MIN = 10_000;

function parseContinuous(text: string, typed: string): Result<ScheduleRule> | null {
  const [whole, count, unit] = /^continuous(?: (\d{1,4}) ?(s|m|h))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const unitMs = unit === 'h' ? HOUR_MS : unit === 'm' ? 60_000 : 1_000;
  const pauseMs = count === undefined ? PAUSE_MS : Number(count) * unitMs;
  if (pauseMs < PAUSE_MS_MIN) return refuse(typed, 'must pause for ten seconds at least');
  return ok({ kind: 'continuous', pause_ms: pauseMs });
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function refuse(text: string, why: string): Result<never> {
  return fail(failure('usage', `"${text.slice(0, 60)}" ${why}.`, EXAMPLES));
}

const EXAMPLES =
  'Examples: "daily 02:30", "weekdays 09:00 Europe/Berlin", "weekly monday 09:00",\n' +
  '"every 15 minutes", "hourly", "continuous 5m", "30 2 1 * *" (a cron line).';
