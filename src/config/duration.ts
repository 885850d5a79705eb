import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { LIMIT_TABLE } from '../limits/limit-table.ts';
import { cleanLine } from '../observe/clean.ts';

const { min: TIMEOUT_MS_MIN, max: TIMEOUT_MS_MAX } = LIMIT_TABLE.timeout_ms;

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** `90s`, `20m`, `2h` or `1h30m` in milliseconds, within 10 s and 24 h. A number without a unit is refused. */
export function parseDuration(text: string): Result<number> {
  const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/i.exec(text.trim());
  const [, hours, minutes, seconds] = parts ?? [];
  if (parts === null || (hours ?? minutes ?? seconds) === undefined) {
    return fail(failure('usage', `"${cleanLine(text, 30)}" is no duration.`, ALLOWED));
  }
  const ms =
    Number(hours ?? 0) * UNIT_MS.h + Number(minutes ?? 0) * UNIT_MS.m + Number(seconds ?? 0) * UNIT_MS.s;
  if (ms < TIMEOUT_MS_MIN || ms > TIMEOUT_MS_MAX) {
    return fail(failure('usage', `The duration ${cleanLine(text, 30)} is out of range.`, ALLOWED));
  }
  return ok(ms);
}

const ALLOWED = 'Durations look like 90s, 20m, 2h or 1h30m; allowed are 10s to 24h.';
