import type { AfterPart } from '../config/scheduling-flags.ts';
import type { TaskSubmitted } from '../domain/events.ts';
import type { SubmitRequest } from './submit-request.ts';

/**
 * The request that would make the same task again, from the line that opened it. Whom it waits for is left to the
 * caller: some of those have ended by now.
 */
export function requestOf(submitted: TaskSubmitted, after: readonly AfterPart[]): SubmitRequest {
  const { options, command } = submitted;
  const { attempts_max: attempts } = options;
  return {
    task: command === undefined ? submitted.task_description : '',
    ...(command === undefined ? { agent: submitted.delegated_agent } : { command }),
    timeoutMs: options.timeout_ms,
    ...given({
      model: options.model,
      report: options.report,
      brief: options.brief,
      bundle: options.bundle,
      name: options.name,
      changes: options.changes,
      watchFor: options.watch_for,
      maxTurns: options.max_turns,
      budgetUsd: options.budget_usd,
      priority: options.priority,
      slots: options.slots,
      claims: options.claims,
      limits: options.limits === undefined ? undefined : given(options.limits),
      onFailure: options.on_failure,
      retries: attempts === undefined ? undefined : attempts - 1,
      after: after.length === 0 ? undefined : after,
    }),
  };
}

/** Without what is undefined. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
