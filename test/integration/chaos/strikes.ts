import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { ChaosProject } from './chaos-project.ts';
import { NODE } from './chaos-project.ts';

/** What a strike may do, and how often compared with the others. */
export const STRIKES = {
  'kill supervisor': 20,
  'stop supervisor': 18,
  'kill worker process': 20,
  'stop worker process': 14,
  'kill a submit': 8,
  'start a supervisor': 8,
  cancel: 6,
  'pause and resume': 6,
} as const;
export type Strike = keyof typeof STRIKES;

/** What one strike needs. */
export interface StrikeScene {
  readonly chaos: ChaosProject;
  readonly chance: Chance;
  /** Starts the built supervisor as a hook would. */
  readonly startSupervisor: () => void;
  /** Tasks that are acknowledged and have not ended. */
  readonly open: () => string[];
  /** Something that goes on beside the next strikes. */
  readonly beside: (work: Promise<unknown>) => void;
  /** The command of the program that is killed while it submits. */
  readonly submitter: { readonly file: string; readonly args: readonly string[] };
}

/** Strikes once. @returns whether there was anything to strike at */
export async function strike(what: Strike, scene: StrikeScene): Promise<boolean> {
  switch (what) {
    case 'kill supervisor':
      return signal(await scene.chaos.supervisorPid(), 'SIGKILL');
    case 'stop supervisor':
      return stopFor(await scene.chaos.supervisorPid(), scene, 1_500);
    case 'kill worker process':
      return signal(await aWorker(scene), 'SIGKILL');
    case 'stop worker process':
      return stopFor(await aWorker(scene), scene, 2_500);
    case 'kill a submit':
      scene.beside(killSubmit(scene));
      return true;
    case 'start a supervisor':
      scene.startSupervisor();
      return true;
    case 'cancel':
      return onTask(scene, async (id) => void (await scene.chaos.outloop('cancel', id)));
    case 'pause and resume':
      return onTask(scene, async (id) => {
        await scene.chaos.outloop('pause', id);
        await sleep(scene.chance.between(200, 2_000));
        await scene.chaos.outloop('resume', id);
      });
    default:
      return false;
  }
}

async function aWorker({ chaos, chance }: StrikeScene): Promise<number | null> {
  return chance.oneOf(await chaos.workers())?.pid ?? null;
}

function stopFor(pid: number | null, { chance, beside }: StrikeScene, atMostMs: number): boolean {
  if (!signal(pid, 'SIGSTOP')) return false;
  beside(sleep(chance.between(50, atMostMs)).then(() => signal(pid, 'SIGCONT')));
  return true;
}

function onTask(scene: StrikeScene, act: (id: string) => Promise<void>): boolean {
  const id = scene.chance.oneOf(scene.open());
  if (id === undefined) return false;
  scene.beside(act(id));
  return true;
}

async function killSubmit({ chaos, chance, submitter }: StrikeScene): Promise<void> {
  const { project } = chaos;
  const child = spawn(submitter.file, [...submitter.args], {
    cwd: project.dir,
    env: project.env(NODE),
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await sleep(chance.between(20, 400));
  child.kill('SIGKILL');
  await gone;
}

function signal(pid: number | null, name: NodeJS.Signals): boolean {
  if (pid === null) return false;
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
