import { cleanLine } from './clean.ts';
import { type Loose, looseList, looseObject, looseText } from './loose.ts';
import { shownPath, targetOf } from './progress-line.ts';
import { type Redactor, redact } from './redact.ts';
import type { StreamLine } from './stream-line.ts';

/** What every line of `activity.jsonl` says: when, and in which session. `task_id` stands where a worker did it. */
interface ActivityBase {
  /** ISO 8601. */
  readonly timestamp: string;
  readonly session_id: string;
  readonly task_id?: string;
  /** The subagent that did it, by the client's id, and of what type it is. */
  readonly agent_id?: string;
  readonly agent_type?: string;
}

/** One line of `activity.jsonl`. Nothing is ever decided from it. */
export type Activity = ActivityBase &
  (
    | { readonly event: 'prompt'; readonly characters: number; readonly text?: string }
    | {
        readonly event: 'tool';
        readonly tool: string;
        /** What it was aimed at: a path, a command, a pattern; redacted, at most `TARGET_CHARS_MAX`. */
        readonly target: string;
        readonly tool_use_id: string;
      }
    | { readonly event: 'delegation'; readonly agent: string; readonly text: string }
    | { readonly event: 'stop' }
  );

export const TARGET_CHARS_MAX = 200;

/** How a session's activity is taken down. */
export interface ActivityChoice {
  /** Whether prompts stand there with their text, or with their length alone. */
  readonly promptText: boolean;
  readonly timestamp: string;
  readonly redactText?: Redactor;
}

/** What one hook of a session tells: a prompt, the tool calls of a batch, a stop. Empty where there is nothing to say. */
export function activityOfHook(input: Loose, choice: ActivityChoice): Activity[] {
  const base = baseOf(input, choice.timestamp);
  switch (input.hook_event_name) {
    case 'UserPromptSubmit':
      return promptActivity(base, looseText(input.prompt), choice);
    case 'PostToolBatch':
      return looseList(input.tool_calls).flatMap((call) =>
        toolActivity(base, call, looseText(input.cwd), choice.redactText ?? redact),
      );
    case 'Stop':
      return [{ ...base, event: 'stop' }];
    default:
      return [];
  }
}

/**
 * What one line of a worker's stream tells: the tools that its model called.
 * @param worker whose stream it is, and the folder that it works in
 */
export function activityOfStream(
  line: StreamLine,
  worker: { readonly task_id: string; readonly session_id: string; readonly cwd: string },
  choice: Pick<ActivityChoice, 'timestamp' | 'redactText'>,
): Activity[] {
  if (line.kind !== 'assistant') return [];
  const { cwd, ...who } = worker;
  return line.parts.flatMap((part) => {
    if (part.kind !== 'tool' || part.name === 'StructuredOutput') return [];
    const call = { tool_name: part.name, tool_input: part.input, tool_use_id: part.id };
    return toolActivity({ timestamp: choice.timestamp, ...who }, call, cwd, choice.redactText ?? redact);
  });
}

function baseOf(input: Loose, timestamp: string): ActivityBase {
  const agent = looseText(input.agent_id);
  return {
    timestamp,
    session_id: cleanLine(looseText(input.session_id), 80),
    ...(agent === ''
      ? {}
      : { agent_id: cleanLine(agent, 80), agent_type: cleanLine(looseText(input.agent_type), 80) }),
  };
}

// A prompt that the client made of a background event is not the person's.
function promptActivity(base: ActivityBase, prompt: string, choice: ActivityChoice): Activity[] {
  if (prompt === '' || prompt.trimStart().startsWith('<task-notification>')) return [];
  const redactText = choice.redactText ?? redact;
  const text = choice.promptText ? { text: cleanLine(redactText(prompt), PROMPT_CHARS_MAX) } : {};
  return [{ ...base, event: 'prompt', characters: [...prompt].length, ...text }];
}

const PROMPT_CHARS_MAX = 2_000;

function toolActivity(base: ActivityBase, call: Loose, cwd: string, redactText: Redactor): Activity[] {
  const tool = cleanLine(looseText(call.tool_name), 80);
  if (tool === '') return [];
  const input = looseObject(call.tool_input);
  if (tool === 'Agent' || tool === 'Task') {
    const text = cleanLine(redactText(looseText(input.description)), TARGET_CHARS_MAX);
    const agent = cleanLine(looseText(input.subagent_type), 80) || 'general-purpose';
    return [{ ...base, event: 'delegation', agent, text }];
  }
  return [
    {
      ...base,
      event: 'tool',
      tool,
      target: cleanLine(redactText(shownPath(targetOf(tool, input), cwd)), TARGET_CHARS_MAX),
      tool_use_id: cleanLine(looseText(call.tool_use_id), 80),
    },
  ];
}
