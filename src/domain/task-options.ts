import * as z from 'zod';
import { RETRIES_MAX } from './attempts.ts';
import { WATCH_CHARS_MAX } from './watch-for.ts';

/** A task that another one waits for. `success`: it must complete; `end`: any end will do. */
export const Dependency = z.strictObject({ task_id: z.string(), on: z.enum(['success', 'end']) });
export type Dependency = z.infer<typeof Dependency>;

/** Something that a task needs for itself (`exclusive`) or shares with others that only share it. */
export const Claim = z.strictObject({
  /** `path:src/auth` claims a file or folder and all below it; any other name is compared as it is. */
  resource: z.string().regex(/^[a-z]+:.+$/),
  mode: z.enum(['shared', 'exclusive']),
});
export type Claim = z.infer<typeof Claim>;

/** What a task may use, beside wall clock, turns and money. Left out: no limit. */
export const UsageLimits = z.strictObject({
  /** Ends a worker that says nothing for this long. */
  silence_ms: z.int().positive().optional(),
  tokens: z.int().positive().optional(),
  output_bytes: z.int().positive().optional(),
  memory_bytes: z.int().positive().optional(),
  cpu_percent: z.number().positive().optional(),
  processes: z.int().positive().optional(),
});
export type UsageLimits = z.infer<typeof UsageLimits>;

/** What happens after an attempt that failed for a reason that may pass: try again, another agent, or nothing. */
export const OnFailure = z.string().regex(/^(none|retry|agent:[a-z]+)$/);

/** What somebody answered to a worker that ended with a question: its session goes on with it. */
export const Answer = z.strictObject({ session_id: z.string().regex(/^[0-9a-f-]{36}$/), text: z.string() });
export type Answer = z.infer<typeof Answer>;

/** What a review is about: what `head` has over `base`; without a head, what is not committed. Names of branches. */
export const Changes = z.strictObject({ base: z.string(), head: z.string().optional() });
export type Changes = z.infer<typeof Changes>;

/** What the submitter chose for one task; all defaults are filled in. */
export const TaskOptions = z.strictObject({
  timeout_ms: z.int().positive(),
  model: z.string().optional(),
  max_turns: z.int().positive().optional(),
  budget_usd: z.number().positive().optional(),
  /** Project-relative path at which the report is kept live. */
  report: z.string().optional(),
  /** Project-relative path of a file that holds the long form of the task. */
  brief: z.string().optional(),
  /** The session whose context bundle goes into the prime. */
  bundle: z.string().optional(),
  name: z.string().optional(),
  /** These changes are put into its workspace when it starts. */
  changes: Changes.optional(),
  /** Higher starts first; 0 where it is left out. */
  priority: z.int().min(-100).max(100).optional(),
  /** How many slots it takes; 1 where it is left out. */
  slots: z.int().min(1).max(64).optional(),
  after: z.array(Dependency).optional(),
  claims: z.array(Claim).optional(),
  limits: UsageLimits.optional(),
  /** How many attempts at most; 1 where it is left out. */
  attempts_max: z
    .int()
    .min(1)
    .max(RETRIES_MAX + 1)
    .optional(),
  on_failure: OnFailure.optional(),
  /** Tasks that were submitted together bear the same one: they are told of together, with one joined report. */
  group: z
    .string()
    .regex(/^[a-z0-9-]{8,80}$/)
    .optional(),
  /** A regular expression, checked at submit: the first line of its output that fits it raises a notice. */
  watch_for: z.string().max(WATCH_CHARS_MAX).optional(),
  answer: Answer.optional(),
});
export type TaskOptions = z.infer<typeof TaskOptions>;
