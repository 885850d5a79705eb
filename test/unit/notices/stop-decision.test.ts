import { describe, expect, test } from 'vitest';
import { ownerKey } from '../../../src/domain/evolve.ts';
import type { StopQuestion } from '../../../src/notices/stop-decision.ts';
import { decideStop } from '../../../src/notices/stop-decision.ts';
import { endedTask, OWNER, openTask, stateWith } from '../build-state.ts';

const asker = { owner: OWNER, sessionId: 's-1' };
const TASK = '20261121-064301-researcher-k3f9';

function ask(question: Partial<StopQuestion>): ReturnType<typeof decideStop> {
  return decideStop({
    state: stateWith([]),
    asker,
    mode: 'auto',
    client: 'attended',
    heldOut: false,
    underway: new Set(),
    canWake: true,
    now: 5_000,
    ...question,
  });
}

describe('an attended session', () => {
  test('may stop when nothing of its own is open or unheard', () => {
    expect(ask({})).toEqual({ kind: 'allow' });
    const other = openTask(TASK, { owner: { pid: 1, start: 'boot:9' } });
    expect(ask({ state: stateWith([other]) })).toEqual({ kind: 'allow' });
  });

  test('goes on once for a task that it was not told of, and promises the wake-up', () => {
    const state = stateWith([openTask(TASK)]);
    const first = ask({ state });
    expect(first).toMatchObject({ kind: 'continue', tell: [TASK], hear: [] });
    expect(first).toHaveProperty('text', expect.stringContaining('will wake this session'));

    state.told.set(TASK, [ownerKey(OWNER, 's-1')]);
    expect(ask({ state })).toEqual({ kind: 'allow' });
  });

  test('is promised no wake-up where nothing would deliver one', () => {
    const decision = ask({ state: stateWith([openTask(TASK)]), canWake: false });
    expect(decision).toHaveProperty('text', expect.not.stringContaining('wake'));
  });

  test('goes on for an end that it has not heard, but not for one that is on its way', () => {
    const state = stateWith([], [endedTask(TASK)]);
    expect(ask({ state })).toMatchObject({ kind: 'continue', hear: [TASK], tell: [] });
    expect(ask({ state, underway: new Set([TASK]) })).toEqual({ kind: 'allow' });
    expect(ask({ state: stateWith([], [endedTask(TASK, { heard: true })]) })).toEqual({ kind: 'allow' });
  });

  test('keeps its tasks when its session id changes, as under /clear', () => {
    const state = stateWith([openTask(TASK, { sessionId: 'before-clear' })]);
    expect(ask({ state, asker: { owner: OWNER, sessionId: 'after-clear' } })).toMatchObject({ tell: [TASK] });
  });
});

describe('a one-shot session', () => {
  test('is held while its own work is open, and then gets everything in one continuation', () => {
    const done = endedTask('20261121-064302-coder-aaaa');
    expect(ask({ client: 'one-shot', state: stateWith([openTask(TASK)], [done]) })).toEqual({ kind: 'hold' });
    expect(ask({ client: 'one-shot', state: stateWith([], [done]) })).toMatchObject({
      kind: 'continue',
      hear: [done.id],
    });
  });

  test('is let go when it was held for as long as configured, and told what is still open', () => {
    const decision = ask({ client: 'one-shot', state: stateWith([openTask(TASK)]), heldOut: true });
    expect(decision).toMatchObject({ kind: 'continue', tell: [TASK] });
    expect(decision).toHaveProperty('text', expect.stringContaining('Still open'));
  });
});

describe('a raised notice', () => {
  const raised = {
    id: `${TASK}-watch`,
    kind: 'watch' as const,
    taskId: TASK,
    sessionId: 's-1',
    owner: OWNER,
    text: 'The awaited line: ready',
    raisedAt: 0,
  };

  test('goes to a session that is held at once, which is then held again', () => {
    const state = stateWith([openTask(TASK)]);
    state.notices.set(raised.id, raised);
    expect(ask({ client: 'one-shot', state })).toEqual({
      kind: 'continue',
      text: `The awaited line: ready [outloop:${raised.id}]`,
      tell: [],
      hear: [raised.id],
    });
    expect(ask({ client: 'one-shot', state, underway: new Set([raised.id]) })).toEqual({ kind: 'hold' });
  });

  test('goes with the ends to an attended one', () => {
    const state = stateWith([], [endedTask('20261121-064302-coder-aaaa')]);
    state.notices.set(raised.id, raised);
    expect(ask({ state })).toMatchObject({ hear: [raised.id, '20261121-064302-coder-aaaa'] });
  });
});

describe('the configured gate', () => {
  test('off never answers, also with unheard ends', () => {
    expect(ask({ mode: 'off', state: stateWith([openTask(TASK)], [endedTask('x-ended-1')]) })).toEqual({
      kind: 'allow',
    });
  });

  test('tell lets the session stop and says to the person what is open', () => {
    expect(ask({ mode: 'tell', state: stateWith([openTask(TASK)]) })).toMatchObject({
      kind: 'say',
      tell: [TASK],
    });
  });

  test('hold also holds an attended session', () => {
    expect(ask({ mode: 'hold', state: stateWith([openTask(TASK)]) })).toEqual({ kind: 'hold' });
  });
});
