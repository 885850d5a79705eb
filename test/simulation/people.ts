import { staticPrimeOf } from '../../src/context/prime-of.ts';
import { submittedEvent } from '../../src/context/submitted-event.ts';
import type { TaskAgent } from '../../src/domain/agents.ts';
import type { JournalEvent, QueuePaused } from '../../src/domain/events.ts';
import { ok } from '../../src/domain/result.ts';
import type { JournalState, TaskFacts } from '../../src/domain/state.ts';
import { makeTaskId } from '../../src/domain/task-id.ts';
import { makeHandoff } from '../../src/ipc/environment.ts';
import { transact } from '../../src/journal/transact.ts';
import { createWorkspace } from '../../src/workspace/create.ts';
import { liftEmergency, raiseEmergency } from '../../src/workspace/emergency-file.ts';
import type { Session } from './cast.ts';
import { drawOptions } from './draw-options.ts';
import { append, runHook, upgrade } from './session.ts';
import type { World } from './world.ts';

type Act = readonly [weight: number, run: (world: World, session: Session) => Promise<void>];

const ACTS: readonly Act[] = [
  [60, submit],
  [7, cancelOne],
  [1, cancelAll],
  [4, pauseOne],
  [4, resumeOne],
  [2, (_, session) => setScope(session, 'queue', true)],
  [1, (_, session) => setScope(session, 'schedules', true)],
  [6, resumeEverything],
  [1, emergency],
  [3, addSchedule],
  [4, changeSchedule],
  [1, upgrade],
  [6, runHook],
];

/** One thing that a person or a session does. */
export function act(world: World, session: Session): void {
  const run = world.chance.weigh(ACTS);
  world.counts.add('event: act');
  run(world, session).catch((error: unknown) => {
    // A verb that a full disk refuses says so to whoever typed it.
    if (!(error instanceof Error && 'syscall' in error)) world.violations.add('noFault', String(error));
  });
}

async function submit(world: World, session: Session): Promise<void> {
  const { context } = session;
  const { chance } = world;
  const agent: TaskAgent = chance.happens(0.72)
    ? 'command'
    : chance.pick(['researcher', 'coder', 'reviewer']);
  const options = drawOptions(world.chance);
  const drawn = agent === 'command' ? { ...options, watch_for: 'line 2' } : options;
  const after = chance.happens(0.25) ? chance.between(1, 2) : 0;
  const accepted = await transact<TaskFacts>(context.journal, context, (state) => {
    const submittedAt = context.now();
    const id = freeId(world, state, submittedAt, agent);
    const known = [...state.open.keys(), ...[...state.ended.keys()].slice(-3)];
    const dependencies = Array.from({ length: known.length === 0 ? 0 : after }, () => ({
      task_id: chance.pick(known.slice(-6)),
      on: chance.happens(0.6) ? ('success' as const) : ('end' as const),
    }));
    const unique = dependencies.filter(
      (one, at) => dependencies.findIndex((two) => two.task_id === one.task_id) === at,
    );
    const task: TaskFacts = {
      id,
      agent,
      description: agent === 'command' ? 'true' : 'analyze the simulation',
      ...(agent === 'command' ? { command: 'true' } : {}),
      sessionId: context.asker.sessionId,
      owner: context.asker.owner,
      options: unique.length === 0 ? drawn : { ...drawn, after: unique },
      credentials: agent !== 'command' && chance.happens(0.3) ? ['ANTHROPIC_API_KEY'] : [],
      submittedAt,
    };
    return ok({ events: [submittedEvent(task, 'simulated')], value: task });
  });
  if (!accepted.ok) return void world.counts.add('event: submit refused');
  const task = accepted.value;
  world.acknowledged.add(task.id);
  createWorkspace(context.paths, task, staticPrimeOf(task));
  await context.wake([makeHandoff(task.id, context.env)]);
}

function freeId(world: World, state: JournalState, at: number, agent: TaskAgent): string {
  for (;;) {
    const id = makeTaskId(at, agent, world.chance.bytes(4));
    if (!state.open.has(id) && !state.ended.has(id)) return id;
  }
}

/** Asks for a task to be cancelled, as the verb does. */
function cancelEvent(id: string): JournalEvent {
  return { event: 'cancel.requested', task_id: id, status: 'cancelling', session_id: '' };
}

async function cancelOne(world: World, session: Session): Promise<void> {
  const cancelled = await append(session, (state) => {
    const open = [...state.open.values()].filter(({ cancelRequestedAt }) => cancelRequestedAt === undefined);
    return open.length === 0 ? [] : [cancelEvent(world.chance.pick(open).id)];
  });
  if (cancelled) await session.context.wake([]);
}

async function cancelAll(_: World, session: Session): Promise<void> {
  const cancelled = await append(session, (state) =>
    [...state.open.values()].flatMap(({ id, cancelRequestedAt }) =>
      cancelRequestedAt === undefined ? [cancelEvent(id)] : [],
    ),
  );
  if (cancelled) await session.context.wake([]);
}

async function pauseOne(world: World, session: Session): Promise<void> {
  await setPaused(world, session, true);
}

async function resumeOne(world: World, session: Session): Promise<void> {
  await setPaused(world, session, false);
}

async function setPaused({ chance }: World, session: Session, isPaused: boolean): Promise<void> {
  await append(session, (state) => {
    const fitting = [...state.open.values()].filter(
      (task) => task.phase === 'running' && (task.pausedAt !== undefined) !== isPaused,
    );
    if (fitting.length === 0) return [];
    const event = isPaused ? ('task.paused' as const) : ('task.resumed' as const);
    return [{ event, task_id: chance.pick(fitting).id, session_id: '' }];
  });
}

function scopeEvent(scope: QueuePaused['scope'], isPaused: boolean): JournalEvent {
  return { event: isPaused ? 'queue.paused' : 'queue.resumed', scope, reason: 'by hand', session_id: '' };
}

async function setScope(session: Session, scope: QueuePaused['scope'], isPaused: boolean): Promise<void> {
  await append(session, (state) =>
    (state.pauses[scope] !== null) === isPaused ? [] : [scopeEvent(scope, isPaused)],
  );
}

/** Takes back whatever is paused, as `resume` does. */
export async function resumeEverything(world: World, session: Session): Promise<void> {
  liftEmergency(world.paths);
  const resumed = await append(session, (state) => {
    const scopes = (['emergency', 'queue', 'schedules'] as const).filter(
      (scope) => state.pauses[scope] !== null,
    );
    const tasks = [...state.open.values()].filter(
      (task) => task.phase === 'running' && task.pausedAt !== undefined,
    );
    return [
      ...scopes.map((scope) => scopeEvent(scope, false)),
      ...tasks.map(({ id }) => ({ event: 'task.resumed' as const, task_id: id, session_id: '' })),
    ];
  });
  if (resumed) await session.context.wake([]);
}

async function emergency(world: World, session: Session): Promise<void> {
  world.hadEmergency = true;
  raiseEmergency(world.paths);
  world.counts.add('event: emergency');
  if (world.chance.happens(0.5)) await setScope(session, 'emergency', true);
}

async function addSchedule(world: World, session: Session): Promise<void> {
  const { chance } = world;
  const added = await append(session, (state) => {
    if (state.schedules.size >= 3) return [];
    const from = new Date(session.context.now()).toISOString();
    const spec = {
      schedule_id: `simulated-${state.seq}`,
      when: 'simulated',
      rule: chance.pick([
        { kind: 'every' as const, every_ms: 3_000, from },
        { kind: 'every' as const, every_ms: 9_000, from },

        { kind: 'continuous' as const, pause_ms: chance.between(10, 30) * 1_000 },
        { kind: 'cron' as const, lines: ['* * * * *'], time_zone: 'Europe/Berlin' },
      ]),
      agent: 'command' as const,
      task_description: 'true',
      command: 'true',
      options: drawOptions(world.chance),
      on_missed: chance.pick(['skip', 'once'] as const),
      overlap: chance.pick(['skip', 'queue'] as const),
    };
    return [{ event: 'schedule.added', session_id: '', spec }];
  });
  if (added) await session.context.wake([]);
}

async function changeSchedule({ chance }: World, session: Session): Promise<void> {
  const changed = await append(session, (state) => {
    const all = [...state.schedules.values()];
    if (all.length === 0) return [];
    const { spec, paused } = chance.pick(all);
    const event = chance.happens(0.3) ? 'schedule.removed' : paused ? 'schedule.resumed' : 'schedule.paused';
    return [{ event, session_id: '', schedule_id: spec.schedule_id }];
  });
  if (changed) await session.context.wake([]);
}

/** Gives up on what waits for the credentials of a session that is gone: nobody can hand them over any more. */
export async function cancelForsaken(world: World, session: Session): Promise<void> {
  await append(session, (state) =>
    [...state.open.values()].flatMap((task) => {
      const isForsaken =
        task.phase === 'queued' &&
        task.credentials.length > 0 &&
        task.cancelRequestedAt === undefined &&
        (task.owner === null || world.machine.exactly(task.owner) === undefined);
      return isForsaken ? [cancelEvent(task.id)] : [];
    }),
  );
}

/** Takes every schedule away, so that a history comes to its end. */
export async function removeSchedules(_: World, session: Session): Promise<void> {
  await append(session, (state) =>
    [...state.schedules.keys()].map((id) => ({
      event: 'schedule.removed' as const,
      session_id: '',
      schedule_id: id,
    })),
  );
}
