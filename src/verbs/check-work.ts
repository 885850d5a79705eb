import type { Config } from '../config/config.ts';
import { readInside } from '../config/safe-path.ts';
import type { AgentName, TaskAgent } from '../domain/agents.ts';
import { AGENT_NAMES, isAgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { checkTask } from '../policy/check-task.ts';
import { checkShellCommand } from '../policy/commands/check-shell-command.ts';
import { routeTask } from '../policy/route.ts';
import { checkCommand } from './check-command.ts';
import type { VerbContext } from './context.ts';
import type { SubmitRequest } from './submit-request.ts';

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
    const allowed =
      request.isOwnCommand === true ? ok(undefined) : checkShellCommand(command.value, config.commands);
    if (!allowed.ok) return allowed;
    const description = cleanLine(command.value, COMMAND_SHOWN_CHARS);
    return ok({ agent: 'command', description, command: command.value, by: null });
  }
  const routed = route(request);
  if (!routed.ok) return routed;
  const brief = request.brief === undefined ? ok(undefined) : readInside(context.paths, request.brief);
  if (!brief.ok) return brief;
  const text = request.task;
  // Whoever takes over after a failure must be allowed to do the task as well.
  for (const agent of [routed.value.agent, ...successorOf(request)]) {
    const verdict = checkTask(
      { agent, text, ...(brief.value === undefined ? {} : { brief: brief.value }) },
      config.policy,
    );
    if (!verdict.ok) return verdict;
  }
  return ok({ ...routed.value, description: text });
}

function successorOf({ onFailure = '' }: SubmitRequest): AgentName[] {
  const name = onFailure.replace(/^agent:/, '');
  return isAgentName(name) ? [name] : [];
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
