import { failure, failureText } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail } from '../domain/result.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { answer } from '../entry/hook-io.ts';
import { noticesIn } from '../notices/notice-text.ts';
import { callTitle, ownAgent, subagentType } from '../notices/subagent-text.ts';
import { looseText } from '../observe/loose.ts';
import type { VerbContext } from '../verbs/context.ts';
import { startSubagent } from './start-subagent.ts';

// A marker with a few words around it is still the call that was asked for; the prime replaces all of it.
const MARKER_CHARACTERS_MAX = 300;

/**
 * PreToolUse on Agent: the call that Outloop asked for gets the prime of its task in the place of the marker, so that the
 * prime never enters the primary context. Any other call of one of our agents is judged by the configuration.
 */
export async function agentCall(context: VerbContext, input: HookInput): Promise<void> {
  const call = input.tool_input ?? {};
  const prompt = looseText(call.prompt);
  const [taskId] = prompt.length <= MARKER_CHARACTERS_MAX ? noticesIn(prompt) : [];
  if (taskId !== undefined) {
    const started =
      input.agent_id === undefined ? await startSubagent(context, input, taskId) : fromSubagent();
    if (!started.ok) {
      deny(failureText(started.failure));
      return;
    }
    const { task, prime } = started.value;
    const { model } = task.options;
    allow({
      ...call,
      description: callTitle(task),
      subagent_type: subagentType(task.agent),
      prompt: prime,
      ...(model === undefined ? {} : { model }),
    });
    return;
  }
  const agent = ownAgent(looseText(call.subagent_type));
  if (agent === null) return;
  const { judgeOwnCall } = await import('./judge-own-call.ts');
  const judged = await judgeOwnCall(context, input, agent, prompt);
  if (judged.kind === 'deny') deny(judged.reason);
  else if (judged.kind === 'admit') allow({ ...call, prompt: judged.prompt });
}

function fromSubagent(): Result<never> {
  return fail(failure('policy_refused', 'A subagent does not start tasks: only the session itself does.'));
}

function allow(updatedInput: Readonly<Record<string, unknown>>): void {
  answer({
    hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'allow', updatedInput },
  });
}

function deny(reason: string): void {
  answer({
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: 'deny',
      permissionDecisionReason: `Outloop: ${reason}`,
    },
  });
}
