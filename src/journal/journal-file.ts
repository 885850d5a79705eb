import type { Stats } from 'node:fs';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

/** Which file a path or a descriptor names, and how long it is in bytes. */
export interface FileFacts {
  readonly device: number;
  readonly inode: number;
  readonly size: number;
}

/** An open journal. Every method is synchronous and throws what the operating system says. */
export interface JournalFile {
  facts(): FileFacts;
  /** Fills `into` from `position`, as far as the file goes. @returns the bytes read */
  read(into: Uint8Array, position: number): number;
  /** One write at the end of the file. @returns the bytes written: fewer where the disk is full */
  append(bytes: Uint8Array): number;
  /** Returns when what was appended is on the disk. */
  sync(): void;
  close(): void;
}

/** What the journal needs of a file system: the one seam at which tests put a simulated disk. */
export interface JournalDisk {
  /** @returns undefined where there is no such file */
  openToRead(file: string): JournalFile | undefined;
  /** Opens for appending and reading; creates the file, not its folder. */
  openToAppend(file: string): JournalFile;
  /** @returns undefined where there is no such file */
  factsAt(file: string): FileFacts | undefined;
  /** @returns undefined where there is no such file */
  readWhole(file: string): Buffer | undefined;
  /** Puts a whole file in place, so that a reader sees the old or the new one. Not synced. */
  replace(file: string, bytes: string | Uint8Array): void;
  /** Creates the file with these bytes; does nothing where it exists. */
  create(file: string, bytes: string | Uint8Array): void;
  /** Creates a file with these bytes, whole and on the disk; does nothing where it exists. Its name is not synced. */
  createWhole(file: string, bytes: Uint8Array): void;
  /** Gives a file a second name; does nothing where that name is taken. */
  link(file: string, name: string): void;
  /** Puts a second name of a file in the place of whatever has that name. */
  linkOver(file: string, name: string): void;
  /** The names in a folder, in no order; none where there is no such folder. */
  listNames(folder: string): readonly string[];
  exists(file: string): boolean;
  remove(file: string): void;
  makeFolder(folder: string): void;
  /** Returns when the names in this folder are on the disk, where the file system has such a thing. */
  syncFolder(folder: string): void;
}

/** The file system of this machine. */
export const nodeDisk: JournalDisk = {
  openToRead(file) {
    const descriptor = unlessMissing(() => openSync(file, 'r'));
    return descriptor === undefined ? undefined : nodeFile(descriptor);
  },
  openToAppend: (file) => nodeFile(openSync(file, 'a+', 0o600)),
  factsAt(file) {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat === undefined ? undefined : toFacts(stat);
  },
  readWhole: (file) => unlessMissing(() => readFileSync(file)),
  replace(file, bytes) {
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, bytes, { mode: 0o600 });
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  },
  create(file, bytes) {
    try {
      writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  },
  createWhole(file, bytes) {
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      writeSynced(temporary, bytes);
      linkUnlessTaken(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
  },
  link: linkUnlessTaken,
  linkOver(file, name) {
    const temporary = `${name}.${process.pid}.tmp`;
    try {
      rmSync(temporary, { force: true });
      linkSync(file, temporary);
      renameSync(temporary, name);
    } finally {
      // Renaming one name of a file over another one of it leaves both.
      rmSync(temporary, { force: true });
    }
  },
  listNames: (folder) => unlessMissing(() => readdirSync(folder)) ?? [],
  exists: (file) => existsSync(file),
  remove: (file) => rmSync(file, { force: true }),
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true }),
  syncFolder(folder) {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } catch (error) {
      if (!NOT_SYNCABLE.has(errnoOf(error))) throw error;
    } finally {
      closeSync(descriptor);
    }
  },
};

const NOT_SYNCABLE: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EBADF']);

/** The operating system's name of an error (`ENOSPC`), or undefined for any other throw: that is a bug. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function writeSynced(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    fdatasyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function linkUnlessTaken(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

function nodeFile(descriptor: number): JournalFile {
  return {
    facts: () => toFacts(fstatSync(descriptor)),
    read(into, position) {
      let filled = 0;
      while (filled < into.length) {
        const got = readSync(descriptor, into, filled, into.length - filled, position + filled);
        if (got === 0) break;
        filled += got;
      }
      return filled;
    },
    append: (bytes) => writeSync(descriptor, bytes),
    sync: () => fdatasyncSync(descriptor),
    close: () => closeSync(descriptor),
  };
}

function toFacts(stat: Stats): FileFacts {
  return { device: stat.dev, inode: stat.ino, size: stat.size };
}

function unlessMissing<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
