import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { readInside } from '../config/safe-path.ts';
import type { SchedulingFlags } from '../config/scheduling-flags.ts';
import { staticPrimeOf } from '../context/prime-of.ts';
import { submittedEvent } from '../context/submitted-event.ts';
import type { AgentName, TaskAgent } from '../domain/agents.ts';
import { AGENT_NAMES, isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { TaskFacts } from '../domain/state.ts';
import { makeTaskId } from '../domain/task-id.ts';
import type { TaskOptions } from '../domain/task-options.ts';
import { credentialNames } from '../ipc/environment.ts';
import { transact } from '../journal/transact.ts';
import type { Limits } from '../limits/limit-table.ts';
import { mergeLimits, usageLimitsOf } from '../limits/limit-table.ts';
import { cleanLine } from '../observe/clean.ts';
import { checkTask } from '../policy/check-task.ts';
import { policyHash } from '../policy/policy-hash.ts';
import { routeTask } from '../policy/route.ts';
import { createWorkspace } from '../workspace/create.ts';
import { checkReportPath } from '../workspace/live-report.ts';
import { checkCommand } from './check-command.ts';
import type { VerbContext } from './context.ts';
import { handoffOf } from './handoff.ts';
import type { WantedAfter } from './resolve-after.ts';
import { findAfter, settleAfter } from './resolve-after.ts';

/** A task as somebody asks for it. What is left out is filled in: the agent by routing, limits by configuration. */
export interface SubmitRequest extends SchedulingFlags {
  readonly task: string;
  /** A shell command to run instead of an agent; `task` says in words what it is, or is empty. */
  readonly command?: string | undefined;
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
  const work = await checkWork(context, request, config.value);
  if (!work.ok) return work;
  const options = fillOptions(context, request, work.value.agent, config.value);
  if (!options.ok) return options;
  const after = await findAfter(context, request.after ?? []);
  if (!after.ok) return after;
  const accepted = await accept(context, work.value, options.value, after.value, config.value);
  if (!accepted.ok) return accepted;
  return ok({
    task: accepted.value,
    routedBy: work.value.by,
    problem: await launch(context, accepted.value, config.value),
  });
}

/** What is to be done, checked: by an agent through the policy, or a command. */
export interface CheckedWork {
  readonly agent: TaskAgent;
  readonly description: string;
  readonly command?: string;
  readonly by: string | null;
}

/** Checks what is asked for, and routes it where no agent was named. */
export async function checkWork(
  context: VerbContext,
  request: SubmitRequest,
  config: Config,
): Promise<Result<CheckedWork>> {
  if (request.command !== undefined) {
    const command = checkCommand(request.command);
    if (!command.ok) return command;
    const description = cleanLine(command.value, COMMAND_SHOWN_CHARS);
    return ok({ agent: 'command', description, command: command.value, by: null });
  }
  const routed = route(request);
  if (!routed.ok) return routed;
  const brief = request.brief === undefined ? ok(undefined) : readInside(context.paths, request.brief);
  if (!brief.ok) return brief;
  const text = request.task;
  const verdict = checkTask(
    { agent: routed.value.agent, text, ...(brief.value === undefined ? {} : { brief: brief.value }) },
    config.policy,
  );
  return verdict.ok ? ok({ ...routed.value, description: text }) : verdict;
}

const COMMAND_SHOWN_CHARS = 200;

function route(request: SubmitRequest): Result<{ agent: AgentName; by: string | null }> {
  if (request.agent !== undefined) {
    if (isAgentName(request.agent)) return ok({ agent: request.agent, by: null });
    return fail(
      failure(
        'unknown_agent',
        `There is no agent "${cleanLine(request.agent, 40)}".`,
        `The agents are ${AGENT_NAMES.join(', ')}.`,
      ),
    );
  }
  const { agent, by } = routeTask(request.task);
  return ok({ agent, by });
}

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
  const limits = mergeLimits(config.limits, config.agent_limits[agent]);
  return ok({
    timeout_ms: request.timeoutMs ?? limits.timeout_ms ?? config.limits.timeout_ms,
    ...(isAgentName(agent) ? modelOptions(request, agent, config, limits) : {}),
    limits: usageLimitsOf(limits),
    ...given({
      report: report.value,
      brief: request.brief,
      name: request.name,
      priority: request.priority,
      slots: request.slots,
    }),
    ...(request.claims === undefined ? {} : { claims: [...request.claims] }),
  });
}

function modelOptions(
  request: SubmitRequest,
  agent: AgentName,
  config: Config,
  limits: Limits,
): Partial<TaskOptions> {
  return given({
    model: request.model ?? config.models[agent] ?? config.models.default,
    max_turns: request.maxTurns ?? limits.max_turns,
    budget_usd: request.budgetUsd ?? limits.budget_usd,
  });
}

/** Without what is undefined. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

async function accept(
  context: VerbContext,
  work: CheckedWork,
  options: TaskOptions,
  wanted: readonly WantedAfter[],
  config: Config,
): Promise<Result<TaskFacts>> {
  const credentials = work.command === undefined ? credentialNames(context.env) : [];
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
    let id = makeTaskId(submittedAt, work.agent, context.random(4));
    while (state.open.has(id) || state.ended.has(id)) {
      id = makeTaskId(submittedAt, work.agent, context.random(4));
    }
    const after = settleAfter(state, id, wanted);
    if (!after.ok) return after;
    const task: TaskFacts = {
      id,
      agent: work.agent,
      description: work.description,
      ...(work.command === undefined ? {} : { command: work.command }),
      sessionId: context.asker.sessionId,
      owner: context.asker.owner,
      options: after.value.length === 0 ? options : { ...options, after: after.value },
      ...(work.by === null ? {} : { routedBy: work.by }),
      credentials,
      submittedAt,
    };
    return ok({ events: [submittedEvent(task, policyHash(config.policy))], value: task });
  });
}

// The task is accepted by now, so what fails here is said but takes nothing back: the supervisor makes a missing
// workspace, and the next hook starts a missing supervisor.
async function launch(context: VerbContext, task: TaskFacts, config: Config): Promise<string | null> {
  const created = createWorkspace(context.paths, task, staticPrimeOf(task), {
    gitignore: config.gitignore_reports,
  });
  try {
    await context.wake([handoffOf(context, task.id)]);
  } catch (error) {
    return `The supervisor could not be started: ${(error as Error).message}`;
  }
  return created.ok ? null : created.failure.message;
}
