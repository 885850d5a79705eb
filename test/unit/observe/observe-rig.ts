import { readFileSync } from 'node:fs';
import { createStreamFold, foldStreamLine, type StreamFold } from '../../../src/observe/stream-fold.ts';
import { parseStreamLine } from '../../../src/observe/stream-line.ts';
import type { WorkerEnd } from '../../../src/observe/verdict.ts';

/** The lines of a stream that the client 2.1.329 really wrote, without the fields that nobody reads. */
export function recordedLines(name: string): string[] {
  return readFileSync(new URL(`./streams/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
}

/** Folds lines, given as text or as the object of a line; `progress` is what it told on the way. */
export function foldAll(lines: readonly (string | object)[]): { fold: StreamFold; progress: string[] } {
  const fold = createStreamFold();
  const progress: string[] = [];
  for (const line of lines) {
    const told = foldStreamLine(
      fold,
      parseStreamLine(typeof line === 'string' ? line : JSON.stringify(line)),
    );
    if (told !== null) progress.push(told);
  }
  return { fold, progress };
}

/** A worker that ended by itself with exit code 0, but for the given parts. */
export function workerEnd(fold: StreamFold, parts: Partial<WorkerEnd> = {}): WorkerEnd {
  return {
    fold,
    exitCode: 0,
    signal: null,
    stderrTail: '',
    cancelled: false,
    timedOut: false,
    timeoutMs: 1_200_000,
    ...parts,
  };
}

/** A line in which the model speaks. */
export function assistant(
  id: string,
  content: object[],
  usage: object = { input_tokens: 10, output_tokens: 1 },
): object {
  return { type: 'assistant', message: { id, model: 'm', content, usage }, parent_tool_use_id: null };
}

/** A text block. */
export function text(words: string): object {
  return { type: 'text', text: words };
}

/** A tool call block. */
export function tool(name: string, input: object, id = 'toolu_1'): object {
  return { type: 'tool_use', id, name, input };
}
