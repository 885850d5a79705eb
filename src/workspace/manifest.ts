import * as z from 'zod';
import { TASK_AGENTS } from '../domain/agents.ts';
import { EndStatus } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { TaskOptions } from '../domain/task-options.ts';
import { readTextFile } from './safe-file.ts';

/** What a workspace is about. The first six fields are those of the original format. Times are ISO 8601. */
export const Manifest = z.object({
  task_id: z.string(),
  agent: z.enum(TASK_AGENTS),
  task: z.string(),
  start_time: z.string(),
  status: z.union([z.literal('active'), EndStatus]),
  /** Always true: a worker never shares the context of the session that asked. */
  isolation: z.literal(true),
  /** The session that asked. */
  session_id: z.string(),
  options: TaskOptions,
  attempt: z.int().positive().optional(),
  attempt_started_at: z.string().optional(),
  worker_session_id: z.string().optional(),
  ended_at: z.string().optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads a manifest; fields that this version does not know are left out. Null if there is none. */
export function readManifest(path: string): Result<Manifest | null> {
  const text = readTextFile(path, MANIFEST_BYTES_MAX);
  if (!text.ok) return text;
  if (text.value === null) return ok(null);
  const parsed = Manifest.safeParse(parseJson(text.value));
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const where = issue === undefined ? '' : ` at ${issue.path.join('.') || 'the top'}: ${issue.message}`;
  return fail(
    failure('input_malformed', `${path} is no manifest${where}.`, 'The journal still knows the task.'),
  );
}

const MANIFEST_BYTES_MAX = 256 * 1024;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
