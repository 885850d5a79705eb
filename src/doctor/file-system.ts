/** What kind of file system a folder is on, with its name for people. */
export interface FileSystem {
  readonly kind: 'local' | 'network' | 'perhaps-network' | 'unknown';
  readonly name: string;
}

// From the Linux kernel's magic.h and the file systems' own sources.
const LINUX_NETWORK: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  16914839: '9p',
  1397113167: 'AFS',
  1799439955: 'AFS',
  1937076805: 'Coda',
  12805120: 'Ceph',
  198183888: 'Lustre',
  1196443219: 'GPFS',
  18225520: 'GFS2',
  1952539503: 'OCFS2',
  2020557398: 'VirtualBox folder',
};
const LINUX_PERHAPS_NETWORK: Readonly<Record<number, string>> = {
  // A Windows drive of WSL, or what a virtual machine shares.
  16914839: '9p',
  // sshfs and cloud drives, but also virtiofs and encrypted folders of this machine.
  1702057286: 'FUSE',
};

const MAC_NETWORK = ['nfs', 'smbfs', 'afpfs', 'webdav', 'cifs', 'ftp'];

/** The kind of a Linux file system, by the type number that `statfs` gives. */
export function linuxFileSystem(type: number): FileSystem {
  const magic = type >>> 0;
  const network = LINUX_NETWORK[magic];
  if (network !== undefined) return { kind: 'network', name: network };
  const perhaps = LINUX_PERHAPS_NETWORK[magic];
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
