import { expect, test } from 'vitest';
import { attemptsMax, decideRetry, RETRY_ATTEMPTS } from '../../../src/scheduler/retry-policy.ts';

const NOW = 1_000_000;
const waitOf = (
  failureClass: 'spawn' | 'lost' | 'overloaded' | 'rate_limited',
  attempt: number,
  random: number,
) => {
  const decision = decideRetry({ failureClass, attempt }, { attempts_max: 10 }, NOW, random);
  return decision.kind === 'retry' ? decision.at - NOW : null;
};

test('what may pass by itself is tried again after a wait that doubles, up to half an hour, a quarter more or less', () => {
  expect(waitOf('lost', 1, 0.5)).toBe(5_000);
  expect(waitOf('lost', 2, 0.5)).toBe(10_000);
  expect(waitOf('lost', 1, 0)).toBe(3_750);
  expect(waitOf('lost', 1, 1)).toBe(6_250);
  expect(waitOf('rate_limited', 9, 0.5)).toBe(30 * 60_000);
  expect(waitOf('spawn', 1, 0.5)).toBeLessThan(waitOf('overloaded', 1, 0.5) ?? 0);
});

test.each(['policy', 'limit', 'work', undefined] as const)(
  '%s comes out the same again and is the end',
  (failureClass) => {
    expect(decideRetry({ failureClass, attempt: 1 }, { attempts_max: 5 }, NOW, 0.5)).toEqual({ kind: 'end' });
  },
);

test('the last attempt is the last', () => {
  expect(decideRetry({ failureClass: 'lost', attempt: 3 }, { attempts_max: 3 }, NOW, 0.5)).toEqual({
    kind: 'end',
  });
  expect(attemptsMax({})).toBe(1);
  expect(attemptsMax({ on_failure: 'retry' })).toBe(RETRY_ATTEMPTS);
  expect(attemptsMax({ on_failure: 'none', attempts_max: 4 })).toBe(1);
});

test('work that failed is done again only where somebody asked for it', () => {
  const failed = { failureClass: 'work', attempt: 1 } as const;
  expect(decideRetry(failed, { attempts_max: 5 }, NOW, 0.5)).toEqual({ kind: 'end' });
  expect(decideRetry(failed, { on_failure: 'retry' }, NOW, 0.5)).toEqual({ kind: 'retry', at: NOW + 1_000 });
  expect(decideRetry({ ...failed, attempt: RETRY_ATTEMPTS }, { on_failure: 'retry' }, NOW, 0.5)).toEqual({
    kind: 'end',
  });
  for (const failureClass of ['policy', 'limit'] as const) {
    expect(decideRetry({ failureClass, attempt: 1 }, { on_failure: 'retry' }, NOW, 0.5).kind).toBe('end');
  }
});
