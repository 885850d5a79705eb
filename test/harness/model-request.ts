import type { IncomingHttpHeaders } from 'node:http';

/** One content block of a Messages API message, as the client sends it. */
export interface ContentBlock {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly id?: string;
  readonly input?: unknown;
  readonly tool_use_id?: string;
  readonly is_error?: boolean;
  readonly content?: string | readonly ContentBlock[];
}

/** One message of the conversation. */
export interface Message {
  readonly role: string;
  readonly content: string | readonly ContentBlock[];
}

/** A tool that the request offers to the model. */
export interface OfferedTool {
  readonly name: string;
  readonly description?: string;
  readonly input_schema?: unknown;
}

/**
 * What a request is to a test: `turn` a step of the model loop, `side` a small request that the client makes by
 * itself (title, summary, quota, topic), `count` a token count, `other` anything that is no Messages call.
 */
export type RequestKind = 'turn' | 'side' | 'count' | 'other';

/** A request that the scripted server received; `index` counts all of them from 0, `atMs` is a monotonic time. */
export interface ModelRequest {
  readonly index: number;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly kind: RequestKind;
  /** The client session that asks; empty where the client does not say. */
  readonly sessionId: string;
  readonly model: string;
  readonly stream: boolean;
  readonly system: string;
  readonly messages: readonly Message[];
  readonly tools: readonly OfferedTool[];
  readonly body: Record<string, unknown>;
  /** `open` while the reply is held back, `aborted` when the client hung up before it was complete. */
  state: 'open' | 'answered' | 'aborted';
}

/** A test on a request. */
export type RequestFilter = (request: ModelRequest) => boolean;

/** Reads what arrived on the wire; a body that is not a JSON object counts as empty. */
export function parseRequest(wire: {
  index: number;
  atMs: number;
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
}): ModelRequest {
  const body = parseObject(wire.text);
  const messages = (Array.isArray(body.messages) ? body.messages : []) as Message[];
  const tools = (Array.isArray(body.tools) ? body.tools : []) as OfferedTool[];
  const { index, atMs, method, path, headers } = wire;
  return {
    index,
    atMs,
    method,
    path,
    headers,
    kind: classify(method, path, body),
    sessionId: String(headers['x-claude-code-session-id'] ?? ''),
    model: typeof body.model === 'string' ? body.model : '',
    stream: body.stream === true,
    system: blocksText(body.system),
    messages,
    tools,
    body,
    state: 'open',
  };
}

/** Everything the model would read: system text and all messages, tool results included. */
export function textOf(request: ModelRequest): string {
  return [request.system, ...request.messages.map((message) => blocksText(message.content))].join('\n');
}

/** The text of the last message that came from the person or the client, tool results included. */
export function lastUserText(request: ModelRequest): string {
  const last = request.messages.findLast((message) => message.role === 'user');
  return last === undefined ? '' : blocksText(last.content);
}

/** What has been said to the model since its last answer, by whomever. */
export function sinceLastAnswer(request: ModelRequest): string {
  const last = request.messages.findLastIndex((message) => message.role === 'assistant');
  return request.messages
    .slice(last + 1)
    .map((message) => blocksText(message.content))
    .join('\n');
}

/** The tool results in the last user message, in order. */
export function toolResults(request: ModelRequest): { id: string; text: string; isError: boolean }[] {
  const last = request.messages.findLast((message) => message.role === 'user');
  if (last === undefined || typeof last.content === 'string') return [];
  return last.content
    .filter((block) => block.type === 'tool_result')
    .map((block) => ({
      id: block.tool_use_id ?? '',
      text: blocksText(block.content),
      isError: block.is_error === true,
    }));
}

/** True if the request offers a tool of this name. */
export function hasTool(request: ModelRequest, name: string): boolean {
  return request.tools.some((tool) => tool.name === name);
}

/** A filter for the turns whose system text or messages contain the marker, for example a worker's prime. */
export function isWorker(marker: string): RequestFilter {
  return (request) => request.kind === 'turn' && textOf(request).includes(marker);
}

/** A filter for steps of the model loop; side requests and token counts are left out. */
export function isTurn(request: ModelRequest): boolean {
  return request.kind === 'turn';
}

/** Steps of the loop carry tools or, where a session has none, the context settings; side requests have neither. */
function classify(method: string, path: string, body: Record<string, unknown>): RequestKind {
  const route = path.split('?')[0];
  if (method === 'POST' && route === '/v1/messages/count_tokens') return 'count';
  if (method !== 'POST' || route !== '/v1/messages') return 'other';
  const hasTools = Array.isArray(body.tools) && body.tools.length > 0;
  return hasTools || body.context_management !== undefined ? 'turn' : 'side';
}

function blocksText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return (content as ContentBlock[])
    .map((block) => {
      if (typeof block.text === 'string') return block.text;
      if (block.type === 'tool_use') return `${block.name ?? ''} ${JSON.stringify(block.input)}`;
      return blocksText(block.content);
    })
    .filter((text) => text !== '')
    .join('\n');
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
