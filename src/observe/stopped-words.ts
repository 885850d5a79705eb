import type { ExceededLimit, Judgement, WorkerEnd } from './verdict.ts';

/** Why a worker was ended on request, for people. */
export function cancelWords({ emergency }: Pick<WorkerEnd, 'emergency'>): string {
  return emergency === true
    ? 'Everything of this project was ended by `outloop emergency-shutdown`. After `outloop resume`, submit it again.'
    : 'It was cancelled on request.';
}

/** Puts an exceeded limit into words. */
export function judgeExceeded({ endsAs, limit, words }: ExceededLimit): Judgement {
  return {
    status: endsAs,
    summary: `Stopped at a limit: ${words}.`,
    why: `It exceeded a limit (resource_limit_exceeded): ${words}. Submit it again with a higher limit (limits.${limit}), or as smaller tasks.`,
  };
}
