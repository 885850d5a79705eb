import { type Node, SimulatedFiles, systemError } from './files.ts';
import { constants as flagsOf } from './fs-constants.ts';

/*
 * Takes the place of `node:fs` in the product's own modules: the calls that they make, on the simulated disk.
 */

let files = new SimulatedFiles();

/** From here on these files are the disk. */
export function mountFiles(mounted: SimulatedFiles): void {
  files = mounted;
}

export const constants = flagsOf;

const FLAGS: Readonly<Record<string, number>> = {
  r: flagsOf.O_RDONLY,
  w: flagsOf.O_WRONLY | flagsOf.O_CREAT | flagsOf.O_TRUNC,
  wx: flagsOf.O_WRONLY | flagsOf.O_CREAT | flagsOf.O_EXCL,
  a: flagsOf.O_WRONLY | flagsOf.O_CREAT | flagsOf.O_APPEND,
  'a+': flagsOf.O_RDWR | flagsOf.O_CREAT | flagsOf.O_APPEND,
};

export function openSync(path: string, flags: string | number): number {
  return files.open(path, typeof flags === 'number' ? flags : (FLAGS[flags] ?? 0));
}

export function closeSync(descriptor: number): void {
  files.close(descriptor);
}

export function readSync(
  descriptor: number,
  into: Uint8Array,
  offset: number,
  length: number,
  position: number,
): number {
  const { node } = files.of(descriptor);
  return position >= node.size
    ? 0
    : node.bytes.copy(into, offset, position, Math.min(node.size, position + length));
}

export function writeSync(descriptor: number, bytes: Uint8Array, offset = 0, length = bytes.length): number {
  return files.write(descriptor, bytes.subarray(offset, offset + length));
}

export function fsyncSync(descriptor: number): void {
  files.faults.beforeSync(files.of(descriptor).path);
}

export const fdatasyncSync = fsyncSync;

interface SimulatedStats {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  readonly nlink: number;
  readonly uid: number;
  readonly mode: number;
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isFIFO: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

export function statSync(path: string, options?: { throwIfNoEntry?: boolean }): SimulatedStats | undefined {
  const node = files.at(path);
  if (node !== undefined) return statsOf(node);
  if (options?.throwIfNoEntry === false) return undefined;
  throw systemError('ENOENT', path);
}

export const lstatSync = statSync;

export function fstatSync(descriptor: number): SimulatedStats {
  return statsOf(files.of(descriptor).node);
}

const OWN_UID = process.getuid?.() ?? 0;

function statsOf(node: Node): SimulatedStats {
  return {
    dev: 1,
    ino: node.inode,
    size: node.size,
    nlink: node.links,
    uid: OWN_UID,
    mode: 0o700,
    mtimeMs: 0,
    birthtimeMs: node.inode,
    isFile: () => node.kind === 'file',
    isDirectory: () => node.kind === 'folder',
    isFIFO: () => node.kind === 'pipe',
    isSymbolicLink: () => false,
  };
}

export function existsSync(path: string): boolean {
  return files.at(path) !== undefined;
}

export function accessSync(path: string): void {
  if (files.at(path) === undefined) throw systemError('ENOENT', path);
}

export function mkdirSync(path: string, options?: { recursive?: boolean }): void {
  const there = files.at(path);
  if (options?.recursive === true && there?.kind === 'folder') return;
  if (there !== undefined) throw systemError('EEXIST', path);
  files.faults.beforeChange(path, true);
  if (options?.recursive === true) files.makeFolders(path);
  else files.put(path, files.newNode('folder'));
}

export function readdirSync(path: string): string[] {
  const node = files.at(path);
  if (node === undefined) throw systemError('ENOENT', path);
  return [...node.names.keys()];
}

export function readFileSync(path: string, encoding?: string | { encoding?: string }): string | Buffer {
  const node = files.at(path);
  if (node === undefined) throw systemError('ENOENT', path);
  if (node.kind !== 'file') throw systemError('EISDIR', path);
  return encoding === undefined
    ? Buffer.from(node.bytes.subarray(0, node.size))
    : node.bytes.toString('utf8', 0, node.size);
}

export function writeFileSync(path: string, text: string | Uint8Array, options?: { flag?: string }): void {
  writeWhole(path, options?.flag ?? 'w', text);
}

export function appendFileSync(path: string, text: string | Uint8Array): void {
  writeWhole(path, 'a', text);
}

function writeWhole(path: string, flag: string, text: string | Uint8Array): void {
  const descriptor = openSync(path, flag);
  try {
    const bytes = Buffer.from(text as string);
    for (let at = 0; at < bytes.length; ) at += files.write(descriptor, bytes.subarray(at));
  } finally {
    closeSync(descriptor);
  }
}

export function renameSync(from: string, to: string): void {
  if (files.at(from) === undefined) throw systemError('ENOENT', from);
  files.faults.beforeChange(to);
  files.rename(from, to);
}

export function linkSync(from: string, to: string): void {
  const node = files.at(from);
  if (node === undefined) throw systemError('ENOENT', from);
  if (files.at(to) !== undefined) throw systemError('EEXIST', to);
  files.faults.beforeChange(to);
  files.put(to, node);
}

export function unlinkSync(path: string): void {
  if (files.at(path) === undefined) throw systemError('ENOENT', path);
  files.faults.beforeChange(path);
  files.drop(path);
}

export function rmSync(path: string): void {
  if (files.at(path) === undefined) return;
  files.faults.beforeChange(path);
  files.remove(path);
}

export function rmdirSync(path: string): void {
  const node = files.at(path);
  if (node === undefined) throw systemError('ENOENT', path);
  if (node.names.size > 0) throw systemError('ENOTEMPTY', path);
  files.faults.beforeChange(path);
  files.drop(path);
}

export function realpathSync(path: string): string {
  return path;
}

export function chmodSync(): void {}

export function readlinkSync(path: string): string {
  throw systemError('EINVAL', path);
}

export function utimesSync(): void {}
