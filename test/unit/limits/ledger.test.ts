import { expect, test } from 'vitest';
import { ledgerDay, nextDay, spentWords, sumLedger } from '../../../src/limits/ledger.ts';

const line = (task: string, cost: number, tokens: number, project = '/a') =>
  JSON.stringify({ at: '', task_id: task, attempt: 1, project, agent: 'coder', cost_usd: cost, tokens });

test('a ledger adds up all projects, and the same attempt once however often it was written', () => {
  const text = [line('t1', 0.5, 100), line('t1', 0.5, 100), line('t1', 1, 10, '/b'), '{"torn', ''].join('\n');
  expect(sumLedger(text)).toEqual({ costUsd: 1.5, tokens: 110 });
});

test('a line that would make room is no entry', () => {
  expect(sumLedger(line('t1', -5, 10))).toEqual({ costUsd: 0, tokens: 0 });
});

test('a day is spent when its limit is reached, and the figure is named', () => {
  const limits = { budgetUsd: 5, tokens: undefined };
  expect(spentWords({ costUsd: 4.99, tokens: 0 }, limits)).toBeNull();
  expect(spentWords({ costUsd: 5, tokens: 0 }, limits)).toBe('your daily budget is spent: $5.00 of $5.00');
  expect(spentWords({ costUsd: 0, tokens: 2_000 }, { budgetUsd: undefined, tokens: 1_000 })).toContain(
    '2.0k of 1.0k',
  );
});

test('the next day begins at the next local midnight', () => {
  const now = new Date(2026, 10, 21, 23, 59).getTime();
  expect(ledgerDay(now)).toBe('2026-11-21');
  expect(nextDay(now)).toBe(new Date(2026, 10, 22).getTime());
});
