import * as path from 'node:path';
import type { FileFacts, JournalDisk, JournalFile } from '../../../src/journal/journal-file.ts';

/** What ends a simulated process in the middle of something: no code of ours may catch it. */
export class Killed extends Error {}

interface SimulatedFile {
  readonly inode: number;
  bytes: Buffer;
  /** Bytes that survive a power cut. */
  durable: number;
}

/** A file system in memory that knows what is on the disk and what is only promised. */
export class SimulatedDisk implements JournalDisk {
  /** Bytes that still fit; a write that does not fit is cut short, the next one fails. */
  space = Number.POSITIVE_INFINITY;
  /** The next append writes so many bytes and then its process dies. A negative number counts from the end. */
  dieAfterBytes: number | undefined;
  /** The next append writes so many bytes and returns. */
  cutAfterBytes: number | undefined;
  failsToSync = false;
  bytesRead = 0;
  syncs = 0;
  private readonly names = new Map<string, SimulatedFile>();
  private durableNames = new Map<string, SimulatedFile>();
  private lastInode = 0;

  openToRead(file: string): JournalFile | undefined {
    const found = this.names.get(file);
    return found === undefined ? undefined : this.handle(found);
  }

  openToAppend(file: string): JournalFile {
    return this.handle(this.names.get(file) ?? this.put(file, Buffer.alloc(0)));
  }

  factsAt(file: string): FileFacts | undefined {
    const found = this.names.get(file);
    return found === undefined ? undefined : facts(found);
  }

  readWhole(file: string): Buffer | undefined {
    const bytes = this.names.get(file)?.bytes;
    this.bytesRead += bytes?.length ?? 0;
    return bytes;
  }

  replace(file: string, bytes: string | Uint8Array): void {
    if (Buffer.from(bytes as string).length > this.space) throw systemError('ENOSPC', 'write');
    this.put(file, Buffer.from(bytes as string));
  }

  create(file: string, bytes: string | Uint8Array): void {
    if (!this.names.has(file)) this.replace(file, bytes);
  }

  createWhole(file: string, bytes: Uint8Array): void {
    if (this.names.has(file)) return;
    this.replace(file, bytes);
    const made = this.names.get(file);
    if (made !== undefined) made.durable = made.bytes.length;
  }

  link(file: string, name: string): void {
    if (!this.names.has(name)) this.linkOver(file, name);
  }

  linkOver(file: string, name: string): void {
    const found = this.names.get(file);
    if (found === undefined) throw systemError('ENOENT', 'link');
    this.names.set(name, found);
  }

  listNames(folder: string): string[] {
    return this.list(folder).map((name) => path.basename(name));
  }

  exists(file: string): boolean {
    return this.names.has(file);
  }

  remove(file: string): void {
    this.names.delete(file);
  }

  makeFolder(): void {}

  syncFolder(folder: string): void {
    for (const file of new Set([...this.names.keys(), ...this.durableNames.keys()])) {
      if (path.dirname(file) !== folder) continue;
      const now = this.names.get(file);
      if (now === undefined) this.durableNames.delete(file);
      else this.durableNames.set(file, now);
    }
  }

  /** The same bytes under the same name in a new file, as an editor or a restore leaves it. */
  replaceByCopy(file: string): void {
    const old = this.names.get(file);
    if (old === undefined) return;
    this.put(file, Buffer.from(old.bytes)).durable = old.bytes.length;
    this.syncFolder(path.dirname(file));
  }

  /** Everything that is not on the disk is gone, but for the first `kept` bytes that were on their way there. */
  cutPower(kept: number): void {
    this.names.clear();
    for (const [name, file] of this.durableNames) {
      file.bytes = Buffer.from(file.bytes.subarray(0, file.durable + kept));
      file.durable = file.bytes.length;
      this.names.set(name, file);
    }
  }

  /** Appends behind the journal's back. */
  scribble(file: string, text: string): void {
    const found = this.names.get(file) ?? this.put(file, Buffer.alloc(0));
    found.bytes = Buffer.concat([found.bytes, Buffer.from(text)]);
  }

  /** Cuts or changes a file in place. */
  overwrite(file: string, change: (bytes: Buffer) => Buffer): void {
    const found = this.names.get(file);
    if (found !== undefined) found.bytes = change(found.bytes);
  }

  text(file: string): string {
    return this.names.get(file)?.bytes.toString('utf8') ?? '';
  }

  list(folder: string): string[] {
    return [...this.names.keys()].filter((name) => path.dirname(name) === folder).sort();
  }

  private put(name: string, bytes: Buffer): SimulatedFile {
    this.lastInode += 1;
    const file = { inode: this.lastInode, bytes, durable: 0 };
    this.names.set(name, file);
    return file;
  }

  private handle(file: SimulatedFile): JournalFile {
    return {
      facts: () => facts(file),
      read: (into, position) => {
        const got = position < file.bytes.length ? file.bytes.copy(into, 0, position) : 0;
        this.bytesRead += got;
        return got;
      },
      append: (bytes) => this.append(file, bytes),
      sync: () => {
        if (this.failsToSync) throw systemError('EIO', 'fdatasync');
        this.syncs += 1;
        file.durable = file.bytes.length;
      },
      close: () => {},
    };
  }

  private append(file: SimulatedFile, bytes: Uint8Array): number {
    const { dieAfterBytes, cutAfterBytes } = this;
    this.dieAfterBytes = undefined;
    this.cutAfterBytes = undefined;
    const wanted = dieAfterBytes ?? cutAfterBytes ?? bytes.length;
    const written = Math.min(
      bytes.length,
      this.space,
      Math.max(0, wanted < 0 ? bytes.length + wanted : wanted),
    );
    if (this.space === 0) throw systemError('ENOSPC', 'write');
    file.bytes = Buffer.concat([file.bytes, bytes.subarray(0, written)]);
    this.space -= written;
    if (dieAfterBytes !== undefined) throw new Killed();
    return written;
  }
}

/** An error as the operating system gives it. */
export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
}

function facts(file: SimulatedFile): FileFacts {
  return { device: 1, inode: file.inode, size: file.bytes.length };
}
