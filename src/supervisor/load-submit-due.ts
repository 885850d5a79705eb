type SubmitDueModule = typeof import('./submit-due.ts');

/** What submits occurrences of schedules, with its calendar and the policy; loaded when the first schedule needs it. */
export function loadSubmitDue(): Promise<SubmitDueModule> {
  loaded ??= import('./submit-due.ts');
  return loaded;
}

let loaded: Promise<SubmitDueModule> | undefined;
