import type { JournalDisk, JournalFile } from '../journal/journal-file.ts';

/** Bytes in memory as a file to read. */
export function memoryFile(bytes: Buffer): JournalFile {
  const refuse = () => {
    throw new Error('Internal error: a file in memory is only read');
  };
  return {
    facts: () => ({ device: -1, inode: -1, size: bytes.length }),
    read: (into, position) => (position < bytes.length ? bytes.copy(into, 0, position) : 0),
    append: refuse,
    sync: refuse,
    close: () => {},
  };
}

/** A disk on which one file has other bytes: what would be read once they were written. */
export function diskWith(disk: JournalDisk, path: string, bytes: Buffer): JournalDisk {
  const file = memoryFile(bytes);
  return {
    ...disk,
    openToRead: (name) => (name === path ? file : disk.openToRead(name)),
    factsAt: (name) => (name === path ? file.facts() : disk.factsAt(name)),
  };
}
