import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { ownUserId } from './user-id.ts';

/** Where the short-lived things of a project lie that must not be in it: the socket and the raw worker streams. */
export interface RuntimeFolder {
  readonly folder: string;
  readonly socket: string;
  readonly streams: string;
}

// Node cuts a longer socket path in silence (107 bytes on Linux, 103 on macOS).
const SOCKET_PATH_BYTES_MAX = 103;

/**
 * The runtime folder of a project, by the hash of its real path. Nothing is created.
 * @param env `XDG_RUNTIME_DIR` is used where it is set and short enough, else the system's temporary folder
 */
export function runtimeFolder(
  realRoot: string,
  env: Readonly<Record<string, string | undefined>>,
): RuntimeFolder {
  const key = createHash('sha256').update(realRoot).digest('hex').slice(0, 16);
  const places = [
    ...(env.XDG_RUNTIME_DIR === undefined || env.XDG_RUNTIME_DIR === '' ? [] : [env.XDG_RUNTIME_DIR]),
    tmpdir(),
    '/tmp',
  ].map((place) => join(place, `outloop-${ownUserId()}`));
  const folder =
    places.find((place) => Buffer.byteLength(join(place, `${key}.sock`)) <= SOCKET_PATH_BYTES_MAX) ??
    `/tmp/outloop-${ownUserId()}`;
  return { folder, socket: join(folder, `${key}.sock`), streams: join(folder, `${key}.streams`) };
}

/** Makes a folder that only this user can enter, or refuses one that somebody else owns or can read. */
export function makePrivateFolder(folder: string): Result<string> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    if (stat.isDirectory() && stat.uid === ownUserId() && (stat.mode & 0o077) === 0) return ok(folder);
    return fail(
      failure(
        'spawn_failed',
        `The runtime folder ${folder} is not private to you.`,
        'It must be a folder that you own with mode 0700: remove it, or set XDG_RUNTIME_DIR.',
      ),
    );
  } catch (error) {
    return fail(
      failure(
        'spawn_failed',
        `The runtime folder ${folder} cannot be made: ${(error as Error).message}`,
        'Check the permissions of its parent folder, or set XDG_RUNTIME_DIR.',
      ),
    );
  }
}
