import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * A moment in the past as people write it: `90m`, `2h`, `3d`, `today`, `yesterday`, `2026-11-20`, `2026-11-20T18:00`.
 * Days are those of this machine's time zone.
 * @returns milliseconds since the epoch
 */
export function parseSince(text: string, now: number): Result<number> {
  const word = text.trim().toLowerCase();
  const [, amount, unit = ''] = /^(\d{1,4})([mhdw])$/.exec(word) ?? [];
  if (amount !== undefined) return ok(now - Number(amount) * (UNIT_MS[unit] ?? 0));
  if (word === 'today' || word === 'yesterday') {
    const date = new Date(now);
    return ok(
      new Date(date.getFullYear(), date.getMonth(), date.getDate() - (word === 'today' ? 0 : 1)).getTime(),
    );
  }
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d))?$/.exec(word) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time}:00`);
  if (!Number.isNaN(at)) return ok(at);
  return fail(
    failure(
      'usage',
      `--since: "${cleanLine(text, 30)}" is no time.`,
      'Examples: 90m, 2h, 3d, today, yesterday, 2026-11-20, 2026-11-20T18:00.',
    ),
  );
}
