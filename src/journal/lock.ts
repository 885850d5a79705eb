import * as fs from 'node:fs';
import * as path from 'node:path';
import * as lockfile from 'proper-lockfile';
import { errnoOf } from './journal-file.ts';

/** A lock that is held. `release` never throws and never takes away a lock that is no longer ours. */
export interface HeldLock {
  readonly release: () => void;
}

/**
 * Takes the journal's lock, waiting for it up to two seconds. The lock only saves retries: the chain decides what is
 * history. So a writer that has waited long enough, or cannot lock at all, gets undefined and goes on without.
 */
export async function acquireLock(journalPath: string, lockPath: string): Promise<HeldLock | undefined> {
  let deadline: AbortSignal | undefined;
  for (let looks = 0; ; looks++) {
    // A look costs a fraction of a try, and twenty who try all the time keep the holder from its processor. Whether
    // the lock is stale only a try finds out.
    if (looks % LOOKS_PER_TRY === 0 || statOf(lockPath) === undefined) {
      const outcome = await tryLock(journalPath, lockPath);
      if (outcome !== 'held') return outcome;
    }
    deadline ??= AbortSignal.timeout(WAIT_MS_MAX);
    if (deadline.aborted) return undefined;
    await pause();
  }
}

const WAIT_MS_MAX = 2000;
const STALE_MS = 2000;
const PAUSE_MS = 5;
const LOOKS_PER_TRY = 20;

async function tryLock(journalPath: string, lockPath: string): Promise<HeldLock | 'held' | undefined> {
  try {
    return await lockOnce(journalPath, lockPath);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === undefined) throw error;
    if (code === 'ELOCKED') return 'held';
    return code === 'ENOENT' && makeFolder(path.dirname(lockPath))
      ? tryLock(journalPath, lockPath)
      : undefined;
  }
}

async function lockOnce(journalPath: string, lockPath: string): Promise<HeldLock> {
  const place = { lockfilePath: lockPath, realpath: false };
  const locking = lockfile.lock(journalPath, {
    ...place,
    fs: directFs,
    retries: 0,
    stale: STALE_MS,
    update: STALE_MS / 2,
    // The library throws inside a timer by default, which would end the process.
    onCompromised: () => {},
  });
  const ours = lastStat;
  await locking;
  return {
    release() {
      // A holder that was stopped for too long has lost the lock to somebody else, who must keep it.
      const stillOurs = isSameFolder(ours, lockPath);
      void lockfile.unlock(journalPath, { ...place, fs: stillOurs ? directFs : hollowFs }).catch(() => {});
    },
  };
}

/** @returns whether the folder is there now */
function makeFolder(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true });
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** The same folder, not a later one at the same path: an inode comes back soon, but not with the same times. */
function isSameFolder(ours: fs.Stats | undefined, lockPath: string): boolean {
  const now = statOf(lockPath);
  if (now === undefined || ours === undefined) return false;
  return now.ino === ours.ino && now.mtimeMs === ours.mtimeMs && now.birthtimeMs === ours.birthtimeMs;
}

function statOf(lockPath: string): fs.Stats | undefined {
  try {
    return fs.statSync(lockPath, { throwIfNoEntry: false });
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

type Callback = (error: unknown, value?: unknown) => void;

/**
 * The few calls that the library makes, done on the spot: no thread pool between looking at a stale lock and taking
 * it, and nothing of this process runs between locking and unlocking.
 */
const directFs = {
  mkdir: (folder: string, done: Callback) => answer(() => fs.mkdirSync(folder), done),
  stat: (folder: string, done: Callback) =>
    answer(() => {
      lastStat = fs.statSync(folder);
      return lastStat;
    }, done),
  rmdir: (folder: string, done: Callback) => answer(() => fs.rmdirSync(folder), done),
  utimes: (folder: string, atime: Date, mtime: Date, done: Callback) =>
    answer(() => fs.utimesSync(folder, atime, mtime), done),
  rmdirSync: fs.rmdirSync,
};

/** The library looks at a folder right after it has made it: that look tells which folder is ours. */
let lastStat: fs.Stats | undefined;

/** For dropping a lock that is not ours any more: the folder stays. */
const hollowFs = { ...directFs, rmdir: (_folder: string, done: Callback) => done(null) };

function answer(action: () => unknown, done: Callback): void {
  let value: unknown;
  try {
    value = action();
  } catch (error) {
    done(error);
    return;
  }
  done(null, value);
}

/** Waiters that were born together must not try together: each process goes through the pauses in its own order. */
function pause(): Promise<void> {
  turn = (turn * 48271) % 0x7fffffff;
  const share = turn / 0x7fffffff;
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + share)));
}

let turn = process.pid;
