import { parseWorkResult, type WorkResult } from '../domain/work-result.ts';
import { cleanLine } from './clean.ts';
import { redactValue } from './redact.ts';
import type { StreamFold } from './stream-fold.ts';
import type { ResultLine } from './stream-line.ts';

/** At most so many code points in the sentence that says how a task ended. */
export const SUMMARY_CHARS_MAX = 300;

/**
 * What a run left for us, redacted: its structured result, else its last words in the form of one, else null. What
 * went wrong behind the result is among its issues.
 */
export function workResultOf(
  run: ResultLine,
  end: { readonly fold: StreamFold; readonly exitCode: number | null },
): WorkResult | null {
  const { redactText } = end.fold;
  const structured = parseWorkResult(run.structured);
  const result = structured === null ? fromText(run) : structured;
  if (result === null) return null;
  const issues = [...result.issues, ...notices(run, end)];
  return redactValue({ ...result, issues }, redactText);
}

function fromText(run: ResultLine): WorkResult | null {
  const text = run.isError || run.turns === 0 ? '' : run.text.trim();
  if (text === '') return null;
  return {
    status: 'completed',
    summary: cleanLine(text, SUMMARY_CHARS_MAX),
    work_performed: [],
    files: [],
    next_steps: [],
    issues: ['The worker gave no structured result; its last message stands in for it.'],
    handoff: text,
  };
}

function notices(
  run: ResultLine,
  { fold, exitCode }: { fold: StreamFold; exitCode: number | null },
): string[] {
  if (run.isError) return [];
  const denied = [...new Set(fold.denied.values())];
  return [
    ...(denied.length === 0 ? [] : [`Denied to the worker: ${denied.join('; ')}`]),
    ...(exitCode === null || exitCode === 0
      ? []
      : [`The client ended with exit code ${exitCode} after this result.`]),
  ];
}
