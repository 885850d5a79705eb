import { loadConfig } from '../config/load-config.ts';
import type { AgentName } from '../domain/agents.ts';
import { ok, type Result } from '../domain/result.ts';
import { checkTask } from '../policy/check-task.ts';
import { policyHash } from '../policy/policy-hash.ts';
import type { SupervisorContext } from './context.ts';

/** Who takes over from a task that has failed for good (`--on-failure agent:NAME`). */
export interface Heir {
  readonly agent: AgentName;
  readonly policyHash: string;
}

/** Whether the policy, as it is now, lets another agent do the task. */
export async function judgeHeir(
  context: Pick<SupervisorContext, 'paths' | 'env'>,
  agent: AgentName,
  text: string,
): Promise<Result<Heir>> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const { policy } = config.value;
  const verdict = checkTask({ agent, text }, policy);
  return verdict.ok ? ok({ agent, policyHash: policyHash(policy) }) : verdict;
}
