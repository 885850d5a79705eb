import type { Failure } from '../domain/failure.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState, TaskFacts } from '../domain/state.ts';
import { claimsOf, createClaimTable } from '../scheduler/claims.ts';
import type { VerbContext } from './context.ts';
import type { SubmitRequest } from './submit-request.ts';

/** The models by the names that the client's Agent tool takes. */
const SUBAGENT_MODELS = ['sonnet', 'opus', 'haiku', 'fable'] as const;

/** What Outloop does for tasks that it runs itself, and what nothing does for one inside the session, by its flag. */
const NOT_IN_SESSION = {
  after: 'after',
  priority: 'priority',
  slots: 'slots',
  retries: 'retries',
  onFailure: 'on-failure',
  timeoutMs: 'timeout',
  maxTurns: 'max-turns',
  budgetUsd: 'budget',
  limits: 'limits and the flags of single limits',
  preset: 'limits',
} as const;

/** Checks what a task inside the session can be told: its client runs it, so nothing else can be promised. */
export function checkInSession(context: VerbContext, request: SubmitRequest): Result<void> {
  if (request.inSession !== true) return ok(undefined);
  if (context.asker.sessionId === '' || request.command !== undefined) {
    return refuse('Only a session of Claude Code can run an agent inside itself.', 'Leave --in-session out.');
  }
  const flag = Object.entries(NOT_IN_SESSION).find(
    ([name]) => request[name as keyof SubmitRequest] !== undefined,
  );
  if (flag !== undefined) {
    return refuse(
      `--${flag[1]} cannot be kept with --in-session: the session's own client runs it, at once.`,
      'Leave one of them out. Without --in-session the task runs in a process of its own, with limits.',
    );
  }
  if (request.model !== undefined && !isSubagentModel(request.model)) {
    return refuse(
      `--model ${request.model} cannot be used with --in-session.`,
      `The client's Agent tool takes ${SUBAGENT_MODELS.join(', ')}.`,
    );
  }
  return ok(undefined);
}

/** True for a model that the Agent tool takes. */
export function isSubagentModel(model: string): boolean {
  return (SUBAGENT_MODELS as readonly string[]).includes(model);
}

/** Why a task cannot start in the session now, where it would have to wait for what others claim; null if it can. */
export function claimObstacle(
  state: JournalState,
  task: Pick<TaskFacts, 'agent' | 'options'>,
): Failure | null {
  const table = createClaimTable();
  for (const open of state.open.values()) {
    if (open.phase === 'running' || open.runner === 'subagent') table.add(open.id, claimsOf(open));
  }
  const conflict = table.conflict(claimsOf(task));
  if (conflict === null) return null;
  return failure(
    'usage',
    `${conflict.taskId} is at work on the same files (${conflict.claim.resource}), and a task in the session cannot wait.`,
    'Leave --in-session out: then it starts when that one has ended. Or name other files with --claim path:DIR.',
  );
}

function refuse(message: string, hint: string): Result<never> {
  return fail(failure('usage', message, hint));
}
