import type { JournalEvent, ProcessIdentity } from '../../src/domain/events.ts';
import { ok } from '../../src/domain/result.ts';
import type { JournalState } from '../../src/domain/state.ts';
import { makeHandoff } from '../../src/ipc/environment.ts';
import type { Handoff } from '../../src/ipc/messages.ts';
import { wakeSupervisor } from '../../src/ipc/wake-supervisor.ts';
import { readAttention } from '../../src/journal/attention.ts';
import { transact } from '../../src/journal/transact.ts';
import { noticesIn } from '../../src/notices/notice-text.ts';
import { othersUnheard, ownOpen, ownUnheard } from '../../src/notices/unheard.ts';
import { hasLiveSchedule } from '../../src/schedules/live.ts';
import { markHeard } from '../../src/verbs/hear.ts';
import { VERSION } from '../../src/version.ts';
import type { Session } from './cast.ts';
import type { Actor } from './kernel.ts';
import { startSupervisor } from './supervisors.ts';
import { ROOT, type World } from './world.ts';

const ENVIRONMENT = { PATH: '/bin', HOME: '/home', ANTHROPIC_API_KEY: 'sk-simulated-key' };

/** Opens a session. Its SessionStart hook tells it of what others have left unheard. */
export function openSession(world: World): Session {
  const { kernel, machine, chance } = world;
  const actor = kernel.newActor('session');
  const process = machine.create({ kind: 'session', actor });
  const owner: ProcessIdentity = { pid: process.pid, start: process.start };
  const session: Session = {
    process,
    actor,
    context: {
      now: () => Math.round(kernel.wall()),
      random: chance.bytes,
      env: ENVIRONMENT,
      home: '/home',
      cwd: ROOT,
      timeZone: 'UTC',
      pluginRoot: '/plugin',
      paths: world.paths,
      journal: world.journalOf(actor),
      asker: { owner, sessionId: `session-${process.pid}` },
      wake: (handoffs) => wake(world, actor, handoffs),
    },
  };
  if (chance.happens(0.6)) openMonitor(world, session);
  kernel.after(50, actor, () => void startHook(world, session));
  beginHooks(world, session);
  return session;
}

async function wake(world: World, actor: Actor, handoffs: readonly Handoff[]): Promise<'heard' | 'started'> {
  if (!world.isCalm && world.chance.happens(0.03)) {
    world.fault('lost wake-up');
    return 'heard';
  }
  const launch = {
    root: ROOT,
    cardPath: `${world.paths.internal}/supervisor.json`,
    command: 'node',
    arguments: [],
    env: {},
    version: VERSION,
  };
  return wakeSupervisor(launch, handoffs, {
    ask: world.network.of(actor).ask,
    start: async (_, all) => {
      // Where one is on its way, a second is what happens now and then, and a tenth only takes its time.
      const isOnItsWay = world.supervisors.some(
        (one) => one.process.alive && one.context.epoch === 0 && !one.process.stopped,
      );
      if (!isOnItsWay || world.chance.happens(0.2)) startSupervisor(world, all);
      return 'started';
    },
  });
}

// A line in the monitor's pipe becomes a turn of the session, whose prompt hook sees the marks in it.
function openMonitor(world: World, { process, actor, context }: Session): void {
  const { files, kernel, chance } = world;
  const folder = `${world.paths.internal}/wake`;
  files.makeFolders(folder);
  const pipe = files.newNode('pipe');
  files.put(`${folder}/${process.pid}.${process.pid}`, pipe);
  pipe.reader = (text) => {
    const ids = noticesIn(text);
    if (ids.length === 0) return;
    kernel.after(chance.between(100, 700), actor, () => {
      for (const id of ids) world.given.add(id);
      world.counts.add('event: woken by its monitor');
      void markHeard(context, ids, 'monitor');
    });
  };
  process.onEnd.push(() => {
    pipe.reader = null;
  });
}

function beginHooks(world: World, session: Session): void {
  const { kernel, chance } = world;
  kernel.after(chance.between(2_000, world.isCalm ? 5_000 : 12_000), session.actor, () => {
    beginHooks(world, session);
    void runHook(world, session);
  });
}

/** The hooks of a prompt: what has ended is told, and a supervisor that is gone is started again. */
export async function runHook(world: World, session: Session): Promise<void> {
  const { context } = session;
  if (world.files.at(`${world.paths.internal}/open`) === undefined) return;
  world.counts.add('hook');
  const read = await readAttention(context.journal);
  if (!read.ok) return;
  await give(
    world,
    session,
    ownUnheard(read.value, context.asker).map(({ id }) => id),
    'prompt',
  );
  await revive(world, session, read.value);
}

async function startHook(world: World, session: Session): Promise<void> {
  if (world.files.at(`${world.paths.internal}/open`) === undefined) return;
  const { context } = session;
  const read = await readAttention(context.journal);
  if (!read.ok) return;
  const isGone = (owner: ProcessIdentity) => world.machine.exactly(owner) === undefined;
  const { orphaned } = othersUnheard(read.value, context.asker, isGone);
  await give(
    world,
    session,
    orphaned.map(({ id }) => id),
    'start',
  );
  await revive(world, session, read.value);
}

async function give(
  world: World,
  { context }: Session,
  ids: readonly string[],
  by: 'prompt' | 'start',
): Promise<void> {
  for (const id of ids) world.given.add(id);
  await markHeard(context, ids, by);
}

async function revive(world: World, { context }: Session, state: JournalState): Promise<void> {
  if (state.open.size === 0 && !hasLiveSchedule(state)) return;
  const { supervisor } = state;
  const isSupervised =
    supervisor !== null && !supervisor.stopped && world.machine.exactly(supervisor.process) !== undefined;
  const stranded = ownOpen(state, context.asker).filter(
    (task) =>
      (task.phase === 'queued' || !isSupervised) &&
      task.credentials.length > 0 &&
      context.now() - task.submittedAt > 2_000,
  );
  if (isSupervised && stranded.length === 0) return;
  await context.wake(stranded.map(({ id }) => makeHandoff(id, context.env)));
}

/** A newer version takes the place of the supervisor. */
export async function upgrade(world: World, session: Session): Promise<void> {
  const { readSupervisorCard } = await import('../../src/ipc/ask-supervisor.ts');
  const card = readSupervisorCard(`${world.paths.internal}/supervisor.json`);
  if (card === null) return;
  world.fault('supervisor told to leave');
  const asked = await world.network.of(session.actor).ask(card, ROOT, () => ({ type: 'drain' }));
  if (asked.kind === 'absent') return;
  startSupervisor(world, asked.reply.handoffs ?? []);
}

/** Appends events as a verb does. @returns whether there were any, and they were acknowledged */
export async function append(
  { context }: Session,
  decide: (state: JournalState) => readonly JournalEvent[],
): Promise<boolean> {
  const done = await transact(context.journal, context, (state) => {
    const events = decide(state);
    return ok({ events, value: events.length > 0 });
  });
  return done.ok && done.value;
}
