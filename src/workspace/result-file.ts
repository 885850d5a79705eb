import * as z from 'zod';
import { TASK_AGENTS } from '../domain/agents.ts';
import { EndStatus, Usage } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { WorkResult } from '../domain/work-result.ts';
import { readTextFile, replaceFile } from './safe-file.ts';

/** `result.json`: how a task ended, for programs. Times are ISO 8601. */
export const StoredResult = z.object({
  task_id: z.string(),
  agent: z.enum(TASK_AGENTS),
  task: z.string(),
  status: EndStatus,
  success: z.boolean(),
  summary: z.string(),
  why: z.string(),
  result: WorkResult.nullable(),
  usage: Usage.nullable(),
  attempt: z.int().positive().nullable(),
  started_at: z.string().nullable(),
  ended_at: z.string(),
  duration_ms: z.int().nonnegative(),
  worker_session_id: z.string().nullable(),
  containment: z.string().nullable(),
  limits: z.string().optional(),
  denied: z.array(z.string()),
});
export type StoredResult = z.infer<typeof StoredResult>;

/** Writes `result.json`. With `sync` it is on the disk before this returns, and survives a power cut. */
export function writeStoredResult(
  path: string,
  result: StoredResult,
  options: { sync: boolean },
): Result<void> {
  return replaceFile(path, `${JSON.stringify(result, null, 2)}\n`, options);
}

/** Reads a `result.json`; null if there is none. */
export function readStoredResult(path: string): Result<StoredResult | null> {
  const text = readTextFile(path, RESULT_BYTES_MAX);
  if (!text.ok) return text;
  if (text.value === null) return ok(null);
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    value = undefined;
  }
  const parsed = StoredResult.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return fail(
    failure('input_malformed', `${path} is no result of a task.`, 'report.md beside it may still say more.'),
  );
}

const RESULT_BYTES_MAX = 4 * 1024 * 1024;
