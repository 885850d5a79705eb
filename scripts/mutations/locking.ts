import type { Mutation } from './mutation.ts';

const LOCK = 'src/journal/lock.ts';

/** Guards of the lock. It only saves retries, so these show in real processes alone. */
export const LOCKING: readonly Mutation[] = [];
