import type { Handoff } from '../../src/ipc/messages.ts';
import type { Bell } from '../../src/supervisor/bell.ts';
import type { SupervisorContext } from '../../src/supervisor/context.ts';
import { runSupervisor } from '../../src/supervisor/run.ts';
import type { SimulatedSupervisor } from './cast.ts';
import type { Actor } from './kernel.ts';
import type { SimulatedProcess } from './machine.ts';
import { processPort } from './process-port.ts';
import { checkWaiting } from './waiting.ts';
import { startWorker } from './worker.ts';
import { PERSON_FOLDER, PLUGIN_ROOT, RUNTIME, type World } from './world.ts';

/** Starts a supervisor as a hook would. It begins some time later, as Node needs its time. */
export function startSupervisor(world: World, handoffs: readonly Handoff[]): void {
  const { kernel, machine, chance } = world;
  const actor = kernel.newActor('supervisor');
  const process = machine.create({ kind: 'supervisor', actor });
  world.counts.add('event: supervisor process started');
  world.say(`supervisor ${process.pid} starts`);
  const supervisor: SimulatedSupervisor = {
    process,
    ...createContext(world, process, actor, () => supervisor),
    leaving: new AbortController(),
    freshAt: kernel.now,
  };
  world.supervisors.push(supervisor);
  kernel.after(chance.between(40, 150), actor, () => {
    runSupervisor(supervisor.context, supervisor.bell, handoffs, supervisor.leaving.signal).then(
      () => exit(world, process, 'left'),
      (error: unknown) => {
        judgeFault(world, actor, error);
        exit(world, process, `gave up: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  });
}

function createContext(
  world: World,
  process: SimulatedProcess,
  actor: Actor,
  self: () => SimulatedSupervisor,
): { context: SupervisorContext; bell: Bell } {
  const { kernel, machine, chance } = world;
  const isNamespace = chance.happens(0.3);
  const bell = createBell(world, actor, self);
  const context: SupervisorContext = {
    now: () => Math.round(kernel.wall()),
    clock: () => ({ wall: kernel.wall(), monotonic: kernel.monotonic() }),
    clockStopsInSleep: true,
    timers: {
      sleep: (ms) => kernel.wait(actor, ms + chance.between(0, 3)),
      deadline: (ms) => {
        const until = kernel.monotonic() + ms;
        return {
          get aborted() {
            return kernel.monotonic() >= until;
          },
        };
      },
    },
    uptimeMs: () => kernel.now - kernel.bootedAt,
    processes: processPort(machine, process, {
      startWorker: (start, parent) => startWorker(world, start, parent),
      isUnseen: ({ pid, start }) => world.unseen.has(`${pid} ${start}`),
      mayDie: (what) => world.faultyFiles.mayDie(what),
    }),
    ipc: world.network.of(actor),
    containment: () => (isNamespace ? 'PID namespace' : 'process group'),
    personFolder: PERSON_FOLDER,
    random: chance.bytes,
    env: { PATH: '/bin', HOME: '/home' },
    home: '/home',
    pluginRoot: PLUGIN_ROOT,
    paths: world.paths,
    journal: world.journalOf(actor),
    runtime: RUNTIME,
    process: { pid: process.pid, start: process.start },
    token: `token-${process.pid}-${process.start}`,
    settings: async () => world.settings,
    handoffs: new Map(),
    running: new Map(),
    poke: bell.ring,
    log: (line) => world.say(`  supervisor ${process.pid}: ${line}`),
    record: () => undefined,
    settledHash: null,
    epoch: 0,
  };
  return { context, bell };
}

/** The bell of a supervisor, in simulated time. Whenever it waits, it has just looked at everything. */
function createBell(world: World, actor: Actor, self: () => SimulatedSupervisor): Bell {
  const { kernel } = world;
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (timeoutMs) => {
      if (actor.alive) checkWaiting(world, self(), timeoutMs);
      if (rung) await kernel.wait(actor, 1);
      else {
        await new Promise<void>((resolve) => {
          kernel.after(timeoutMs, actor, resolve);
          wake = () => void kernel.after(0, actor, resolve);
        });
      }
      rung = false;
      wake = null;
    },
  };
}

function exit(world: World, process: SimulatedProcess, how: string): void {
  if (!process.alive) return;
  world.say(`supervisor ${process.pid} ${how}`);
  world.machine.end(process, 0, null);
}

// What the disk refuses may end a supervisor; anything else is a bug.
function judgeFault(world: World, actor: Actor, error: unknown): void {
  if (!actor.alive) return;
  const text = error instanceof Error ? error.message : String(error);
  const isOfTheDisk = /ENOSPC|EIO|Too many others|journal/.test(text) && !(error instanceof TypeError);
  if (isOfTheDisk) world.counts.add('event: supervisor gave up for the disk');
  else world.violations.add('noFault', error instanceof Error ? (error.stack ?? text) : text);
}
