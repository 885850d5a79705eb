import { Cron } from 'croner';
import type { ScheduleSpec } from '../domain/schedule-events.ts';

/** What a schedule means. */
export type ScheduleRule = ScheduleSpec['rule'];

/** The rules that have planned times: of `continuous` the next time depends on an end. */
export type TimedRule = Exclude<ScheduleRule, { kind: 'continuous' }>;

/** The first planned time after `after`, in milliseconds since the epoch; null when there is none any more. */
export function nextRun(rule: TimedRule, after: number): number | null {
  if (rule.kind === 'every') {
    const from = Date.parse(rule.from);
    const steps = Math.max(1, Math.floor((after - from) / rule.every_ms) + 1);
    return from + steps * rule.every_ms;
  }
  let next: number | null = null;
  for (const line of rule.lines) {
    const run = cronOf(line, rule.time_zone).nextRun(new Date(after));
    if (run !== null && (next === null || run.getTime() < next)) next = run.getTime();
  }
  return next;
}

/** The last planned time after `after` and not after `now`; null when there is none. */
export function lastRun(rule: TimedRule, after: number, now: number): number | null {
  const first = nextRun(rule, after);
  if (first === null || first > now) return null;
  if (rule.kind === 'every') return now - ((now - first) % rule.every_ms);
  // A clock that stood still for a year may have missed half a million times: only the last few are walked.
  let back = now;
  for (let step = WALK_MS; back > first; step *= 2) {
    back = Math.max(first - 1, now - step);
    const run = nextRun(rule, back);
    if (run !== null && run <= now) break;
  }
  let last = first;
  for (let run = nextRun(rule, back); run !== null && run <= now; run = nextRun(rule, run)) last = run;
  return last;
}

const WALK_MS = 60_000;

// Reading a line costs a hundred times as much as asking it, and a supervisor asks every second.
const KNOWN = new Map<string, Cron>();
const KNOWN_MAX = 500;

function cronOf(line: string, timeZone: string): Cron {
  const key = `${timeZone}\n${line}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  if (KNOWN.size >= KNOWN_MAX) KNOWN.clear();
  const cron = new Cron(line, { timezone: timeZone, paused: true, mode: '5-part' });
  KNOWN.set(key, cron);
  return cron;
}
