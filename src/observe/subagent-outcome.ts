import type { WorkResult } from '../domain/work-result.ts';
import { parseWorkResult } from '../domain/work-result.ts';
import { cleanLine } from './clean.ts';
import type { Redactor } from './redact.ts';
import { redactValue } from './redact.ts';
import type { Verdict } from './verdict.ts';
import { SUMMARY_CHARS_MAX } from './worker-result.ts';

/** Judges how a subagent ended from the message that it handed in: the structured result, or else its words. */
export function judgeFinalMessage(
  message: string,
  redactText: Redactor,
): Pick<Verdict, 'status' | 'summary' | 'why' | 'result'> {
  const text = redactText(message).trim();
  if (text === '') {
    return {
      status: 'failed',
      summary: 'The subagent ended without saying anything.',
      why: 'It gave neither a result nor a last message. Submit the task again.',
      result: null,
    };
  }
  const result = structuredIn(message, redactText) ?? fromWords(text);
  const summary = cleanLine(result.summary, SUMMARY_CHARS_MAX);
  if (result.status === 'completed') return { status: 'completed', summary, why: '', result };
  const word = result.status === 'blocked' ? 'Blocked' : 'Failed';
  const needs = cleanLine(result.issues[0] ?? result.summary, SUMMARY_CHARS_MAX);
  return {
    status: 'failed',
    summary: `${word}: ${summary}`,
    why: `The subagent could not go on: ${needs}`,
    result,
  };
}

/** The JSON object that a message is, or ends with, in a fence or without one. */
function structuredIn(message: string, redactText: Redactor): WorkResult | null {
  const last = message.lastIndexOf('}');
  if (last === -1) return null;
  const whole = message.slice(0, last + 1);
  for (let first = whole.indexOf('{'), tries = 0; first !== -1 && tries < TRIES_MAX; tries += 1) {
    const result = parseWorkResult(parseJson(whole.slice(first)));
    if (result !== null) return redactValue(result, redactText);
    first = whole.indexOf('{', first + 1);
  }
  return null;
}

// Braces in the words before it are tried too; beyond these it is no result.
const TRIES_MAX = 20;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromWords(text: string): WorkResult {
  return {
    status: 'completed',
    summary: cleanLine(text, SUMMARY_CHARS_MAX),
    work_performed: [],
    files: [],
    next_steps: [],
    issues: ['The subagent gave no structured result; its last message stands in for it.'],
    handoff: text,
  };
}
