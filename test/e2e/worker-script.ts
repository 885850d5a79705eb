import type { Reply, Script } from '../harness/model-reply.ts';
import type { ModelRequest } from '../harness/model-request.ts';
import { hasTool, isTurn, textOf } from '../harness/model-request.ts';

/** The structured result that a scripted worker returns. */
export const WORK_RESULT = {
  status: 'completed',
  summary: 'The importer swallows two errors.',
  work_performed: ['Read src/importer.ts'],
  files: [],
  next_steps: ['Handle the read error'],
  issues: [],
  handoff: '',
};

/** One reply of a worker's model. */
export type WorkerStep = Reply | ((request: ModelRequest) => Reply);

/** True for a request of a worker: it carries the prime. */
export function isWorkerRequest(request: ModelRequest): boolean {
  return isTurn(request) && textOf(request).includes('CONTEXT PRIME');
}

/** True for a model turn of a session, which is no worker's. */
export function isOwnTurn(request: ModelRequest): boolean {
  return isTurn(request) && !isWorkerRequest(request);
}

/** A worker that returns its result at once; everybody else gets `ok`. */
export function simpleWorker(result: Readonly<Record<string, unknown>> = WORK_RESULT): Script {
  return (request) => (isWorkerRequest(request) ? resultReply(request, result) : { text: 'ok' });
}

/** Workers that take these steps, each of them, and then return their result; everybody else gets `ok`. */
export function workerScript(...steps: readonly WorkerStep[]): Script {
  return (request) => {
    if (!isWorkerRequest(request)) return { text: 'ok' };
    const step = steps[stepOf(request)];
    if (step === undefined) return resultReply(request);
    return typeof step === 'function' ? step(request) : step;
  };
}

/** How many answers the model has given in this conversation before this request. */
export function stepOf(request: ModelRequest): number {
  return request.messages.filter((message) => message.role === 'assistant').length;
}

/** A worker's step that holds its result back until the gate is released. */
export function heldResult(
  gate: PromiseLike<unknown>,
  result: Readonly<Record<string, unknown>> = WORK_RESULT,
): WorkerStep {
  return (request) => ({ ...resultReply(request, result), gate });
}

/** A worker's step that calls one tool. */
export function callTool(name: string, input: Record<string, unknown>): Reply {
  return { text: `I use ${name}.`, tools: [{ name, input }] };
}

/** The reply by which a worker ends: the structured result where it is offered. */
export function resultReply(
  request: ModelRequest,
  result: Readonly<Record<string, unknown>> = WORK_RESULT,
): Reply {
  if (!hasTool(request, 'StructuredOutput')) throw new Error('the worker is not offered StructuredOutput');
  return { tools: [{ name: 'StructuredOutput', input: { ...result } }] };
}
