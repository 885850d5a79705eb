import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '../domain/events.ts';
import { isAlive } from './identity.ts';

/*
 * The line for the slots of a machine: one file for each project whose first task waits for them. Slots that become
 * free are for who has waited longest; nobody holds any meanwhile, so two that wait can never block one another.
 */

/** A project that waits for slots. */
export interface SlotWaiter {
  readonly root: string;
  /** Its supervisor. */
  readonly process: ProcessIdentity;
  /** How many slots its first task takes. */
  readonly need: number;
}

interface Place extends SlotWaiter {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly seenAt: number;
}

const PLACE_ENDING = '.waits';

/** Who has not been seen for so long stands still, or is gone without a word. */
const SEEN_FOR_MS = 30_000;

/** Stands in line, or says that one still does. */
export function standInLine(folder: string, waiter: SlotWaiter, now: number): void {
  const path = placePath(folder, waiter.root);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const other of readPlaces(folder)) if (!isFresh(other, now)) leaveLine(folder, other.root);
  const known = readPlace(path);
  const isSame = known?.process.start === waiter.process.start && known.process.pid === waiter.process.pid;
  const since = known !== null && isSame ? known.since : now;
  writeFileSync(`${path}.new`, JSON.stringify({ ...waiter, since, seenAt: now }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Leaves the line. Who does not stand in it changes nothing. */
export function leaveLine(folder: string, root: string): void {
  rmSync(placePath(folder, root), { force: true });
}

/** How many slots those need who came before this project; all who wait, if it does not wait itself. */
export function promisedSlots(
  folder: string,
  root: string,
  now: number,
  lives: (identity: ProcessIdentity) => boolean = isAlive,
): number {
  const places = readPlaces(folder).filter((place) => isFresh(place, now) && lives(place.process));
  const own = places.find((place) => place.root === root);
  const before = places.filter(
    (place) => place.root !== root && (own === undefined || comesBefore(place, own)),
  );
  return before.reduce((sum, { need }) => sum + need, 0);
}

function comesBefore(a: Place, b: Place): boolean {
  return a.since < b.since || (a.since === b.since && a.root < b.root);
}

function isFresh({ seenAt }: Place, now: number): boolean {
  return Math.abs(now - seenAt) <= SEEN_FOR_MS;
}

function readPlaces(folder: string): Place[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(PLACE_ENDING))
    .flatMap((name) => readPlace(join(folder, name)) ?? []);
}

function readPlace(path: string): Place | null {
  try {
    const place = JSON.parse(readFileSync(path, 'utf8')) as Place;
    const { need, since, seenAt } = place;
    const makesSense =
      [need, since, seenAt].every(Number.isFinite) && typeof place.process?.start === 'string';
    return makesSense && typeof place.root === 'string' ? place : null;
  } catch {
    return null;
  }
}

function placePath(folder: string, root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(folder, `${name}${PLACE_ENDING}`);
}
