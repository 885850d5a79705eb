import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  compileScript,
  encodeError,
  encodeEvents,
  encodeMessage,
  type Reply,
  type Script,
} from './model-reply.ts';
import { type ModelRequest, parseRequest, type RequestFilter } from './model-request.ts';

/** A scripted Messages API on loopback. Every request is kept, in order of arrival. */
export interface ModelServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** How many requests fit so far. */
  readonly count: (filter: RequestFilter) => number;
  /** Resolves with the first request that fits and has at least this index; rejects after the limit. */
  readonly waitForRequest: (
    filter: RequestFilter,
    timeoutMs?: number,
    fromIndex?: number,
  ) => Promise<ModelRequest>;
  /** Resolves once no reply is held back any more; rejects after the limit. */
  readonly waitForQuiet: (timeoutMs?: number) => Promise<void>;
  /** Replaces the script for the requests to come. */
  readonly setScript: (script: Script) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts the server. The script is asked for model turns only, unless `scriptSideRequests` is set: the client's own
 * small requests (titles, summaries) get a fixed answer, so that they never use up a rule.
 */
export async function startModelServer(
  script: Script = () => ({ text: 'ok' }),
  options: { scriptSideRequests?: boolean } = {},
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  let decide = compileScript(script);

  const answer = async (message: IncomingMessage, response: ServerResponse) => {
    const atMs = performance.now();
    const text = await readBody(message);
    const index = requests.length;
    const { method = 'GET', url = '/', headers } = message;
    const request = parseRequest({ index, atMs, method, path: url, headers, text });
    requests.push(request);
    response.once('close', () => {
      request.state = response.writableFinished ? 'answered' : 'aborted';
      changes.emit('change');
    });
    changes.emit('change');
    const isScripted = request.kind === 'turn' || (request.kind === 'side' && options.scriptSideRequests);
    if (isScripted) await sendReply(request, await decide(request), response);
    else sendFixed(request, response);
  };
  const server = createServer((message, response) => {
    // A client that hangs up while its reply is held back must not bring the server down.
    response.on('error', () => undefined);
    answer(message, response).catch((error: unknown) => {
      if (!response.headersSent)
        sendJson(response, 500, encodeError({ status: 500, message: String(error) }));
      else response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    count: (filter) => requests.filter(filter).length,
    waitForRequest: (filter, timeoutMs = 60_000, fromIndex = 0) =>
      waitFor(
        changes,
        () => requests.find((request) => request.index >= fromIndex && filter(request)),
        timeoutMs,
        () => `no request fits after ${timeoutMs} ms; seen:\n${describeRequests(requests)}`,
      ),
    waitForQuiet: async (timeoutMs = 60_000) => {
      await waitFor(
        changes,
        () => requests.every((request) => request.state !== 'open') || undefined,
        timeoutMs,
        () => `replies still held back after ${timeoutMs} ms:\n${describeRequests(requests)}`,
      );
    },
    setScript: (next) => {
      decide = compileScript(next);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** One line per request, for messages of failed tests. */
export function describeRequests(requests: readonly ModelRequest[]): string {
  return requests
    .map((request) => {
      const last = JSON.stringify(request.messages.at(-1)?.content ?? '').slice(-200);
      return `  #${request.index} ${request.kind} ${request.method} ${request.path} ${request.state} …${last}`;
    })
    .join('\n');
}

async function waitFor<T>(
  changes: EventEmitter,
  look: () => T | undefined,
  timeoutMs: number,
  explain: () => string,
): Promise<T> {
  const found = look();
  if (found !== undefined) return found;
  return new Promise<T>((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      changes.off('change', onChange);
      act();
    };
    const timer = setTimeout(() => settle(() => reject(new Error(explain()))), timeoutMs);
    const onChange = () => {
      const value = look();
      if (value !== undefined) settle(() => resolve(value));
    };
    changes.on('change', onChange);
  });
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function sendReply(request: ModelRequest, reply: Reply, response: ServerResponse): Promise<void> {
  const gone = new Promise<void>((resolve) => response.once('close', resolve));
  if (reply.gate !== undefined) await Promise.race([reply.gate, gone]);
  if (reply.delayMs !== undefined) await Promise.race([pause(reply.delayMs), gone]);
  if (response.destroyed) return;
  if (reply.error !== undefined) {
    sendJson(response, reply.error.status, encodeError(reply.error), reply.error.headers);
    return;
  }
  if (!request.stream) {
    sendJson(response, 200, encodeMessage(request, reply));
    return;
  }
  const [head, rest] = encodeEvents(request, reply);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': `req_${request.index}` });
  response.write(head);
  if (reply.midGate !== undefined) await Promise.race([reply.midGate, gone]);
  response.end(rest);
}

function sendFixed(request: ModelRequest, response: ServerResponse): void {
  if (request.kind === 'side') {
    const reply = {
      text: '{"title": "scripted side answer"}',
      usage: { input_tokens: 10, output_tokens: 5 },
    };
    void sendReply(request, reply, response);
  } else if (request.kind === 'count') sendJson(response, 200, { input_tokens: 1000 });
  else if (request.method === 'HEAD') response.writeHead(200).end();
  else sendJson(response, 404, encodeError({ status: 404, message: 'not scripted' }));
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
