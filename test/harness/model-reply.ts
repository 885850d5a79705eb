import type { ModelRequest, RequestFilter } from './model-request.ts';

/** A tool call that the scripted model makes; the id is made up where none is given. */
export interface ToolCall {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly id?: string;
}

/**
 * What the scripted model answers. Text and tools may stand together; `error` replaces both. `gate` is awaited
 * before anything is sent, `delayMs` after it. `midGate` is awaited between the text and the tools of a stream.
 */
export interface Reply {
  readonly text?: string;
  readonly tools?: readonly ToolCall[];
  readonly error?: HttpError;
  readonly delayMs?: number;
  readonly gate?: PromiseLike<unknown>;
  readonly midGate?: PromiseLike<unknown>;
  readonly usage?: Usage;
  readonly stopReason?: string;
}

/** An API error: status 429, 500, 529, 401 … and what goes with it. */
export interface HttpError {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Record<string, string>;
}

/** Token counts of a reply. */
export interface Usage {
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** Answers where the request fits, at most `times` times (no bound by default). */
export interface Rule {
  readonly when: RequestFilter;
  readonly reply: Reply | ((request: ModelRequest) => Reply | Promise<Reply>);
  readonly times?: number;
}

/** The model's part: one function, or rules of which the first that fits and is not used up answers. */
export type Script = ((request: ModelRequest) => Reply | Promise<Reply>) | readonly Rule[];

/** A promise that the test releases; holds a reply back until then. */
export interface Gate extends PromiseLike<void> {
  readonly release: () => void;
}

/** Creates a closed gate. */
export function createGate(): Gate {
  let release: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  // A gate is handed to `await`, so it must be thenable itself.
  // biome-ignore lint/suspicious/noThenProperty: a gate stands for its promise
  return { release, then: promise.then.bind(promise) };
}

/** Turns a script into one function; a request that no rule fits is answered with `ok`. */
export function compileScript(script: Script): (request: ModelRequest) => Promise<Reply> {
  if (typeof script === 'function') return async (request) => script(request);
  const used = new Map<Rule, number>();
  return async (request) => {
    const rule = script.find(
      (one) => (used.get(one) ?? 0) < (one.times ?? Number.POSITIVE_INFINITY) && one.when(request),
    );
    if (rule === undefined) return { text: 'ok' };
    used.set(rule, (used.get(rule) ?? 0) + 1);
    return typeof rule.reply === 'function' ? rule.reply(request) : rule.reply;
  };
}

/** The reply as the JSON message of a call without streaming. */
export function encodeMessage(request: ModelRequest, reply: Reply): Record<string, unknown> {
  const usage = usageOf(reply);
  return {
    id: `msg_${request.index}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: contentOf(request, reply),
    stop_reason: stopReasonOf(reply),
    stop_sequence: null,
    usage: { ...usage, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
  };
}

/** The reply as server-sent events in two parts: up to the end of the text, and the rest. */
export function encodeEvents(request: ModelRequest, reply: Reply): [head: string, rest: string] {
  const message = encodeMessage(request, reply);
  const usage = usageOf(reply);
  const start = event('message_start', {
    message: { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
  });
  const blocks = contentOf(request, reply).map((block, index) => ({
    isText: block.type === 'text',
    events: blockEvents(block, index),
  }));
  const joined = (isText: boolean) =>
    blocks
      .filter((block) => block.isText === isText)
      .map((block) => block.events)
      .join('');
  const end =
    event('message_delta', {
      delta: { stop_reason: stopReasonOf(reply), stop_sequence: null },
      usage: { output_tokens: usage.output_tokens },
    }) + event('message_stop', {});
  return [start + joined(true), joined(false) + end];
}

/** The body of an API error. */
export function encodeError(error: HttpError): Record<string, unknown> {
  const type = errorTypes[error.status] ?? 'api_error';
  return { type: 'error', error: { type, message: error.message ?? `scripted ${error.status}` } };
}

const errorTypes: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

type Block = { type: 'text'; text: string } | { type: 'tool_use'; id: string; name: string; input: object };

function contentOf(request: ModelRequest, reply: Reply): Block[] {
  const tools = (reply.tools ?? []).map(
    (call, index): Block => ({
      type: 'tool_use',
      id: call.id ?? `toolu_${request.index}_${index}`,
      name: call.name,
      input: call.input,
    }),
  );
  const text = reply.text ?? (tools.length === 0 ? 'ok' : undefined);
  return text === undefined ? tools : [{ type: 'text', text }, ...tools];
}

function blockEvents(block: Block, index: number): string {
  const isText = block.type === 'text';
  const shell = isText ? { type: 'text', text: '' } : { ...block, input: {} };
  const delta = isText
    ? { type: 'text_delta', text: block.text }
    : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) };
  return (
    event('content_block_start', { index, content_block: shell }) +
    event('content_block_delta', { index, delta }) +
    event('content_block_stop', { index })
  );
}

function event(type: string, data: Record<string, unknown>): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function usageOf(reply: Reply): Usage {
  return reply.usage ?? { input_tokens: 1000, output_tokens: 100 };
}

function stopReasonOf(reply: Reply): string {
  return reply.stopReason ?? ((reply.tools?.length ?? 0) > 0 ? 'tool_use' : 'end_turn');
}
