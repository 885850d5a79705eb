import { formatCost, formatDuration } from '../domain/units.ts';
import type { WorkResult } from '../domain/work-result.ts';
import { explainApiError } from './api-error.ts';
import { cleanLine, truncate } from './clean.ts';
import { failureClassOf } from './failure-class.ts';
import { shownPath } from './progress-line.ts';
import { cancelWords, judgeExceeded } from './stopped-words.ts';
import { decisiveResult, type StreamFold, usageOf } from './stream-fold.ts';
import type { ResultLine } from './stream-line.ts';
import type { Judgement, Verdict, WorkerEnd } from './verdict.ts';
import { SUMMARY_CHARS_MAX, workResultOf } from './worker-result.ts';

/** Judges how a task ended from what its worker left behind. */
export function judgeOutcome(end: WorkerEnd): Verdict {
  const { fold } = end;
  const run = decisiveResult(fold);
  const result = run === null ? null : workResultOf(run, end);
  const shared = {
    result,
    usage: fold.lineCount === 0 ? null : usageOf(fold),
    denied: [...new Set(fold.denied.values())].map((words) => say(fold, words, 120)),
    touched: [...fold.touchedFiles].map((path) => say(fold, shownPath(path, fold.cwd), 300)),
  };
  const { status, summary, why } = judge(end, run, result, shared.denied);
  const failureClass = failureClassOf(status, end, run);
  return {
    ...shared,
    ...(failureClass === null ? {} : { failureClass }),
    status,
    summary: say(fold, summary, SUMMARY_CHARS_MAX),
    why: say(fold, why, WHY_CHARS_MAX),
  };
}

const WHY_CHARS_MAX = 1000;

function judge(
  end: WorkerEnd,
  run: ResultLine | null,
  result: WorkResult | null,
  denied: readonly string[],
): Judgement {
  const endedByItself = end.exitCode === 0 && end.signal === null && run !== null;
  if (end.cancelled && !endedByItself) {
    return {
      status: 'cancelled',
      summary: end.emergency === true ? 'Ended by the emergency shutdown.' : 'Cancelled.',
      why: withLastStep(end, cancelWords(end)),
    };
  }
  if (end.exceeded != null && !endedByItself) {
    const { status, summary, why } = judgeExceeded(end.exceeded);
    return { status, summary, why: withLastStep(end, why) };
  }
  if (end.timedOut && !endedByItself) {
    const limit = formatDuration(end.timeoutMs);
    const next = 'Submit it again with a higher --timeout or as smaller tasks, or resume its session.';
    return {
      status: 'timed_out',
      summary: `Stopped at its time limit of ${limit}.`,
      why: withLastStep(end, `Its time limit of ${limit} was over. ${next}`),
    };
  }
  if (run === null) return judgeWithoutResult(end);
  return judgeRun(end, run, result, denied);
}

function judgeWithoutResult(end: WorkerEnd): Judgement {
  const { fold } = end;
  if (fold.blocked !== null) return blockedPrompt(fold.blocked);
  if (fold.lineCount === 0 && end.exitCode !== null && end.exitCode !== 0 && killSignal(end) === null) {
    const said =
      firstLine(end.stderrTail) || firstLine(fold.strayLines.join('\n')) || `exit code ${end.exitCode}`;
    return failed(
      `The client did not start: ${said}`,
      `The client ended before its first step: ${said} Run \`outloop doctor\`.`,
    );
  }
  const retry =
    fold.apiRetry === null ? '' : ` The API was failing (${fold.apiRetry.status ?? fold.apiRetry.error}).`;
  const resume = 'Submit the task again, or resume its session.';
  const signal = killSignal(end);
  if (signal !== null || end.exitCode === null) {
    const gone = end.restarted === true ? 'ended with the machine, which was restarted,' : 'disappeared';
    const how = signal === null ? gone : `was ended from outside (${signal})`;
    return {
      status: 'lost',
      summary: `The worker ${how} before it gave a result.`,
      why: withLastStep(end, `The worker ${how}.${retry} ${resume}`),
    };
  }
  const notJson =
    fold.strayCount > 0 && fold.lineCount === 0 ? ` It wrote what is no stream: ${fold.strayLines[0]}` : '';
  const said = firstLine(end.stderrTail);
  const why = `The worker ended with exit code ${end.exitCode} and no result.${notJson}${said === '' ? '' : ` It said: ${said}`}${retry} ${resume}`;
  return failed(
    `The worker ended with exit code ${end.exitCode} before it gave a result.`,
    withLastStep(end, why),
  );
}

function judgeRun(
  end: WorkerEnd,
  run: ResultLine,
  result: WorkResult | null,
  denied: readonly string[],
): Judgement {
  const { fold } = end;
  // A worker that is denied everything cannot hand in its result either.
  const formRefused = run.subtype === 'error_max_structured_output_retries';
  if ((run.isError || run.subtype.startsWith('error')) && !formRefused) return judgeError(run);
  if (run.turns === 0 && fold.turns === 0) return blockedPrompt(fold.blocked ?? run.text);
  if (denied.length > 0 && fold.toolSuccesses === 0) {
    return allDenied(fold, denied);
  }
  if (formRefused) return judgeError(run);
  if (result === null) {
    return failed(
      'The worker ended without saying anything.',
      'It gave neither a result nor a last message. Submit the task again.',
    );
  }
  if (result.status === 'completed') return { status: 'completed', summary: result.summary, why: '' };
  const needs = result.issues[0] ?? result.summary;
  return result.status === 'blocked'
    ? failed(`Blocked: ${result.summary}`, `The worker could not go on: ${needs}`)
    : failed(`Failed: ${result.summary}`, `The worker could not do it: ${needs}`);
}

function allDenied({ denial }: StreamFold, denied: readonly string[]): Judgement {
  const list = denied.slice(0, 3).join('; ');
  const reason = denial === null ? '' : ` The reason given: ${truncate(firstSentence(denial.reason), 200)}.`;
  const next =
    denial?.byHook === true
      ? "That came from a hook; if it is Outloop's guard that failed, `outloop doctor` says why."
      : "Allow them in the project's permissions, or give the task to another agent.";
  return failed(
    `Blocked: everything that the worker tried was denied (${list}).`,
    `All of its tool calls were denied: ${list}.${reason} ${next}`,
  );
}

function judgeError(run: ResultLine): Judgement {
  const said = run.errors[0] ?? run.text;
  switch (run.subtype) {
    case 'error_max_turns':
      return overLimit(
        `Stopped at its limit of turns (${run.turns}).`,
        'All turns that it was allowed are used. Submit it again with a higher --max-turns, or resume its session.',
      );
    case 'error_max_budget_usd':
      return overLimit(
        `Stopped at its budget: ${formatCost(run.costUsd)} used.`,
        'Its budget is used up. Submit it again with a higher --budget, or resume its session.',
      );
    case 'error_max_structured_output_retries':
      return failed(
        'The worker could not give its result in the required form.',
        'Its answers never had the form of a result. Its session and transcript still have what it did.',
      );
    default: {
      const { summary, next } = explainApiError(run, said);
      return failed(summary, next);
    }
  }
}

function blockedPrompt(reason: string): Judgement {
  const why =
    firstLine(reason.replace(/^UserPromptSubmit operation blocked by hook:\s*/, '')) || 'it gave no reason';
  return failed(
    `The task never reached the model: a hook blocked it (${truncate(why, 120)}).`,
    `A UserPromptSubmit hook of this project or person blocked the worker's prompt: ${why}. Change the hook, or the task.`,
  );
}

/** The signal that ended a worker, also where a shell or the client turned it into an exit code. */
function killSignal({ signal, exitCode }: WorkerEnd): string | null {
  if (signal !== null) return signal;
  return exitCode === null ? null : (SIGNAL_CODES[exitCode] ?? null);
}

const SIGNAL_CODES: Readonly<Record<number, string>> = {
  129: 'SIGHUP',
  130: 'SIGINT',
  131: 'SIGQUIT',
  134: 'SIGABRT',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  143: 'SIGTERM',
};

function withLastStep({ fold }: WorkerEnd, why: string): string {
  return fold.lastProgress === '' ? why : `${why} Its last step: ${fold.lastProgress}`;
}

function overLimit(summary: string, why: string): Judgement {
  return { status: 'limit_exceeded', summary, why };
}

function failed(summary: string, why: string): Judgement {
  return { status: 'failed', summary, why };
}

function firstSentence(text: string): string {
  return (firstLine(text).split(/[.!?](?:\s|$)/)[0] ?? '').trim();
}

function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}

function say(fold: StreamFold, text: string, charsMax: number): string {
  return cleanLine(fold.redactText(text), charsMax);
}
