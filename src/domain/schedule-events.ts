import * as z from 'zod';
import { TASK_AGENTS } from './agents.ts';
import { TaskOptions } from './task-options.ts';

/** What a schedule submits, and when. */
export const ScheduleSpec = z.strictObject({
  schedule_id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  /** As typed, for people: `daily 02:30`. */
  when: z.string(),
  /** What it means: cron lines in a time zone, or a pause in milliseconds after the end of the last occurrence. */
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cron'), lines: z.array(z.string()).min(1), time_zone: z.string() }),
    z.strictObject({ kind: z.literal('every'), every_ms: z.int().positive(), from: z.string() }),
    z.strictObject({ kind: z.literal('continuous'), pause_ms: z.int().nonnegative() }),
  ]),
  agent: z.enum(TASK_AGENTS),
  task_description: z.string(),
  command: z.string().optional(),
  options: TaskOptions,
  on_missed: z.enum(['skip', 'once']),
  overlap: z.enum(['skip', 'queue']),
});
export type ScheduleSpec = z.infer<typeof ScheduleSpec>;

/** A schedule was accepted. */
export const ScheduleAdded = z.strictObject({
  event: z.literal('schedule.added'),
  session_id: z.string(),
  spec: ScheduleSpec,
});
export type ScheduleAdded = z.infer<typeof ScheduleAdded>;

/** A schedule was paused, resumed or removed, or one planned time passed without a task. */
export const ScheduleChanged = z.strictObject({
  event: z.enum(['schedule.paused', 'schedule.resumed', 'schedule.removed', 'schedule.skipped']),
  session_id: z.string(),
  schedule_id: z.string(),
  /** ISO 8601; of `schedule.skipped`, the time up to which nothing is due any more. */
  planned_at: z.string().optional(),
  reason: z.string().optional(),
});
export type ScheduleChanged = z.infer<typeof ScheduleChanged>;
