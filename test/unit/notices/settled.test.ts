import { describe, expect, test } from 'vitest';
import { ownerKey } from '../../../src/domain/evolve.ts';
import type { JournalState } from '../../../src/domain/state.ts';
import { settledLine } from '../../../src/notices/settled.ts';
import { endedTask, OWNER, openTask, stateWith } from '../build-state.ts';

const TASK = '20261121-064301-researcher-k3f9';
const OTHER = '20261121-064302-coder-m7q2';

/** A state that a supervisor of this boot watches. */
function supervised(state: JournalState, start = '05e53ac4:1234'): JournalState {
  return { ...state, supervisor: { epoch: 1, process: { pid: 77, start }, version: '1', stopped: false } };
}

describe('what the shell of a hook goes by', () => {
  test('names the supervisor, and nobody where all were told', () => {
    const state = supervised(stateWith([openTask(TASK)]));
    state.told.set(TASK, [ownerKey(OWNER, 's-1')]);
    expect(settledLine(state)).toBe('1 77 05e53ac4:1234 ,\n');
  });

  test('names each client that the stop gate has something to tell', () => {
    const other = openTask(OTHER, { owner: { pid: 9, start: 'boot:1' } });
    expect(settledLine(supervised(stateWith([openTask(TASK), other])))).toBe(
      `1 77 05e53ac4:1234 ,${OWNER.pid},9,\n`,
    );
  });

  test('names no client that only a predecessor of the same pid was told for', () => {
    const state = supervised(stateWith([openTask(TASK)]));
    state.told.set(TASK, [ownerKey({ ...OWNER, start: 'boot:0' }, 's-1')]);
    expect(settledLine(state)).toBe(`1 77 05e53ac4:1234 ,${OWNER.pid},\n`);
  });

  test('a task that nobody waits for names nobody', () => {
    const alone = openTask(TASK, { owner: null, sessionId: '' });
    expect(settledLine(supervised(stateWith([alone])))).toBe('1 77 05e53ac4:1234 ,\n');
  });

  test.each<[string, JournalState]>([
    ['nobody supervises', stateWith([openTask(TASK)])],
    ['an end is unheard, whosever it is', supervised(stateWith([], [endedTask(TASK)]))],
    [
      'a task waits for the environment of its session',
      supervised(stateWith([openTask(TASK, { phase: 'queued', credentials: ['KEY'] })])),
    ],
    [
      'only its id says which session a task belongs to',
      supervised(stateWith([openTask(TASK, { owner: null, sessionId: 's-1' })])),
    ],
    ['a start time names no boot', supervised(stateWith([openTask(TASK)]), 'Sat Nov 21 06:43:01 2026')],
  ])('is nothing where %s: a hook must look for itself', (_, state) => {
    expect(settledLine(state)).toBeNull();
  });
});
