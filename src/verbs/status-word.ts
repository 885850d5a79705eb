const WORDS: Readonly<Record<string, string>> = {
  timed_out: 'timed out',
  limit_exceeded: 'over limit',
  dependency_failed: 'dep. failed',
};

/** A status as a column of twelve characters has it. */
export function statusWord(status: string): string {
  return WORDS[status] ?? status;
}
