import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReportsFacts } from './check-reports.ts';
import type { FileSystem } from './file-system.ts';
import { linuxFileSystem, macFileSystem } from './file-system.ts';

/** Tries to write where the reports lie, and takes it away again. A folder that is not there yet is not made. */
export function tryReports(path: string, platform: string): ReportsFacts {
  const folder = nearestFolder(path);
  return {
    path,
    exists: folder === path,
    problem: tryToWrite(folder),
    fileSystem: fileSystemOf(folder, platform),
  };
}

function nearestFolder(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (statSync(folder, { throwIfNoEntry: false }) !== undefined || folder === dirname(folder))
      return folder;
  }
}

function tryToWrite(folder: string): string | null {
  let probe: string | undefined;
  try {
    probe = mkdtempSync(join(folder, '.outloop-doctor-'));
    mkdirSync(join(probe, 'folder'));
    const file = openSync(join(probe, 'file'), 'wx');
    writeSync(file, 'written by outloop doctor\n');
    closeSync(file);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  } finally {
    if (probe !== undefined) rmSync(probe, { recursive: true, force: true });
  }
}

function fileSystemOf(folder: string, platform: string): FileSystem {
  try {
    if (platform === 'linux') return linuxFileSystem(statfsSync(folder).type);
    if (platform === 'darwin') return macFileSystem(execFileSync('mount', { encoding: 'utf8' }), folder);
  } catch {
    // It cannot be told then, and that is what is said.
  }
  return { kind: 'unknown', name: 'unknown' };
}
