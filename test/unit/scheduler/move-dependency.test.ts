import { describe, expect, test } from 'vitest';
import { movedDependencies } from '../../../src/domain/dependencies.ts';
import type { JournalRecord, TaskSubmitted } from '../../../src/domain/events.ts';
import { evolve } from '../../../src/domain/evolve.ts';
import { fromSnapshot, toSnapshot } from '../../../src/domain/snapshot.ts';
import { initialState } from '../../../src/domain/state.ts';
import type { Dependency } from '../../../src/domain/task-options.ts';
import { endedWith, pastOf } from '../../../src/verbs/take-over.ts';

const id = (name: string) => `20261121-064301-command-${name}`;

function submitted(name: string, after: readonly string[] = [], retryOf?: string): TaskSubmitted {
  return {
    event: 'task.submitted',
    session_id: '',
    task_id: id(name),
    delegated_agent: 'command',
    task_description: name,
    is_background: true,
    status: 'initiated',
    context_prime_length: 0,
    runner: 'command',
    command: name,
    owner: null,
    options: { timeout_ms: 1000, after: after.map((one) => ({ task_id: id(one), on: 'success' })) },
    credentials: [],
    policy_hash: '',
    ...(retryOf === undefined ? {} : { retry_of: id(retryOf) }),
  };
}

function ended(name: string, status: 'completed' | 'failed' | 'dependency_failed') {
  const [task_id, summary, results_location] = [id(name), '', ''];
  const facts = { summary, results_location, duration_ms: 1, usage: null, epoch: 1 };
  return { event: 'task.ended' as const, task_id, status, ...facts };
}

const moved = (name: string, from: string, to: string) => ({
  event: 'dependency.moved' as const,
  task_id: id(name),
  from: id(from),
  to: id(to),
  session_id: '',
});

type Event = TaskSubmitted | ReturnType<typeof ended> | ReturnType<typeof moved>;

const recordsOf = (...events: Event[]): JournalRecord[] =>
  events.map((event, at) => ({
    ...event,
    v: 1,
    seq: at + 1,
    timestamp: new Date(at * 1000).toISOString(),
    prev: '',
    hash: String(at),
  }));

function fold(...events: Event[]) {
  const state = initialState();
  for (const record of recordsOf(...events)) evolve(state, record);
  return state;
}

describe('a dependency that moves to a retry', () => {
  test('is no longer settled by the old end, and is by the new one', () => {
    const before = [submitted('a'), ended('a', 'completed'), submitted('b', ['a']), submitted('a2', [], 'a')];
    const state = fold(...before, moved('b', 'a', 'a2'));
    expect(state.open.get(id('b'))).toMatchObject({
      options: { after: [{ task_id: id('a2'), on: 'success' }] },
    });
    expect(state.open.get(id('b'))).not.toHaveProperty('settled');
    expect([...(state.dependents.get(id('a2')) ?? [])]).toEqual([id('b')]);
    const later = fold(...before, moved('b', 'a', 'a2'), ended('a2', 'failed'));
    expect(later.open.get(id('b'))?.settled).toEqual({ [id('a2')]: 'failed' });
    // A checkpoint in between knows the same.
    const restored = fromSnapshot(toSnapshot(state), { seq: state.seq, hash: state.hash });
    expect([...restored.dependents]).toEqual([...state.dependents]);
  });

  test('counts at once where the new one has ended already', () => {
    const state = fold(
      submitted('a'),
      submitted('a2', [], 'a'),
      ended('a2', 'completed'),
      submitted('b', ['a']),
      moved('b', 'a', 'a2'),
    );
    expect(state.open.get(id('b'))?.settled).toEqual({ [id('a2')]: 'completed' });
    expect(state.dependents.size).toBe(0);
  });

  test('changes nothing of a task that does not wait for the old one, or is not open', () => {
    const state = fold(submitted('a'), submitted('b'), moved('b', 'a', 'zz'), moved('nope', 'a', 'zz'));
    expect(state.open.get(id('b'))?.options.after).toEqual([]);
    expect(state.dependents.size).toBe(0);
  });

  test('is one dependency where both were waited for', () => {
    const after: Dependency[] = [
      { task_id: 'a', on: 'end' },
      { task_id: 'b', on: 'success' },
      { task_id: 'c', on: 'success' },
    ];
    expect(movedDependencies(after, 'a', 'c')).toEqual([
      { task_id: 'c', on: 'end' },
      { task_id: 'b', on: 'success' },
    ]);
  });
});

describe('who ended with a task', () => {
  test('is found through all levels, each behind all that it waits for, without those tried again', () => {
    const past = pastOf(
      recordsOf(
        submitted('a'),
        submitted('c', ['a']),
        submitted('b', ['a', 'c']),
        submitted('d', ['b']),
        submitted('e', ['a']),
        submitted('other'),
        ended('a', 'failed'),
        ...['b', 'c', 'd', 'e'].map((name) => ended(name, 'dependency_failed')),
        submitted('e2', [], 'e'),
      ),
    );
    expect(endedWith(past, id('a'))).toEqual([id('c'), id('b'), id('d')]);
    expect(endedWith(past, id('other'))).toEqual([]);
  });

  test('follows a dependency that had moved, even to a task that is younger than who waits', () => {
    const past = pastOf(
      recordsOf(
        submitted('a'),
        submitted('x', ['a']),
        submitted('a2', [], 'a'),
        moved('x', 'a', 'a2'),
        ended('a2', 'failed'),
        ended('x', 'dependency_failed'),
      ),
    );
    expect(endedWith(past, id('a2'))).toEqual([id('x')]);
    expect(endedWith(past, id('a'))).toEqual([]);
  });
});
