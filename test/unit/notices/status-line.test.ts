import { expect, test } from 'vitest';
import { statusLine } from '../../../src/notices/status-line.ts';
import { endedTask, openTask, stateWith } from '../build-state.ts';

const MINUTE_MS = 60_000;
const usage = {
  cost_usd: 0.41,
  input_tokens: 1,
  output_tokens: 1,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  turns: 1,
};
const running = (id: string, agent: 'coder' | 'tester', startedAt: number) =>
  openTask(id, { phase: 'running', agent, attempt: 1, epoch: 1, startedAt, workerSessionId: 'w' });
const past = ['a', 'b', 'c'].map((id) =>
  endedTask(id, { agent: 'coder', durationMs: 3 * MINUTE_MS, heard: true, usage: id === 'a' ? usage : null }),
);

test('is empty where nothing is open and every end was heard', () => {
  expect(statusLine(stateWith([], past), 's-1', 0)).toBe('');
});

test('counts what is open, says how far the first to end is, and what the session has spent', () => {
  const state = stateWith([running('x', 'tester', 0), running('y', 'coder', 0)], past);
  expect(statusLine(state, 's-1', 2 * MINUTE_MS)).toBe('2 bg · coder 66% · $0.41');
  expect(statusLine(state, 's-2', 2 * MINUTE_MS)).toBe('2 bg · coder 66%');
});

test('says how long it has run where nobody can know how far it is, and never that it is done', () => {
  expect(statusLine(stateWith([running('x', 'tester', 0)], past), 's-2', 2 * MINUTE_MS)).toBe(
    '1 bg · tester 2m 0s',
  );
  expect(statusLine(stateWith([running('y', 'coder', 0)], past), 's-2', 3 * MINUTE_MS - 1)).toBe(
    '1 bg · coder 99%',
  );
});

test('tells a waiting task, a paused one and an end that was not heard', () => {
  expect(statusLine(stateWith([openTask('x')]), 's-2', 0)).toBe('1 bg');
  expect(statusLine(stateWith([{ ...running('x', 'coder', 0), pausedAt: 1 } as never]), 's-2', 5)).toBe(
    '1 bg · coder paused',
  );
  expect(statusLine(stateWith([], [endedTask('x')]), 's-1', 0)).toBe('1 ended');
});
