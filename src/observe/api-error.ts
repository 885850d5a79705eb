import { cleanLine } from './clean.ts';
import type { ResultLine } from './stream-line.ts';

/** What an error that the client reports means for a person, and what to do about it. */
export interface ApiErrorWords {
  readonly summary: string;
  readonly next: string;
}

/**
 * Explains a run that ended in an error of the API or of the client.
 * @param said the client's own words
 */
export function explainApiError(run: ResultLine, said: string): ApiErrorWords {
  const words = cleanLine(said, 200) || run.terminalReason || run.subtype;
  const found = CAUSES.find((cause) => cause.fits(run, words));
  if (found === undefined)
    return {
      summary: `The client ended with an error: ${words}`,
      next: `${sentence(words)} Submit the task again; the transcript says more.`,
    };
  return { summary: `${found.summary}: ${words}`, next: `${sentence(words)} ${found.next}` };
}

interface Cause {
  readonly fits: (run: ResultLine, words: string) => boolean;
  readonly summary: string;
  readonly next: string;
}

/** The first that fits counts. */
const CAUSES: readonly Cause[] = [
  {
    fits: (run, words) =>
      run.apiStatus === 401 ||
      run.apiStatus === 403 ||
      /\/login\b|not logged in|invalid api key|oauth token/i.test(words),
    summary: 'The client is not logged in',
    next: 'Open `claude`, log in with /login (or set ANTHROPIC_API_KEY where you start it), and submit the task again.',
  },
  {
    fits: (_, words) => /credit balance|billing|payment/i.test(words),
    summary: 'The account has no credit left',
    next: 'Add credit to the account, then submit the task again.',
  },
  {
    fits: (run, words) => run.apiStatus === 429 || /usage limit|rate limit|hit your limit/i.test(words),
    summary: 'The account is at its limit',
    next: 'Wait until the limit is reset, then submit the task again or resume its session.',
  },
  {
    fits: (run, words) => run.terminalReason === 'prompt_too_long' || /prompt is too long/i.test(words),
    summary: 'The task no longer fits into the context',
    next: 'Split it into smaller tasks, or shorten its brief.',
  },
  {
    fits: (run, words) => run.apiStatus === 404 || /issue with the selected model/i.test(words),
    summary: 'The model is not available',
    next: 'Choose another one with --model.',
  },
  {
    fits: (run) => run.apiStatus !== null && run.apiStatus >= 500,
    summary: 'The API failed',
    next: 'That is usually over soon: submit the task again or resume its session.',
  },
  {
    fits: (run, words) =>
      run.terminalReason === 'api_error' || /connection|network|ECONN|ETIMEDOUT|ENOTFOUND/i.test(words),
    summary: 'The API could not be used',
    next: 'Check the connection and the settings of the client, then submit the task again.',
  },
];

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
