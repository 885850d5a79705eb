import * as z from 'zod';

/** The first line that a supervisor says to whoever connects: it proves the project before a secret is sent. */
export const Greeting = z.object({
  outloop: z.literal(1),
  root: z.string(),
  pid: z.int(),
  version: z.string(),
  token: z.string(),
});
export type Greeting = z.infer<typeof Greeting>;

/** The environment that a task's worker shall run in. It lives in memory only. */
export const Handoff = z.object({
  task_id: z.string(),
  environment: z.record(z.string(), z.string()),
});
export type Handoff = z.infer<typeof Handoff>;

/**
 * What a client asks of the supervisor. `wake`: look at the journal now, and keep these environments.
 * `drain`: stop, leave the workers running, and give the kept environments to whoever takes over.
 */
export const Request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('wake'), handoffs: z.array(Handoff) }),
  z.object({ type: z.literal('drain') }),
]);
export type Request = z.infer<typeof Request>;

/** The supervisor's one answer to a request. */
export const Reply = z.object({ ok: z.boolean(), handoffs: z.array(Handoff).optional() });
export type Reply = z.infer<typeof Reply>;

/** What `.outloop/supervisor.json` says: where the supervisor listens, and what its greeting must carry. */
export interface SupervisorCard {
  readonly socket: string;
  readonly pid: number;
  readonly version: string;
  readonly token: string;
}
