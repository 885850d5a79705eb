import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';

/**
 * Finds the client's program: the configured path, else the `OUTLOOP_CLAUDE` of the session, else `claude` on the PATH
 * of the session, else the program that the session itself runs.
 */
export function findClient(
  configured: string | undefined,
  path: string | undefined,
  named: string | undefined,
  session?: string | undefined,
): Result<string> {
  for (const [candidate, source] of [
    [configured, 'client.path in outloop.yaml'],
    [named, 'OUTLOOP_CLAUDE'],
  ] as const) {
    if (candidate === undefined || candidate === '') continue;
    if (isProgram(candidate)) return ok(candidate);
    return fail(
      failure(
        'client_missing',
        `${source} names ${candidate}, which is no program.`,
        'Give the full path of the claude program, or remove the setting to use the one on PATH.',
      ),
    );
  }
  for (const folder of (path ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const candidate = join(folder, 'claude');
    if (isProgram(candidate)) return ok(candidate);
  }
  if (session !== undefined && isProgram(session)) return ok(session);
  return fail(
    failure(
      'client_missing',
      'Claude Code was not found: no `claude` on PATH.',
      'Install it, or set client.path in outloop.yaml to the full path of the program.',
    ),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
