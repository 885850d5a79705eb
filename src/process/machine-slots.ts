import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../domain/events.ts';
import { isAlive } from './identity.ts';

/*
 * The slots of a machine, shared by the supervisors of all projects of a person: numbered files, each made by exactly
 * one of them. A file names the process that it stands for; when that is gone, so is its claim on the slot.
 */

/** Who has a slot. */
interface SlotHolder {
  readonly root: string;
  readonly task_id: string;
  readonly process: ProcessIdentity;
}

/** Whether exactly this process lives. */
type Lives = (identity: ProcessIdentity) => boolean;

/** Where the slots of a person lie. */
export function slotsFolder(personFolder: string): string {
  return join(personFolder, 'slots');
}

/** How many slots nobody has. */
export function freeSlots(folder: string, slots: number, lives: Lives = isAlive): number {
  const held = readSlots(folder).filter(({ number, holder }) => number < slots && isHeld(holder, lives));
  return Math.max(0, slots - held.length);
}

/** Takes `count` slots for a task, all or none. @returns whether it has them */
export function takeSlots(
  folder: string,
  slots: number,
  count: number,
  holder: SlotHolder,
  lives: Lives = isAlive,
): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { path, holder: known } of readSlots(folder)) if (!isHeld(known, lives)) clearStale(path, lives);
  const taken: string[] = [];
  for (let number = 0; number < slots && taken.length < count; number++) {
    const path = join(folder, String(number));
    if (createOnce(path, holder)) taken.push(path);
  }
  if (taken.length === count) return true;
  for (const path of taken) rmSync(path, { force: true });
  return false;
}

/** Lets the slots of a task stand for its worker, which may outlive whoever took them. */
export function handSlotsTo(folder: string, holder: SlotHolder): void {
  for (const { path, holder: known } of readSlots(folder)) {
    if (known?.root !== holder.root || known.task_id !== holder.task_id) continue;
    writeFileSync(`${path}.new`, JSON.stringify(holder), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
}

/** Gives back the slots of a project's tasks that do not run. */
export function keepSlotsOf(folder: string, root: string, running: (taskId: string) => boolean): void {
  for (const { path, holder } of readSlots(folder)) {
    if (holder?.root === root && !running(holder.task_id)) rmSync(path, { force: true });
  }
}

function readSlots(folder: string): { path: string; number: number; holder: SlotHolder | null }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d{1,3}$/.test(name))
    .map((name) => ({
      path: join(folder, name),
      number: Number(name),
      holder: readHolder(join(folder, name)),
    }));
}

function readHolder(path: string): SlotHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SlotHolder;
  } catch {
    return null;
  }
}

function isHeld(holder: SlotHolder | null, lives: Lives): boolean {
  return holder !== null && typeof holder.process?.start === 'string' && lives(holder.process);
}

// Of several that clear at once one gets to move the file away; should it have become somebody's in between, it goes back.
function clearStale(path: string, lives: Lives): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    const holder = readHolder(aside);
    if (holder !== null && isHeld(holder, lives)) createOnce(path, holder);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was first.
  }
}

function createOnce(path: string, holder: SlotHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
