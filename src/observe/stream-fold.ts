import type { Usage } from '../domain/events.ts';
import type { CommandFold } from './command-fold.ts';
import { describeTool, progressOf } from './progress-line.ts';
import { type Redactor, redact } from './redact.ts';
import type { AssistantPart, ResultLine, StreamLine, TokenCounts, ToolOutcome } from './stream-line.ts';

/** What a worker's stream has shown so far. It belongs to the one who folds: `foldStreamLine` changes it in place. */
export interface StreamFold {
  readonly redactText: Redactor;
  sessionId: string | null;
  model: string | null;
  cwd: string;
  /** Steps of the model loop that were seen. */
  turns: number;
  toolCalls: number;
  /** Tool calls that gave a result and no error. */
  toolSuccesses: number;
  /** What was denied, in a few words each. */
  readonly denied: Map<string, string>;
  /** Why the first call was denied, in the words of the client or of a hook. */
  denial: { readonly reason: string; readonly byHook: boolean } | null;
  /** Files that Write and Edit were aimed at, as the worker named them. */
  readonly touchedFiles: Set<string>;
  /** The last run; the last with a structured result; the last that the client did not start by itself. */
  lastResult: ResultLine | null;
  lastStructured: ResultLine | null;
  lastOwn: ResultLine | null;
  resultCount: number;
  resultTurns: number;
  /** Why a hook refused the prompt. */
  blocked: string | null;
  /** The last API error that the client is retrying; cleared by the next reply. */
  apiRetry: { status: number | null; error: string; attempt: number } | null;
  lastText: string;
  lastProgress: string;
  /** The first lines that were no JSON, and how many there were. */
  readonly strayLines: string[];
  strayCount: number;
  lineCount: number;
  /** Tokens of each reply by message id: a reply comes in several lines that repeat its usage. */
  readonly replies: Map<string, TokenCounts>;
  /** Calls without an answer yet, by their id. */
  readonly pendingTools: Map<string, string>;
  /** What a command has said; null for a worker of the client. */
  readonly command: CommandFold | null;
}

/** The fold before the first line. */
export function createStreamFold(
  redactText: Redactor = redact,
  command: CommandFold | null = null,
): StreamFold {
  return {
    redactText,
    sessionId: null,
    model: null,
    cwd: '',
    turns: 0,
    toolCalls: 0,
    toolSuccesses: 0,
    denied: new Map(),
    denial: null,
    touchedFiles: new Set(),
    lastResult: null,
    lastStructured: null,
    lastOwn: null,
    resultCount: 0,
    resultTurns: 0,
    blocked: null,
    apiRetry: null,
    lastText: '',
    lastProgress: '',
    strayLines: [],
    strayCount: 0,
    lineCount: 0,
    replies: new Map(),
    pendingTools: new Map(),
    command,
  };
}

/**
 * Takes one line in.
 * @returns a progress line for people, null where nothing new is worth telling
 */
export function foldStreamLine(fold: StreamFold, line: StreamLine): string | null {
  if (line.kind === 'not_json') {
    foldStray(fold, line.text);
    return null;
  }
  fold.lineCount += 1;
  switch (line.kind) {
    case 'init':
      fold.sessionId ??= line.sessionId || null;
      fold.model ??= line.model || null;
      fold.cwd ||= line.cwd;
      break;
    case 'assistant':
      if (!line.isApiError) foldReply(fold, line.messageId, line.parts, line.tokens, line.isSubagent);
      break;
    case 'tool_results':
      for (const outcome of line.outcomes) foldToolOutcome(fold, outcome);
      break;
    case 'denied':
      fold.denied.set(line.id, fold.pendingTools.get(line.id) ?? line.tool);
      fold.denial ??= { reason: line.reason, byHook: false };
      break;
    case 'blocked':
      fold.blocked = line.reason;
      break;
    case 'api_retry':
      fold.apiRetry = { status: line.status, error: line.error, attempt: line.attempt };
      break;
    case 'result':
      foldResult(fold, line);
      break;
    default:
      break;
  }
  const progress = progressOf(line, fold.cwd, fold.redactText);
  if (progress === null || progress === fold.lastProgress) return null;
  fold.lastProgress = progress;
  return progress;
}

/** What was used so far: the client's own count once a run has ended, else an estimate without money. */
export function usageOf(fold: StreamFold): Usage {
  const live = sumTokens(fold.replies.values());
  const told = fold.lastResult;
  if (told !== null && told.tokens.output_tokens + told.tokens.input_tokens > 0) {
    return { cost_usd: told.costUsd, ...told.tokens, turns: fold.resultTurns };
  }
  return { cost_usd: told?.costUsd ?? 0, ...live, turns: fold.turns };
}

/** The run that counts: the last with a structured result, else the last that the client did not start by itself. */
export function decisiveResult(fold: StreamFold): ResultLine | null {
  return fold.lastStructured ?? fold.lastOwn ?? fold.lastResult;
}

function foldStray(fold: StreamFold, text: string): void {
  if (text.trim() === '') return;
  fold.strayCount += 1;
  if (fold.strayLines.length < STRAY_LINES_MAX) fold.strayLines.push(text.slice(0, 500));
}

const STRAY_LINES_MAX = 5;

function foldReply(
  fold: StreamFold,
  messageId: string,
  parts: readonly AssistantPart[],
  tokens: TokenCounts,
  isSubagent: boolean,
): void {
  fold.apiRetry = null;
  const known = fold.replies.get(messageId);
  if (known === undefined && !isSubagent) fold.turns += 1;
  const outputSeen = (known?.output_tokens ?? 0) + Math.ceil(partChars(parts) / CHARS_PER_TOKEN);
  fold.replies.set(messageId, { ...tokens, output_tokens: Math.max(tokens.output_tokens, outputSeen) });
  if (isSubagent) return;
  for (const part of parts) {
    if (part.kind === 'text') fold.lastText = part.text;
    else foldToolCall(fold, part);
  }
}

/** The stream reports the output tokens of a reply as of its first moment; its length tells more. */
const CHARS_PER_TOKEN = 4;

function partChars(parts: readonly AssistantPart[]): number {
  let chars = 0;
  for (const part of parts)
    chars += part.kind === 'text' ? part.text.length : JSON.stringify(part.input).length;
  return chars;
}

function foldToolCall(fold: StreamFold, part: Extract<AssistantPart, { kind: 'tool' }>): void {
  if (part.name === 'StructuredOutput') return;
  fold.toolCalls += 1;
  fold.pendingTools.set(part.id, describeTool(part.name, part.input, fold.cwd));
  // Only calls that may still be answered are of interest.
  if (fold.pendingTools.size > PENDING_TOOLS_MAX) {
    for (const id of fold.pendingTools.keys()) {
      fold.pendingTools.delete(id);
      break;
    }
  }
  const target = part.input.file_path ?? part.input.notebook_path;
  if ((part.name === 'Write' || part.name.endsWith('Edit')) && typeof target === 'string') {
    if (fold.touchedFiles.size < TOUCHED_FILES_MAX) fold.touchedFiles.add(target);
  }
}

function foldToolOutcome(fold: StreamFold, { id, isError, errorText }: ToolOutcome): void {
  const call = fold.pendingTools.get(id);
  if (call === undefined) return;
  fold.pendingTools.delete(id);
  if (!isError) fold.toolSuccesses += 1;
  // A hook that denies, or that could not run and therefore denies, shows in nothing but the tool's result.
  const byHook = /^PreToolUse:\S+ hook error: (?<reason>[\s\S]*)/.exec(errorText)?.groups?.reason;
  if (byHook === undefined) return;
  fold.denied.set(id, call);
  fold.denial ??= { reason: byHook, byHook: true };
}

const PENDING_TOOLS_MAX = 100;
const TOUCHED_FILES_MAX = 500;

function foldResult(fold: StreamFold, line: ResultLine): void {
  fold.lastResult = line;
  fold.resultCount += 1;
  fold.resultTurns += line.turns;
  if (!line.isInjected) fold.lastOwn = line;
  if (line.structured !== undefined && line.structured !== null) fold.lastStructured = line;
  for (const denial of line.denials) {
    // The tool for the result is denied only where all others are.
    if (denial.tool === 'StructuredOutput') continue;
    const words = describeTool(denial.tool, denial.input, fold.cwd);
    if (![...fold.denied.values()].includes(words)) fold.denied.set(`result-${fold.denied.size}`, words);
  }
}

function sumTokens(replies: Iterable<TokenCounts>): TokenCounts {
  const sum = { input_tokens: 0, output_tokens: 0, cache_read_tokens: 0, cache_write_tokens: 0 };
  for (const tokens of replies) {
    sum.input_tokens += tokens.input_tokens;
    sum.output_tokens += tokens.output_tokens;
    sum.cache_read_tokens += tokens.cache_read_tokens;
    sum.cache_write_tokens += tokens.cache_write_tokens;
  }
  return sum;
}
