import * as z from 'zod';

/** The session's client has launched the subagent of a task: this is its id there, by which the client can stop it. */
export const AttemptTied = z.strictObject({
  event: z.literal('attempt.tied'),
  task_id: z.string(),
  agent_id: z.string().min(1).max(80),
});
export type AttemptTied = z.infer<typeof AttemptTied>;
