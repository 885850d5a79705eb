import type { Check } from './check.ts';
import { bad, doubtful, good } from './check.ts';
import type { FileSystem } from './file-system.ts';

/** The reports folder as it was found. `problem`: why nothing can be written there, null when it can. */
export interface ReportsFacts {
  readonly path: string;
  readonly exists: boolean;
  readonly problem: string | null;
  readonly fileSystem: FileSystem;
}

/** Whether reports can be written, to a disk that keeps the promises which the journal relies on. */
export function checkReports({ path, exists, problem, fileSystem }: ReportsFacts): Check {
  if (problem !== null) {
    return bad(
      'reports',
      `cannot write ${path}: ${problem}`,
      'Make it writable, or set reports_dir in outloop.yaml.',
    );
  }
  const elsewhere = 'Set reports_dir in outloop.yaml to a folder on a local disk.';
  switch (fileSystem.kind) {
    case 'network':
      return bad('reports', `on a network file system (${fileSystem.name}), ${path}`, elsewhere);
    case 'perhaps-network':
      return doubtful('reports', `on ${fileSystem.name}, perhaps a network, ${path}`, elsewhere);
    case 'unknown':
      return doubtful(
        'reports',
        `writable, ${path}; its file system is unknown`,
        `If it is a network: ${elsewhere}`,
      );
    case 'local':
      return good('reports', exists ? `writable, ${path}` : `${path}, made with the first task`);
  }
}
