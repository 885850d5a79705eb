import { loadConfig, loadSettings } from '../config/load-config.ts';
import { isAgentName } from '../domain/agents.ts';
import { failureText } from '../domain/failure.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { cleanLine, truncate } from '../observe/clean.ts';
import { checkTask } from '../policy/check-task.ts';
import type { VerbContext } from '../verbs/context.ts';
import { submit } from '../verbs/submit.ts';
import { startSubagent } from './start-subagent.ts';

/** What becomes of a call that the model makes on its own: it passes as it is, or as a task, or is refused. */
export type OwnCall =
  | { readonly kind: 'pass' }
  | { readonly kind: 'admit'; readonly prompt: string }
  | { readonly kind: 'deny'; readonly reason: string };

/**
 * Judges a call of one of our agents that no task asked for, by `subagents` of the configuration. One that is let through
 * stands in the activity log; one that is admitted is a task from here on, through the same policy as a typed one.
 */
export async function judgeOwnCall(
  context: VerbContext,
  input: HookInput,
  agent: string,
  prompt: string,
): Promise<OwnCall> {
  const settings = await loadSettings(context.paths, context.env);
  // Who cannot read what is allowed lets pass what a person would have been asked about anyway.
  const choice = settings.ok ? settings.value.subagents : 'observe';
  if (choice === 'observe' || !isAgentName(agent)) return { kind: 'pass' };
  if (choice === 'refuse') {
    return {
      kind: 'deny',
      reason:
        `the ${agent} works on tasks only here (subagents: refuse). ` +
        'A person starts one with /outloop:background, and --in-session for one inside this session.',
    };
  }
  if (input.agent_id !== undefined) return { kind: 'deny', reason: 'a subagent does not delegate.' };
  return admit(context, input, agent, prompt);
}

async function admit(
  context: VerbContext,
  input: HookInput,
  agent: string,
  prompt: string,
): Promise<OwnCall> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return { kind: 'deny', reason: failureText(config.failure) };
  const { policy } = config.value;
  const text = cleanLine(prompt);
  // The policy looks at all that the subagent would be told; the task is called by its beginning.
  const whole = { ...policy, lengthMax: Math.max(policy.lengthMax, text.length) };
  const verdict = isAgentName(agent) ? checkTask({ agent, text }, whole) : null;
  if (verdict?.ok === false) return { kind: 'deny', reason: failureText(verdict.failure) };
  const task = truncate(text, policy.lengthMax);
  const submitted = await submit(context, { task, agent, inSession: true });
  if (!submitted.ok) return { kind: 'deny', reason: failureText(submitted.failure) };
  const started = await startSubagent(context, input, submitted.value.task.id);
  if (!started.ok) return { kind: 'deny', reason: failureText(started.failure) };
  return {
    kind: 'admit',
    prompt: `${started.value.prime}\nTHE TASK IN FULL, as the session put it:\n${prompt}\n`,
  };
}
