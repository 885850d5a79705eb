import type { Mutation } from './mutation.ts';

const LOCK = 'src/journal/lock.ts';
const TEST = 'test/integration/journal/lock.test.ts';

/** Guards of the lock. It only saves retries, so these show in real processes alone. */
export const LOCKING: readonly Mutation[] = [
  {
    guard: 'a lock that somebody stole is left to the thief',
    file: LOCK,
    from: 'fs: stillOurs ? directFs : hollowFs',
    to: 'fs: stillOurs ? directFs : directFs',
    integration: TEST,
  },
  {
    guard: 'nobody waits for ever',
    file: LOCK,
    from: 'if (deadline.aborted) return undefined;',
    to: '',
    integration: TEST,
  },
  {
    guard: 'a lost lock does not end its holder',
    file: LOCK,
    from: '    onCompromised: () => {},\n',
    to: '',
    integration: TEST,
  },
];
