/** What kind of file system a folder is on, with its name for people. */
export interface FileSystem {
  readonly kind: 'local' | 'network' | 'perhaps-network' | 'unknown';
  readonly name: string;
}

// From the Linux kernel's magic.h and the file systems' own sources.
const LINUX_NETWORK = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
  [0x786f4256, 'VirtualBox folder'],
]);

const LINUX_PERHAPS_NETWORK = new Map([
  // A Windows drive of WSL, or what a virtual machine shares.
  [0x01021997, '9p'],
  // sshfs and cloud drives, but also virtiofs and encrypted folders of this machine.
  [0x65735546, 'FUSE'],
]);

const MAC_NETWORK = ['nfs', 'smbfs', 'afpfs', 'webdav', 'cifs', 'ftp'];

/** The kind of a Linux file system, by the type number that `statfs` gives. */
export function linuxFileSystem(type: number): FileSystem {
  const magic = type >>> 0;
  const network = LINUX_NETWORK.get(magic);
  if (network !== undefined) return { kind: 'network', name: network };
  const perhaps = LINUX_PERHAPS_NETWORK.get(magic);
  if (perhaps !== undefined) return { kind: 'perhaps-network', name: perhaps };
  return { kind: 'local', name: `0x${magic.toString(16)}` };
}

/** The kind of a macOS file system, by what `mount` prints: `/dev/disk3s1 on / (apfs, local, journaled)`. */
export function macFileSystem(mounts: string, path: string): FileSystem {
  let longest = '';
  let found: FileSystem = { kind: 'unknown', name: 'unknown' };
  for (const line of mounts.split('\n')) {
    const match = /^.+? on (\/.*) \(([^,)]+)([^)]*)\)$/.exec(line);
    const [, point, name, flags] = match ?? [];
    if (point === undefined || name === undefined || flags === undefined) continue;
    const isAbove = point === '/' || path === point || path.startsWith(`${point}/`);
    if (!isAbove || point.length < longest.length) continue;
    longest = point;
    found = { kind: macKind(name, flags.split(/,\s*/).includes('local')), name };
  }
  return found;
}

function macKind(name: string, isLocal: boolean): FileSystem['kind'] {
  if (MAC_NETWORK.includes(name)) return 'network';
  return isLocal ? 'local' : 'perhaps-network';
}
