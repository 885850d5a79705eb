import * as z from 'zod';

const line = z.string();

/** What a worker hands back at its end: the structured result that the client validates for us. */
export const WorkResult = z.object({
  /** `blocked`: it needs something that only a person or another task can give; `issues` says what. */
  status: z
    .enum(['completed', 'blocked', 'failed'])
    .describe('blocked: you need something to go on; say what in issues'),
  summary: line.describe('The outcome in one or two sentences, for somebody who reads nothing else'),
  work_performed: z
    .array(line)
    .describe('What you did, one step each, with evidence (file:line, command and its outcome)'),
  files: z
    .array(
      z.object({
        path: line.describe('Relative to the project root'),
        change: z.enum(['created', 'modified', 'deleted', 'read']),
        note: line.describe('What it is or what changed'),
      }),
    )
    .describe('Files you created, modified or deleted; read only where one matters to the result'),
  next_steps: z.array(line).describe('What should happen next, most useful first'),
  issues: z.array(line).describe('Problems, doubts, what was left undone; empty if there are none'),
  handoff: line.describe('What whoever continues must know: decisions, assumptions, how to verify'),
});
export type WorkResult = z.infer<typeof WorkResult>;

/** `WorkResult` as a JSON schema, for the client's `--json-schema`. */
export const workResultJsonSchema: Readonly<Record<string, unknown>> = withoutDialect(
  z.toJSONSchema(WorkResult),
);

/** A worker's result from whatever it gave, with gaps filled; null if it is none (no status or no summary). */
export function parseWorkResult(value: unknown): WorkResult | null {
  const parsed = TolerantWorkResult.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const lines = z.array(z.string()).catch([]).default([]);

const TolerantWorkResult = z.object({
  status: WorkResult.shape.status,
  summary: z.string(),
  work_performed: lines,
  files: z
    .array(
      z.object({
        path: z.string(),
        change: z.enum(['created', 'modified', 'deleted', 'read']).catch('modified'),
        note: z.string().catch(''),
      }),
    )
    .catch([])
    .default([]),
  next_steps: lines,
  issues: lines,
  handoff: z.string().catch('').default(''),
});

function withoutDialect(schema: object): Record<string, unknown> {
  const { $schema: _, ...rest } = schema as Record<string, unknown>;
  return rest;
}
