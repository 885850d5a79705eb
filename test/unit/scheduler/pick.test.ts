import { describe, expect, test } from 'vitest';
import type { OpenTask } from '../../../src/domain/state.ts';
import type { Claim, TaskOptions } from '../../../src/domain/task-options.ts';
import type { PickInput } from '../../../src/scheduler/pick.ts';
import { pick } from '../../../src/scheduler/pick.ts';
import { endedTask, openTask, stateWith } from '../build-state.ts';

const running = { phase: 'running', attempt: 1, epoch: 1, startedAt: 1, workerSessionId: 'w' } as const;

function pickFrom(tasks: readonly OpenTask[], more: Partial<PickInput> = {}) {
  const { open, ended, pauses } = stateWith(tasks);
  const picked = pick({
    open,
    ended,
    pauses,
    capacity: { slots: 6 },
    now: 1_000_000,
    hasCredentials: () => true,
    ...more,
  });
  return { started: picked.start.map(({ id }) => id), waiting: picked.waiting };
}

function options(more: Partial<TaskOptions>): { options: TaskOptions } {
  return { options: { timeout_ms: 60_000, ...more } };
}

function claims(...texts: string[]): { options: TaskOptions } {
  const parse = (text: string): Claim => ({
    resource: text.replace(/:shared$/, ''),
    mode: text.endsWith(':shared') ? 'shared' : 'exclusive',
  });
  return options({ claims: texts.map(parse) });
}

describe('the order', () => {
  test('is by age, as long as there are slots', () => {
    const tasks = [
      openTask('task-young', { submittedAt: 30_000 }),
      openTask('task-old-1', { submittedAt: 10_000 }),
      openTask('task-mid-1', { submittedAt: 20_000 }),
    ];
    const { started, waiting } = pickFrom(tasks, { capacity: { slots: 2 } });
    expect(started).toEqual(['task-old-1', 'task-mid-1']);
    expect(waiting.get('task-young')).toEqual({ kind: 'slots', taken: 2, slots: 2 });
  });

  test('is by priority before age', () => {
    const tasks = [
      openTask('ordinary', { submittedAt: 1 }),
      openTask('urgent-1', { submittedAt: 90_000, ...options({ priority: 5 }) }),
      openTask('patient1', { submittedAt: 2, ...options({ priority: -1 }) }),
    ];
    expect(pickFrom(tasks, { capacity: { slots: 2 } }).started).toEqual(['urgent-1', 'ordinary']);
  });

  test('among tasks of one moment, the one that is over soonest as a rule goes first', () => {
    const past = [1, 2, 3].flatMap((n) => [
      endedTask(`slow-${n}`, { agent: 'researcher', durationMs: 600_000 + n }),
      endedTask(`fast-${n}`, { agent: 'reviewer', durationMs: 5_000 + n }),
    ]);
    const tasks = [
      openTask('long-one', { agent: 'researcher', submittedAt: 1 }),
      openTask('short-one', { agent: 'reviewer', submittedAt: 2 }),
    ];
    const { ended } = stateWith([], past);
    expect(pickFrom(tasks, { ended, capacity: { slots: 1 } }).started).toEqual(['short-one']);
    expect(pickFrom(tasks, { capacity: { slots: 1 } }).started).toEqual(['long-one']);
  });
});

describe('slots', () => {
  test('a heavy task takes several, and nobody overtakes it into the ones it waits for', () => {
    const tasks = [
      openTask('running-1', running),
      openTask('heavy-one', { submittedAt: 10, ...options({ slots: 2 }) }),
      openTask('light-one', { submittedAt: 20 }),
    ];
    const full = pickFrom(tasks, { capacity: { slots: 2 } });
    expect(full.started).toEqual([]);
    expect(full.waiting.get('light-one')).toEqual({ kind: 'slots', taken: 1, slots: 2 });
    expect(pickFrom(tasks, { capacity: { slots: 4 } }).started).toEqual(['heavy-one', 'light-one']);
  });

  test('a task that asks for more than there are gets all of them', () => {
    const tasks = [openTask('huge-task1', options({ slots: 9 }))];
    expect(pickFrom(tasks, { capacity: { slots: 2 } }).started).toEqual(['huge-task1']);
  });

  test('the cap of an agent holds up nobody else', () => {
    const tasks = [
      openTask('review-1', { agent: 'reviewer', ...running }),
      openTask('review-2', { agent: 'reviewer', submittedAt: 1 }),
      openTask('research', { submittedAt: 2 }),
    ];
    const { started, waiting } = pickFrom(tasks, { capacity: { slots: 6, perAgent: { reviewer: 1 } } });
    expect(started).toEqual(['research']);
    expect(waiting.get('review-2')).toEqual({ kind: 'agent_cap', agent: 'reviewer', cap: 1 });
  });

  test('of the machine may be fewer than those of the project', () => {
    const tasks = [openTask('task-one'), openTask('task-two', { submittedAt: 2_000 })];
    const { started, waiting } = pickFrom(tasks, { capacity: { slots: 6, machineFree: 1 } });
    expect(started).toEqual(['task-one']);
    expect(waiting.get('task-two')).toEqual({ kind: 'machine_slots' });
  });
});

describe('claims', () => {
  test('two tasks that write never share the working tree, while readers go ahead', () => {
    const tasks = [
      openTask('writer-one', { agent: 'coder', ...running }),
      openTask('writer-two', { agent: 'tester' }),
      openTask('reader-one', { agent: 'reviewer' }),
    ];
    const { started, waiting } = pickFrom(tasks);
    expect(started).toEqual(['reader-one']);
    expect(waiting.get('writer-two')).toEqual({
      kind: 'claim',
      resource: 'path:.',
      taskId: 'writer-one',
      isHeld: true,
    });
  });

  test.each([
    ['path:src/auth', 'path:src/auth/login.ts', false],
    ['path:src/auth', 'path:src/authors', true],
    ['path:src/auth/', 'path:./src/auth', false],
    ['path:src', 'path:docs', true],
    ['path:.', 'path:docs', false],
    ['path:src:shared', 'path:src/auth:shared', true],
    ['path:src:shared', 'path:src/auth', false],
    ['path:src/auth', 'path:src:shared', false],
    ['port:3000', 'port:3000', false],
    ['port:3000', 'port:3001', true],
    ['port:3000:shared', 'port:3000:shared', true],
  ])('%s and %s together: %s', (one, other, together) => {
    for (const [held, wanted] of [
      [one, other],
      [other, one],
    ] as const) {
      const tasks = [
        openTask('holder-1', { agent: 'coder', ...running, ...claims(held, 'path:elsewhere') }),
        openTask('wanting1', { agent: 'coder', ...claims(wanted, 'path:other') }),
      ];
      expect(pickFrom(tasks).started, `${held} held, ${wanted} wanted`).toEqual(together ? ['wanting1'] : []);
    }
  });

  test('whoever waits for a claim stands in line: nobody behind takes it first', () => {
    const tasks = [
      openTask('sharer-1', { ...running, ...claims('db:main:shared') }),
      openTask('owner-11', { submittedAt: 1, ...claims('db:main') }),
      openTask('sharer-2', { submittedAt: 2, ...claims('db:main:shared') }),
      openTask('other-11', { submittedAt: 3 }),
    ];
    const { started, waiting } = pickFrom(tasks);
    expect(started).toEqual(['other-11']);
    expect(waiting.get('owner-11')).toMatchObject({ taskId: 'sharer-1', isHeld: true });
    expect(waiting.get('sharer-2')).toMatchObject({ taskId: 'owner-11', isHeld: false });
  });
});

describe('what keeps one task alone', () => {
  const table: readonly [string, Partial<OpenTask>, Partial<PickInput>, object][] = [
    [
      'a dependency that has not ended',
      options({ after: [{ task_id: 'dep-1111', on: 'success' }] }),
      {},
      { kind: 'dependencies', taskIds: ['dep-1111'] },
    ],
    [
      'a dependency that failed',
      {
        ...options({ after: [{ task_id: 'dep-1111', on: 'success' }] }),
        settled: { 'dep-1111': 'failed' },
      },
      {},
      { kind: 'dependency_failed', taskId: 'dep-1111', status: 'failed' },
    ],
    ['the time after a failed attempt', { notBefore: 1_000_500 }, {}, { kind: 'not_before', at: 1_000_500 }],
    [
      'credentials that are not at hand',
      { credentials: ['ANTHROPIC_API_KEY'] },
      { hasCredentials: ({ credentials }) => credentials.length === 0 },
      { kind: 'credentials', names: ['ANTHROPIC_API_KEY'] },
    ],
    ['a cancel', { cancelRequestedAt: 5 }, {}, { kind: 'cancelling' }],
    [
      'a rule from elsewhere',
      { agent: 'documenter' },
      {
        hold: ({ agent }) =>
          agent === 'documenter' ? { kind: 'held', words: 'the day is spent', until: null } : null,
      },
      { kind: 'held', words: 'the day is spent', until: null },
    ],
  ];

  test.each(table)('%s', (_, task, input, reason) => {
    const tasks = [
      openTask('waiting1', { submittedAt: 1, ...task } as Partial<OpenTask>),
      openTask('free-one'),
    ];
    const { started, waiting } = pickFrom(tasks, { capacity: { slots: 1 }, ...input });
    expect(started).toEqual(['free-one']);
    expect(waiting.get('waiting1')).toEqual(reason);
  });

  test.each([
    ['settled well', { 'dep-1111': 'completed', 'dep-2222': 'failed' }],
    ['ended in any way where only the end counts', { 'dep-1111': 'completed', 'dep-2222': 'cancelled' }],
  ] as const)('no longer keeps it when it is %s', (_, settled) => {
    const after = [
      { task_id: 'dep-1111', on: 'success' },
      { task_id: 'dep-2222', on: 'end' },
    ] as const;
    expect(pickFrom([openTask('waiting1', { ...options({ after: [...after] }), settled })]).started).toEqual([
      'waiting1',
    ]);
  });

  test.each(['queue', 'emergency'] as const)('a pause of the %s keeps everything', (scope) => {
    const pauses = { queue: null, schedules: null, emergency: null, [scope]: 'lunch' };
    const { started, waiting } = pickFrom([openTask('waiting1')], { pauses });
    expect(started).toEqual([]);
    expect(waiting.get('waiting1')).toEqual({ kind: 'paused', scope, reason: 'lunch' });
  });
});
