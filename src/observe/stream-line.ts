import type { Usage } from '../domain/events.ts';
import { type Loose, looseCount, looseList, looseNumber, looseObject, looseText } from './loose.ts';

/** Token counts of one model reply. */
export type TokenCounts = Omit<Usage, 'cost_usd' | 'turns'>;

/** A part of what the model said. */
export type AssistantPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tool'; readonly id: string; readonly name: string; readonly input: Loose };

/** What a tool gave back. */
export interface ToolOutcome {
  readonly id: string;
  readonly isError: boolean;
  /** The start of what an error says, else empty. */
  readonly errorText: string;
}

/** The client's account of a run. A worker may print several; money and tokens are those of all runs so far. */
export interface ResultLine {
  readonly kind: 'result';
  readonly subtype: string;
  readonly isError: boolean;
  /** What the client says in words: the model's last text, or an error. */
  readonly text: string;
  readonly structured: unknown;
  readonly turns: number;
  readonly costUsd: number;
  readonly tokens: TokenCounts;
  readonly denials: readonly { readonly tool: string; readonly input: Loose }[];
  readonly terminalReason: string;
  readonly apiStatus: number | null;
  readonly errors: readonly string[];
  /** The client started this run by itself, for example because a background shell ended. */
  readonly isInjected: boolean;
}

/** One line of `claude -p --output-format stream-json --verbose`, as far as it matters here. */
export type StreamLine =
  | {
      readonly kind: 'init';
      readonly sessionId: string;
      readonly model: string;
      readonly cwd: string;
      readonly tools: readonly string[];
    }
  | {
      readonly kind: 'assistant';
      readonly messageId: string;
      readonly model: string;
      readonly parts: readonly AssistantPart[];
      readonly tokens: TokenCounts;
      /** The client speaks in the model's place: an API error. */
      readonly isApiError: boolean;
      readonly isSubagent: boolean;
    }
  | { readonly kind: 'tool_results'; readonly outcomes: readonly ToolOutcome[]; readonly isSubagent: boolean }
  | ResultLine
  | {
      readonly kind: 'api_retry';
      readonly attempt: number;
      readonly attemptsMax: number;
      readonly delayMs: number;
      readonly status: number | null;
      readonly error: string;
    }
  | { readonly kind: 'denied'; readonly tool: string; readonly id: string; readonly reason: string }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'system'; readonly subtype: string }
  | { readonly kind: 'not_json'; readonly text: string }
  | { readonly kind: 'unknown'; readonly type: string };

/** Reads one line of the stream. Never throws: whatever is missing or strange becomes empty or `unknown`. */
export function parseStreamLine(text: string): StreamLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'not_json', text };
  }
  const line = looseObject(value);
  switch (line.type) {
    case 'system':
      return systemLine(line);
    case 'assistant':
      return assistantLine(line);
    case 'user':
      return toolResultsLine(line);
    case 'result':
      return resultLine(line);
    default:
      return { kind: 'unknown', type: looseText(line.type) };
  }
}

function systemLine(line: Loose): StreamLine {
  const subtype = looseText(line.subtype);
  switch (subtype) {
    case 'init':
      return {
        kind: 'init',
        sessionId: looseText(line.session_id),
        model: looseText(line.model),
        cwd: looseText(line.cwd),
        tools: Array.isArray(line.tools) ? line.tools.filter((tool) => typeof tool === 'string') : [],
      };
    case 'api_retry':
      return {
        kind: 'api_retry',
        attempt: looseCount(line.attempt),
        attemptsMax: looseCount(line.max_retries),
        delayMs: looseCount(line.retry_delay_ms),
        status: statusCode(line.error_status),
        error: looseText(line.error),
      };
    case 'permission_denied':
      return {
        kind: 'denied',
        tool: looseText(line.tool_name),
        id: looseText(line.tool_use_id),
        reason: looseText(line.decision_reason) || looseText(line.message),
      };
    case 'informational': {
      const outcome = looseObject(line.prompt_submit_outcome);
      if (outcome.kind !== 'blocked_by_hook' && line.prevent_continuation !== true)
        return { kind: 'system', subtype };
      return { kind: 'blocked', reason: looseText(outcome.reason) || looseText(line.content) };
    }
    default:
      return { kind: 'system', subtype };
  }
}

function assistantLine(line: Loose): StreamLine {
  const message = looseObject(line.message);
  return {
    kind: 'assistant',
    messageId: looseText(message.id),
    model: looseText(message.model),
    parts: looseList(message.content).flatMap(assistantPart),
    tokens: messageTokens(looseObject(message.usage)),
    isApiError: line.is_api_error_message === true || message.model === '<synthetic>',
    isSubagent: typeof line.parent_tool_use_id === 'string',
  };
}

function assistantPart(block: Loose): AssistantPart[] {
  if (block.type === 'text') return [{ kind: 'text', text: looseText(block.text) }];
  if (block.type !== 'tool_use') return [];
  return [
    { kind: 'tool', id: looseText(block.id), name: looseText(block.name), input: looseObject(block.input) },
  ];
}

function toolResultsLine(line: Loose): StreamLine {
  const outcomes = looseList(looseObject(line.message).content)
    .filter((block) => block.type === 'tool_result')
    .map((block) => {
      const isError = block.is_error === true;
      const errorText = isError ? looseText(block.content).slice(0, ERROR_CHARS_MAX) : '';
      return { id: looseText(block.tool_use_id), isError, errorText };
    });
  return { kind: 'tool_results', outcomes, isSubagent: typeof line.parent_tool_use_id === 'string' };
}

const ERROR_CHARS_MAX = 500;

function resultLine(line: Loose): ResultLine {
  return {
    kind: 'result',
    subtype: looseText(line.subtype),
    isError: line.is_error === true,
    text: looseText(line.result),
    structured: line.structured_output,
    turns: looseCount(line.num_turns),
    costUsd: looseNumber(line.total_cost_usd),
    tokens: totalTokens(line),
    denials: looseList(line.permission_denials).map((denial) => ({
      tool: looseText(denial.tool_name),
      input: looseObject(denial.tool_input),
    })),
    terminalReason: looseText(line.terminal_reason),
    apiStatus: statusCode(line.api_error_status),
    errors: Array.isArray(line.errors) ? line.errors.filter((error) => typeof error === 'string') : [],
    isInjected:
      typeof looseObject(line.origin).kind === 'string' && looseObject(line.origin).kind !== 'human',
  };
}

/** `modelUsage` counts all runs and models; `usage` only the last run, and nothing at all where a budget ended it. */
function totalTokens(line: Loose): TokenCounts {
  const models = Object.values(looseObject(line.modelUsage)).map(looseObject);
  if (models.length === 0) return messageTokens(looseObject(line.usage));
  const sum = (field: string) => models.reduce((total, model) => total + looseCount(model[field]), 0);
  return {
    input_tokens: sum('inputTokens'),
    output_tokens: sum('outputTokens'),
    cache_read_tokens: sum('cacheReadInputTokens'),
    cache_write_tokens: sum('cacheCreationInputTokens'),
  };
}

function messageTokens(usage: Loose): TokenCounts {
  return {
    input_tokens: looseCount(usage.input_tokens),
    output_tokens: looseCount(usage.output_tokens),
    cache_read_tokens: looseCount(usage.cache_read_input_tokens),
    cache_write_tokens: looseCount(usage.cache_creation_input_tokens),
  };
}

function statusCode(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}
