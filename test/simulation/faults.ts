import type { SimulatedProcess } from './machine.ts';
import { act } from './people.ts';
import { openSession } from './session.ts';
import { startSupervisor } from './supervisors.ts';
import type { World } from './world.ts';

type Fault = readonly [weight: number, strike: (world: World) => void];

const FAULTS: readonly Fault[] = [
  [3, crash],
  [6, crashInTheMiddle],
  [5, stall],
  [4, unseen],
  [2, (world) => setClock(world, 1)],
  [2, (world) => setClock(world, -1)],
  [2, sleep],
  [1, restart],
  [4, cutNextWrite],
  [2, fullDisk],
  [2, failNextSync],
  [4, openLock],
  [6, killWorker],
  [3, loseSignals],
  [2, takePid],
  [1, killSession],
  [1, removeFolder],
  [1, leave],
];

/** Something goes wrong. */
export function strike(world: World): void {
  const happen = world.chance.weigh(FAULTS);
  world.trouble(25_000);
  world.counts.add('event: fault');
  happen(world);
}

/** Whatever stands still goes on, and whatever is broken is whole again. */
export function recover(world: World): void {
  const { faultyFiles, machine } = world;
  world.settings = { ...world.settings, daily: { budgetUsd: undefined, tokens: undefined } };
  faultyFiles.space = Number.POSITIVE_INFINITY;
  faultyFiles.dieIn = null;
  faultyFiles.stop = null;
  faultyFiles.cutsShort = false;
  faultyFiles.failsToSync = false;
  machine.lostSignals = 0;
  world.kernel.preemption = 0;
  for (const one of machine.living()) if (one.kind === 'supervisor') machine.continue(one);
  world.trouble(25_000);
}

function supervisorOf(world: World): SimulatedProcess | undefined {
  return world.machine.living().findLast(({ kind }) => kind === 'supervisor');
}

function crash(world: World): void {
  const victim = supervisorOf(world);
  if (victim === undefined) return;
  world.fault('crash of the supervisor');
  world.machine.end(victim, null, 'SIGKILL');
}

function crashInTheMiddle({ faultyFiles, chance }: World): void {
  faultyFiles.dieIn = chance.between(1, 60);
}

function cutNextWrite({ faultyFiles }: World): void {
  faultyFiles.cutsShort = true;
}

function failNextSync({ faultyFiles }: World): void {
  faultyFiles.failsToSync = true;
}

function openLock({ lock }: World): void {
  lock.isOpenToThieves = true;
}

function stall(world: World, victim = supervisorOf(world)): void {
  if (victim === undefined || victim.stopped) return;
  const { chance, machine, kernel } = world;
  const ms = chance.pick([
    chance.between(200, 3_000),
    chance.between(3_000, 15_000),
    chance.between(15_000, 40_000),
  ]);
  world.fault('stall of the supervisor');
  machine.stop(victim);
  world.trouble(ms + 25_000);
  kernel.after(ms, null, () => {
    if (!victim.alive || !victim.stopped) return;
    world.fault('wake-up of a stalled supervisor');
    machine.continue(victim);
  });
}

/** As from a container that sees the folder and the workers, and not the supervisor: another one takes over. */
function unseen(world: World): void {
  const victim = supervisorOf(world);
  if (victim === undefined) return;
  if (world.chance.happens(0.3)) hide(world, victim);
  else world.faultyFiles.stop = { left: world.chance.between(1, 20), strike: (one) => hide(world, one) };
}

function hide(world: World, victim: SimulatedProcess): void {
  world.fault('supervisor that others do not see');
  world.trouble(25_000);
  world.unseen.add(`${victim.pid} ${victim.start}`);
  stall(world, victim);
  // Another one comes from where the first is not seen, in the middle of what that one does or later.
  world.kernel.after(world.chance.between(0, 2_000), null, () => startSupervisor(world, []));
}

function setClock(world: World, direction: 1 | -1): void {
  world.fault(direction === 1 ? 'clock jumps forward' : 'clock jumps back');
  world.setClock(direction * world.chance.pick([30_000, 3_600_000, 86_400_000]));
}

function sleep(world: World): void {
  world.fault('machine sleeps');
  world.setClock(0);
  world.kernel.sleep(world.chance.pick([30_000, 600_000, 32_400_000]));
  world.trouble(25_000);
}

function restart(world: World): void {
  world.fault('machine is restarted');
  const { machine, files, kernel, chance } = world;
  machine.restart();
  files.remove('/run/outloop');
  files.makeFolders('/run/outloop');
  kernel.bootedAt = kernel.now;
  world.unseen.clear();
  world.sessions.length = 0;
  for (let count = chance.between(1, 2); count > 0; count--) world.sessions.push(openSession(world));
}

function fullDisk(world: World): void {
  const { faultyFiles, chance, kernel } = world;
  const ms = chance.between(1_000, 12_000);
  world.fault('full disk');
  faultyFiles.space = chance.between(0, 6_000);
  world.trouble(ms + 25_000);
  kernel.after(ms, null, () => {
    faultyFiles.space = Number.POSITIVE_INFINITY;
  });
}

function killWorker(world: World): void {
  const workers = world.machine.living().filter(({ kind }) => kind === 'worker');
  if (workers.length === 0) return;
  world.fault('killed worker');
  world.machine.end(world.chance.pick(workers), null, 'SIGKILL');
}

function loseSignals({ machine, kernel }: World): void {
  machine.lostSignals = 0.4;
  kernel.after(15_000, null, () => {
    machine.lostSignals = 0;
  });
}

/** A stranger gets the pid of a worker that has just gone. */
function takePid(world: World): void {
  const living = world.machine.living();
  // A system gives no pid away that is still the number of a group.
  const workers = living.filter(
    ({ kind, pid }) => kind === 'worker' && living.every((one) => one.pid === pid || one.group !== pid),
  );
  if (workers.length === 0) return;
  const { pid } = world.chance.pick(workers);
  const victim = world.machine.find(pid);
  if (victim === undefined) return;
  world.fault('pid taken by a stranger');
  world.machine.end(victim, null, 'SIGKILL');
  // As init does, it answers to nobody of ours; its group has the number of a worker's.
  world.machine.create({ kind: 'stranger', pid, group: pid });
}

function killSession(world: World): void {
  const [victim] = world.sessions.splice(world.chance.between(0, world.sessions.length - 1), 1);
  if (victim === undefined) return;
  world.fault('killed session');
  world.machine.end(victim.process, null, 'SIGKILL');
  world.sessions.push(openSession(world));
}

function removeFolder(world: World): void {
  const open = [...world.model.tasks.values()].filter(({ phase }) => phase !== 'ended');
  if (open.length === 0) return;
  world.fault('workspace removed by hand');
  world.files.remove(`${world.paths.active}/${world.chance.pick(open).id}`);
}

function leave(world: World): void {
  const victim = world.supervisors.findLast(({ process }) => process.alive);
  if (victim?.process.actor == null) return;
  world.fault('supervisor told to leave');
  world.kernel.after(0, victim.process.actor, () => {
    victim.leaving.abort();
    victim.bell.ring();
  });
}

/** One moment of a busy day: mostly somebody does something, sometimes something goes wrong. */
export function live(world: World, faultsPerAct: number): void {
  const { chance, sessions } = world;
  if (chance.happens(faultsPerAct)) strike(world);
  const session = sessions.length === 0 ? undefined : chance.pick(sessions);
  if (session === undefined) return;
  world.kernel.after(0, session.actor, () => act(world, session));
}
