const WORDS: Readonly<Record<string, string>> = {
  timed_out: 'timed out',
  limit_exceeded: 'over limit',
  dependency_failed: 'dep. failed',
};

/** A status as a column of twelve characters has it. */
export function statusWord(status: string): string {
  return WORDS[status] ?? status;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Local day and time of day, `21 Nov 06:43`. */
export function dayAndTime(iso: string): string {
  const date = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return `${two(date.getDate())} ${MONTHS[date.getMonth()]} ${time}`;
}
