/** How a check came out. `warn` works but is worth a look; `fail` means that background tasks do not work. */
export type CheckStatus = 'ok' | 'warn' | 'fail';

/** One line of the doctor's report; part of its `--json` output. Every problem comes with the next step. */
export type Check = { readonly name: string; readonly summary: string } & (
  | { readonly status: 'ok' }
  | { readonly status: 'warn' | 'fail'; readonly next: string }
);

/** A check that found nothing wrong. */
export function good(name: string, summary: string): Check {
  return { name, status: 'ok', summary };
}

/** A check that found something to look at; `next` is what to do about it. */
export function doubtful(name: string, summary: string, next: string): Check {
  return { name, status: 'warn', summary, next };
}

/** A check that found what keeps background tasks from working; `next` is what to do about it. */
export function bad(name: string, summary: string, next: string): Check {
  return { name, status: 'fail', summary, next };
}
