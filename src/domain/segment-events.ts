import * as z from 'zod';

/** The file ends here, and nothing that follows in it counts: the history goes on in a file of its own. */
export const JournalClosed = z.strictObject({
  event: z.literal('journal.closed'),
  /** The name that this file gets in the archive. */
  segment: z.string(),
});
export type JournalClosed = z.infer<typeof JournalClosed>;

/** First record of a file that continues a closed one: `prev` is the last hash there. */
export const JournalContinued = z.strictObject({
  event: z.literal('journal.continued'),
  /** Name of the closed file in the archive. */
  segment: z.string(),
  /** The state after the closed file, so that nobody needs that file to go on. A `StateSnapshot`. */
  base: z.record(z.string(), z.unknown()),
});
export type JournalContinued = z.infer<typeof JournalContinued>;

/** Records were lost from the middle, and somebody had the rest put together again. */
export const JournalRepaired = z.strictObject({
  event: z.literal('journal.repaired'),
  /** Order numbers that are lost, both ends included. What follows got new ones. */
  lost: z.array(z.strictObject({ seq_from: z.int().positive(), seq_to: z.int().positive() })).min(1),
  /** Tasks that the unreadable lines still name. */
  task_ids: z.array(z.string()),
  /** Where the damaged file is kept, relative to the folder of the journal. */
  kept_in: z.string(),
});
export type JournalRepaired = z.infer<typeof JournalRepaired>;

/** The workspaces of these ended tasks were cleaned away: that they are missing is no damage. */
export const WorkspacesRemoved = z.strictObject({
  event: z.literal('workspaces.removed'),
  session_id: z.string(),
  task_ids: z.array(z.string()).min(1),
});
export type WorkspacesRemoved = z.infer<typeof WorkspacesRemoved>;
