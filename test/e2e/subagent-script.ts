import type { Reply, Script, ToolCall } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { hasTool, sinceLastAnswer } from '../harness/model-request.ts';
import { isWorkerRequest, WORK_RESULT } from './worker-script.ts';

/** The Agent calls that Outloop asked for since its last answer, as a model makes them. */
export function askedCalls(request: ModelRequest): ToolCall[] {
  const asked = sinceLastAnswer(request).matchAll(
    /subagent_type "([^"]+)", description "([^"]+)", prompt "([^"]+)"/g,
  );
  return [...asked].map(([, type, description, prompt]) => ({
    name: 'Agent',
    input: { subagent_type: type, description, prompt },
  }));
}

/** What a subagent is asked to say last; undefined where it is not asked. */
export function askedHandback(request: ModelRequest): string | undefined {
  return /answer with exactly this text and nothing else\.\n([^\n]+)/.exec(sinceLastAnswer(request))?.[1];
}

/** The steps of a scripted subagent; each has a default. */
export interface SubagentSteps {
  /** Its work. By default it hands in `WORK_RESULT` at once. */
  readonly work?: (request: ModelRequest) => Reply;
  /** What it says when it is asked for the last message. By default what it is asked for. */
  readonly handback?: (asked: string) => Reply;
  /** What the session itself says; by default it makes the calls that it is asked for, and else says `ok`. */
  readonly session?: (request: ModelRequest) => Reply | undefined;
}

/** A session that makes the calls it is asked for, and subagents that take these steps. */
export function subagentScript(steps: SubagentSteps = {}): Script {
  return (request) => {
    if (isWorkerRequest(request)) {
      const asked = askedHandback(request);
      if (asked !== undefined) return steps.handback?.(asked) ?? { text: asked };
      return steps.work?.(request) ?? handIn();
    }
    const own = steps.session?.(request);
    if (own !== undefined) return own;
    const calls = hasTool(request, 'Agent') ? askedCalls(request) : [];
    return calls.length === 0 ? { text: 'ok' } : { text: 'I start it.', tools: calls };
  };
}

/** The message by which a subagent hands in its result. */
export function handIn(result: Readonly<Record<string, unknown>> = WORK_RESULT): Reply {
  return { text: JSON.stringify(result) };
}
