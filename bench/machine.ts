import { statfsSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';

/** The kind of machine that numbers were taken on, in one line: they mean little without it. */
export function describeMachine(folder: string): string {
  const cores = cpus();
  const model = (cores[0]?.model ?? 'unknown').replaceAll(/\s+/g, ' ').trim();
  return [
    `Node ${process.versions.node}`,
    `${cores.length} ${cores.length === 1 ? 'core' : 'cores'} (${model})`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${release().split('-')[0]}`,
    fileSystemOf(folder),
  ].join(', ');
}

function fileSystemOf(folder: string): string {
  const { type } = statfsSync(folder);
  return FILE_SYSTEMS[type] ?? `file system 0x${type.toString(16)}`;
}

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  26: 'apfs',
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2035054128: 'overlayfs',
  2435016766: 'btrfs',
};
