import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';

/*
 * A worker may be confined to the project, while we are not: a link that it leaves in our way must never make us read
 * or write somewhere else. So every folder below the reports folder is looked at before use, no open follows a link or
 * waits for a pipe, and nothing is appended to a file that has a second name.
 */
const OPEN_SAFELY = constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Makes `folder` and what is missing between it and `base`, 0700. A link or a file on the way is a failure. */
export function ensureFolder(base: string, folder: string): Result<void> {
  const parts = relative(base, folder).split(sep);
  let path = base;
  for (const part of ['', ...parts]) {
    path = join(path, part);
    // A look costs a fraction of a refusal.
    if (path !== base && lstat(path)?.isDirectory() === true) continue;
    try {
      mkdirSync(path, { recursive: path === base, mode: 0o700 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return cannot('make the folder', path, error);
    }
    // The base itself may be a link that the person made.
    const stats = path === base ? null : lstat(path);
    if (stats !== null && !stats.isDirectory()) return notOurs(path);
  }
  return ok(undefined);
}

/** Writes a whole file, 0600, so that readers see the old text or the new and a crash leaves one of them. */
export function replaceFile(path: string, text: string, options: { sync?: boolean } = {}): Result<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${temporaryName()}.tmp`);
  try {
    const file = openSync(
      temporary,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | OPEN_SAFELY,
      0o600,
    );
    try {
      writeAll(file, text);
      if (options.sync === true) fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    if (lstat(path)?.isDirectory())
      throw Object.assign(new Error('a folder has that name'), { code: 'EISDIR' });
    renameSync(temporary, path);
    return ok(undefined);
  } catch (error) {
    removeQuietly(temporary);
    return cannot('write', path, error);
  }
}

/** A name that nobody can guess: drawn once, as drawing takes longer than the writing of a small file. */
function temporaryName(): string {
  drawn ??= `${process.pid}-${randomBytes(8).toString('hex')}`;
  count += 1;
  return `${drawn}-${count}`;
}

let drawn: string | undefined;
let count = 0;

/** Appends whole lines to a file of ours, made 0600 where there is none; a last line without its end gets one first. */
export function appendLines(path: string, lines: string): Result<void> {
  const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | OPEN_SAFELY;
  return withFile(path, flags, (file, stats) => {
    if (stats.nlink > 1) return notOurs(path);
    writeAll(file, `${endsInNewline(file, stats.size) ? '' : '\n'}${lines}`);
    return ok(undefined);
  });
}

/**
 * Reads a text file of ours.
 * @returns null if there is none; a failure if it is no plain file or longer than `bytesMax`
 */
export function readTextFile(path: string, bytesMax: number): Result<string | null> {
  if (lstat(path) === null) return ok(null);
  return withFile(path, constants.O_RDONLY | OPEN_SAFELY, (file, stats) => {
    if (stats.size > bytesMax) {
      return fail(
        failure(
          'input_malformed',
          `${path} has ${stats.size} bytes.`,
          `At most ${bytesMax} bytes are read here.`,
        ),
      );
    }
    return ok(readBytes(file, 0, stats.size).toString('utf8'));
  });
}

/** The last `bytesMax` bytes of a text file, empty if there is none. The first line may be a fragment. */
export function readTail(path: string, bytesMax: number): Result<string> {
  if (lstat(path) === null) return ok('');
  return withFile(path, constants.O_RDONLY | OPEN_SAFELY, (file, stats) => {
    const start = Math.max(0, stats.size - bytesMax);
    return ok(readBytes(file, start, stats.size - start).toString('utf8'));
  });
}

/** What stands at a path itself, links not followed; null if nothing can be seen there. */
export function lstat(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** The failure to do `what` at a path, with the system's reason. */
export function cannot(what: string, path: string, error: unknown): Result<never> {
  const reason = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  const hint = HINTS[reason] ?? 'Check that the reports folder is writable; `outloop doctor` looks at it.';
  return fail(failure('reports_unwritable', `Cannot ${what} ${path}: ${reason}.`, hint));
}

const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room and try again.',
  EDQUOT: 'The disk quota is used up: make room and try again.',
  ELOOP: 'A symbolic link stands there: remove it, Outloop does not follow links.',
};

/** That a folder is there itself, and no link in its place: an open looks at the last part of a path alone. */
export function checkFolder(folder: string): Result<void> {
  return lstat(folder)?.isDirectory() === true ? ok(undefined) : notOurs(folder);
}

/** The failure that something other than a file or folder of ours stands at a path. */
function notOurs(path: string): Result<never> {
  return fail(
    failure(
      'reports_unwritable',
      `${path} is a link or no plain file or folder.`,
      'Remove it; Outloop follows no links there.',
    ),
  );
}

function withFile<T>(path: string, flags: number, use: (file: number, stats: Stats) => Result<T>): Result<T> {
  let file: number | undefined;
  try {
    file = openSync(path, flags, 0o600);
    const stats = fstatSync(file);
    return stats.isFile() ? use(file, stats) : notOurs(path);
  } catch (error) {
    return cannot('open', path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}

function readBytes(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const count = readSync(file, bytes, at, length - at, start + at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

function endsInNewline(file: number, size: number): boolean {
  return size === 0 || readBytes(file, size - 1, 1)[0] === 0x0a;
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or was renamed already.
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
