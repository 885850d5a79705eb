import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanLine } from '../observe/clean.ts';
import { looseList, looseNumber, looseObject, looseText } from '../observe/loose.ts';
import type { ReportsPaths } from './paths.ts';
import { ensureFolder, readTextFile, replaceFile } from './safe-file.ts';

/** Something in the background of a session that is the client's own: Outloop only shows it. */
export interface ForeignTask {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly what: string;
}

/** What the client said at the last stop of a session. */
export interface ForeignFile {
  readonly session_id: string;
  readonly owner: { readonly pid: number; readonly start: string };
  readonly seen_at: string;
  readonly tasks: readonly ForeignTask[];
}

const FILE_BYTES_MAX = 256 * 1024;

/** Leaves what a session has in its own background; with nothing, takes away what was left before. */
export function leaveForeign(paths: ReportsPaths, file: ForeignFile): void {
  const folder = folderOf(paths);
  const path = join(folder, `${file.owner.pid}.json`);
  if (file.tasks.length === 0) {
    rmSync(path, { force: true });
    return;
  }
  // It is only a help: where it cannot be written, the list says less.
  if (ensureFolder(paths.reports, folder).ok) replaceFile(path, `${JSON.stringify(file)}\n`);
}

/** What sessions have left, those of processes that are gone taken away. */
export function readForeign(
  paths: ReportsPaths,
  isAlive: (owner: ForeignFile['owner']) => boolean,
): ForeignFile[] {
  const folder = folderOf(paths);
  return names(folder).flatMap((name) => {
    const path = join(folder, name);
    const file = parse(path);
    if (file !== null && isAlive(file.owner)) return [file];
    rmSync(path, { force: true });
    return [];
  });
}

function folderOf({ internal }: ReportsPaths): string {
  return join(internal, 'foreign');
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+\.json$/.test(name));
  } catch {
    return [];
  }
}

function parse(path: string): ForeignFile | null {
  const read = readTextFile(path, FILE_BYTES_MAX);
  if (!read.ok || read.value === null) return null;
  try {
    const file = looseObject(JSON.parse(read.value));
    const owner = looseObject(file.owner);
    const text = (value: unknown) => cleanLine(looseText(value));
    return {
      session_id: text(file.session_id),
      owner: { pid: looseNumber(owner.pid), start: looseText(owner.start) },
      seen_at: text(file.seen_at),
      tasks: looseList(file.tasks).map((task) => ({
        id: text(task.id),
        kind: text(task.kind),
        status: text(task.status),
        what: text(task.what),
      })),
    };
  } catch {
    return null;
  }
}
