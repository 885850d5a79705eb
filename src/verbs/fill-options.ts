import type { Config } from '../config/config.ts';
import type { AgentName, TaskAgent } from '../domain/agents.ts';
import { isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { TaskOptions } from '../domain/task-options.ts';
import type { Limits } from '../limits/limit-table.ts';
import { LIMIT_PRESETS, mergeLimits, usageLimitsOf } from '../limits/limit-table.ts';
import { checkReportPath } from '../workspace/live-report.ts';
import type { VerbContext } from './context.ts';
import { findBundle } from './find-bundle.ts';
import { isSubagentModel } from './in-session.ts';
import { given } from './request-of.ts';
import type { SubmitRequest } from './submit-request.ts';

/** All that was chosen for a task, with the defaults filled in. Whom it waits for comes later. */
export function fillOptions(
  context: VerbContext,
  request: SubmitRequest,
  agent: TaskAgent,
  config: Config,
): Result<TaskOptions> {
  const report =
    request.report === undefined ? ok(undefined) : checkReportPath(context.paths, request.report);
  if (!report.ok) return report;
  const bundle = request.bundle === undefined ? ok(undefined) : findBundle(context, request.bundle);
  if (!bundle.ok) return bundle;
  if (request.watchFor !== undefined && agent !== 'command') {
    return fail(failure('usage', '--watch-for is for shell commands: an agent writes no lines of output.'));
  }
  const recovery = recoveryOptions(request, agent);
  if (!recovery.ok) return recovery;
  const { preset = 'default' } = request;
  const limits = mergeLimits(
    config.limits,
    config.agent_limits[agent],
    LIMIT_PRESETS[preset],
    request.limits,
  );
  return ok({
    timeout_ms: request.timeoutMs ?? limits.timeout_ms ?? config.limits.timeout_ms,
    ...(isAgentName(agent) ? modelOptions(request, agent, config, limits) : {}),
    limits: usageLimitsOf(limits),
    ...given({
      report: report.value,
      brief: request.brief,
      bundle: bundle.value,
      name: request.name,
      group: request.group,
      changes: request.changes,
      watch_for: request.watchFor,
      priority: request.priority,
      slots: request.slots,
    }),
    ...(request.claims === undefined ? {} : { claims: [...request.claims] }),
    ...recovery.value,
  });
}

type Recovery = Pick<TaskOptions, 'attempts_max' | 'on_failure'>;

/** What follows a failure. Another agent cannot take over a shell command, nor the same agent from itself. */
function recoveryOptions({ onFailure, retries }: SubmitRequest, agent: TaskAgent): Result<Recovery> {
  if (onFailure === 'none' && retries !== undefined && retries > 0) {
    return fail(failure('usage', '--retries and --on-failure none: give one of them.'));
  }
  const other = onFailure?.startsWith('agent:') === true ? onFailure.slice('agent:'.length) : undefined;
  if (other !== undefined && (other === agent || !isAgentName(agent))) {
    const why = other === agent ? `it is the ${agent}'s task already` : 'a shell command has no agent';
    return fail(
      failure('usage', `--on-failure ${onFailure}: ${why}.`, 'Try again instead: --on-failure retry'),
    );
  }
  return ok(given({ attempts_max: retries === undefined ? undefined : retries + 1, on_failure: onFailure }));
}

function modelOptions(
  request: SubmitRequest,
  agent: AgentName,
  config: Config,
  limits: Limits,
): Partial<TaskOptions> {
  return given({
    model: modelOf(request, agent, config),
    max_turns: request.maxTurns ?? limits.max_turns,
    budget_usd: request.budgetUsd ?? limits.budget_usd,
  });
}

// A subagent takes fewer models; a default that it does not take is left to the client.
function modelOf(request: SubmitRequest, agent: AgentName, config: Config): string | undefined {
  const model = request.model ?? config.models[agent] ?? config.models.default;
  return request.inSession === true && model !== undefined && !isSubagentModel(model) ? undefined : model;
}
