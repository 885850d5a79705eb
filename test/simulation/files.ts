import { constants } from './fs-constants.ts';

/** One file, folder or pipe of the simulated disk. */
export interface Node {
  readonly kind: 'file' | 'folder' | 'pipe';
  readonly inode: number;
  bytes: Buffer;
  size: number;
  links: number;
  /** The names in a folder. */
  readonly names: Map<string, Node>;
  /** Who reads a pipe; null while nobody does. */
  reader: ((text: string) => void) | null;
}

/** What a write comes to: how many bytes get through, and an error after them. */
export interface WriteFate {
  readonly bytes: number;
  readonly error: string | null;
}

/** Decides what becomes of a change. Throws where the process may not act any more. */
export interface FileFaults {
  readonly beforeChange: (path: string, isNew?: boolean) => void;
  readonly beforeWrite: (path: string, bytes: number) => WriteFate;
  readonly beforeSync: (path: string) => void;
}

interface Descriptor {
  readonly node: Node;
  readonly path: string;
  readonly appends: boolean;
  position: number;
}

/** A file system in memory, as far as the product uses one: by its paths, as a tree, with an inode for each file. */
export class SimulatedFiles {
  faults: FileFaults = NO_FAULTS;
  private readonly byPath = new Map<string, Node>();
  private readonly descriptors = new Map<number, Descriptor>();
  private lastInode = 1;
  private lastDescriptor = 100;

  constructor() {
    this.byPath.set('/', this.newNode('folder'));
  }

  at(path: string): Node | undefined {
    return this.byPath.get(path);
  }

  of(descriptor: number): Descriptor {
    const found = this.descriptors.get(descriptor);
    if (found === undefined) throw systemError('EBADF', 'fd');
    return found;
  }

  newNode(kind: Node['kind']): Node {
    const bytes = Buffer.alloc(0);
    return { kind, inode: this.lastInode++, bytes, size: 0, links: 0, names: new Map(), reader: null };
  }

  /** Gives a node a name; the folder must be there. */
  put(path: string, node: Node): void {
    const folder = this.byPath.get(folderOf(path));
    if (folder === undefined) throw systemError('ENOENT', path);
    if (folder.kind !== 'folder') throw systemError('ENOTDIR', path);
    this.drop(path);
    folder.names.set(nameOf(path), node);
    this.byPath.set(path, node);
    node.links += 1;
  }

  /** Takes a name away. */
  drop(path: string): void {
    const node = this.byPath.get(path);
    if (node === undefined) return;
    node.links -= 1;
    this.byPath.delete(path);
    this.byPath.get(folderOf(path))?.names.delete(nameOf(path));
  }

  makeFolders(path: string): void {
    if (path === '/' || this.byPath.has(path)) return;
    this.makeFolders(folderOf(path));
    this.put(path, this.newNode('folder'));
  }

  remove(path: string): void {
    const node = this.byPath.get(path);
    if (node === undefined) return;
    for (const name of [...node.names.keys()]) this.remove(`${path}/${name}`);
    this.drop(path);
  }

  rename(from: string, to: string): void {
    const node = this.byPath.get(from);
    if (node === undefined) throw systemError('ENOENT', from);
    const target = this.byPath.get(to);
    if (target !== undefined && target.kind === 'folder' && target.names.size > 0)
      throw systemError('ENOTEMPTY', to);
    this.drop(from);
    this.put(to, node);
    this.moveNames(node, from, to);
  }

  open(path: string, flags: number): number {
    let node = this.byPath.get(path);
    if (node === undefined) {
      if ((flags & constants.O_CREAT) === 0) throw systemError('ENOENT', path);
      this.faults.beforeChange(path, true);
      node = this.newNode('file');
      this.put(path, node);
    } else if ((flags & constants.O_EXCL) !== 0) throw systemError('EEXIST', path);
    if (node.kind === 'pipe' && node.reader === null) throw systemError('ENXIO', path);
    if ((flags & constants.O_TRUNC) !== 0) {
      this.faults.beforeChange(path);
      node.size = 0;
    }
    const descriptor = this.lastDescriptor++;
    this.descriptors.set(descriptor, {
      node,
      path,
      appends: (flags & constants.O_APPEND) !== 0,
      position: 0,
    });
    return descriptor;
  }

  close(descriptor: number): void {
    this.descriptors.delete(descriptor);
  }

  /** Writes through a descriptor. @returns how many bytes got through; throws where none did */
  write(descriptor: number, bytes: Uint8Array): number {
    const open = this.of(descriptor);
    const fate = this.faults.beforeWrite(open.path, bytes.length);
    const through = bytes.subarray(0, fate.bytes);
    if (open.node.kind === 'pipe') {
      open.node.reader?.(Buffer.from(through).toString('utf8'));
    } else {
      this.store(open.node, through, open.appends ? open.node.size : open.position);
      open.position += through.length;
    }
    if (fate.error !== null) throw systemError(fate.error, 'write');
    return through.length;
  }

  /** Puts bytes into a file behind everybody's back, as a worker does that holds it open. */
  store(node: Node, bytes: Uint8Array, at: number): void {
    const end = at + bytes.length;
    if (end > node.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(end, 2 * node.bytes.length, 256));
      node.bytes.copy(grown, 0, 0, node.size);
      node.bytes = grown;
    }
    node.bytes.set(bytes, at);
    node.size = Math.max(node.size, end);
  }

  private moveNames(node: Node, from: string, to: string): void {
    for (const [name, child] of node.names) {
      this.byPath.delete(`${from}/${name}`);
      this.byPath.set(`${to}/${name}`, child);
      this.moveNames(child, `${from}/${name}`, `${to}/${name}`);
    }
  }
}

const NO_FAULTS: FileFaults = {
  beforeChange: () => undefined,
  beforeWrite: (_, bytes) => ({ bytes, error: null }),
  beforeSync: () => undefined,
};

/** An error as the operating system gives it. */
export function systemError(code: string, syscall: string): Error {
  // Where it comes from is of no interest, and thousands are made in a second.
  Error.stackTraceLimit = 0;
  const error = Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
  Error.stackTraceLimit = 10;
  return error;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
