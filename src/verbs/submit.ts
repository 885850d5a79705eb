import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { readInside } from '../config/safe-path.ts';
import { staticPrimeOf } from '../context/prime-of.ts';
import type { AgentName } from '../domain/agents.ts';
import { isAgentName } from '../domain/agents.ts';
import type { TaskSubmitted } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { TaskFacts } from '../domain/state.ts';
import { makeTaskId } from '../domain/task-id.ts';
import type { TaskOptions } from '../domain/task-options.ts';
import { credentialNames, makeHandoff } from '../ipc/environment.ts';
import { transact } from '../journal/transact.ts';
import { checkTask } from '../policy/check-task.ts';
import { policyHash } from '../policy/policy-hash.ts';
import { routeTask } from '../policy/route.ts';
import { createWorkspace } from '../workspace/create.ts';
import { checkReportPath } from '../workspace/live-report.ts';
import type { VerbContext } from './context.ts';

/** A task as somebody asks for it. What is left out is filled in: the agent by routing, limits by configuration. */
export interface SubmitRequest {
  readonly task: string;
  readonly agent?: string | undefined;
  readonly model?: string | undefined;
  readonly report?: string | undefined;
  readonly brief?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly maxTurns?: number | undefined;
  readonly budgetUsd?: number | undefined;
  readonly name?: string | undefined;
}

/** An accepted task. From here on it will reach exactly one end. */
export interface Submitted {
  readonly task: TaskFacts;
  /** Why this agent, when none was named. */
  readonly routedBy: string | null;
  /** What went wrong after the task was accepted; it waits for the next hook then. Null when all is well. */
  readonly problem: string | null;
}

/**
 * Checks a task against the policy and accepts it: one journal transaction, then the workspace, then the supervisor
 * is woken. A refusal leaves nothing behind.
 */
export async function submit(context: VerbContext, request: SubmitRequest): Promise<Result<Submitted>> {
  if ((context.env.OUTLOOP_TASK_ID ?? '') !== '') {
    return fail(
      failure(
        'policy_refused',
        'A background worker does not delegate.',
        'Say in its result what should be delegated; a person or their session decides.',
        { rule: 'recursion', category: 'recursion' },
      ),
    );
  }
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const routed = route(request);
  if (!routed.ok) return routed;
  const brief = request.brief === undefined ? ok(undefined) : readInside(context.paths, request.brief);
  if (!brief.ok) return brief;
  const verdict = checkTask(
    {
      agent: routed.value.agent,
      text: request.task,
      ...(brief.value === undefined ? {} : { brief: brief.value }),
    },
    config.value.policy,
  );
  if (!verdict.ok) return verdict;
  const options = fillOptions(context, request, routed.value.agent, config.value);
  if (!options.ok) return options;

  const accepted = await accept(context, request, routed.value, options.value, config.value);
  if (!accepted.ok) return accepted;
  return ok({
    task: accepted.value,
    routedBy: routed.value.by,
    problem: await launch(context, accepted.value, config.value),
  });
}

function route(request: SubmitRequest): Result<{ agent: AgentName; by: string | null }> {
  if (request.agent !== undefined) {
    if (isAgentName(request.agent)) return ok({ agent: request.agent, by: null });
    return fail(failure('unknown_agent', `There is no agent "${request.agent}".`));
  }
  const { agent, by } = routeTask(request.task);
  return ok({ agent, by });
}

function fillOptions(
  context: VerbContext,
  request: SubmitRequest,
  agent: AgentName,
  config: Config,
): Result<TaskOptions> {
  const report =
    request.report === undefined ? ok(undefined) : checkReportPath(context.paths, request.report);
  if (!report.ok) return report;
  const model = request.model ?? config.models[agent] ?? config.models.default;
  const maxTurns = request.maxTurns ?? config.limits.max_turns;
  const budget = request.budgetUsd ?? config.limits.budget_usd;
  return ok({
    timeout_ms: request.timeoutMs ?? config.limits.timeout_ms,
    ...(model === undefined ? {} : { model }),
    ...(maxTurns === undefined ? {} : { max_turns: maxTurns }),
    ...(budget === undefined ? {} : { budget_usd: budget }),
    ...(report.value === undefined ? {} : { report: report.value }),
    ...(request.brief === undefined ? {} : { brief: request.brief }),
    ...(request.name === undefined ? {} : { name: request.name }),
  });
}

async function accept(
  context: VerbContext,
  request: SubmitRequest,
  routed: { agent: AgentName; by: string | null },
  options: TaskOptions,
  config: Config,
): Promise<Result<TaskFacts>> {
  const credentials = credentialNames(context.env);
  return transact(context.journal, context, (state) => {
    const taken = [...state.open.values()].find(
      (open) => options.report !== undefined && open.options.report === options.report,
    );
    if (taken !== undefined) {
      return fail(
        failure(
          'usage',
          `The report of ${taken.id} is kept at ${options.report} already.`,
          'Choose another path for --report.',
        ),
      );
    }
    const submittedAt = context.now();
    let id = makeTaskId(submittedAt, routed.agent, context.random(4));
    while (state.open.has(id) || state.ended.has(id)) {
      id = makeTaskId(submittedAt, routed.agent, context.random(4));
    }
    const task: TaskFacts = {
      id,
      agent: routed.agent,
      description: request.task,
      sessionId: context.asker.sessionId,
      owner: context.asker.owner,
      options,
      ...(routed.by === null ? {} : { routedBy: routed.by }),
      credentials,
      submittedAt,
    };
    return ok({ events: [submittedEvent(task, policyHash(config.policy))], value: task });
  });
}

function submittedEvent(task: TaskFacts, hash: string): TaskSubmitted {
  return {
    event: 'task.submitted',
    session_id: task.sessionId,
    task_id: task.id,
    delegated_agent: task.agent,
    task_description: task.description,
    is_background: true,
    status: 'initiated',
    context_prime_length: staticPrimeOf(task).length,
    runner: 'headless',
    owner: task.owner,
    options: task.options,
    ...(task.routedBy === undefined ? {} : { routed_by: task.routedBy }),
    credentials: [...task.credentials],
    policy_hash: hash,
  };
}

// The task is accepted by now, so what fails here is said but takes nothing back: the supervisor makes a missing
// workspace, and the next hook starts a missing supervisor.
async function launch(context: VerbContext, task: TaskFacts, config: Config): Promise<string | null> {
  const created = createWorkspace(context.paths, task, staticPrimeOf(task), {
    gitignore: config.gitignore_reports,
  });
  try {
    await context.wake([makeHandoff(task.id, context.env)]);
  } catch (error) {
    return `The supervisor could not be started: ${(error as Error).message}`;
  }
  return created.ok ? null : created.failure.message;
}
