import * as z from 'zod';

const taskId = z.string().regex(/^[a-z0-9-]{8,80}$/);

/** A task that has not started waits for another one instead of the one that it was submitted with: its retry. */
export const DependencyMoved = z.strictObject({
  event: z.literal('dependency.moved'),
  task_id: taskId,
  from: taskId,
  to: taskId,
  session_id: z.string(),
});
export type DependencyMoved = z.infer<typeof DependencyMoved>;
