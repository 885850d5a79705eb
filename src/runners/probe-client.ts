import { execFile } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { ensureFolder, readTextFile, replaceFile } from '../workspace/safe-file.ts';

/** What a client says of itself. */
export interface ClientProbe {
  readonly version: string;
  /** Flags that workers are started with and that its help does not name. */
  readonly missingFlags: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The flags that a worker is started with. `--max-turns` is not among them: the client takes it, its help hides it. */
export const NEEDED_FLAGS: readonly string[] = [
  '--agent',
  '--agents',
  '--allowedTools',
  '--json-schema',
  '--max-budget-usd',
  '--model',
  '--output-format',
  '--permission-mode',
  '--print',
  '--session-id',
  '--settings',
  '--strict-mcp-config',
  '--tools',
  '--verbose',
];

const PROBE_TIMEOUT_MS = 20_000;
const CACHE_BYTES_MAX = 64 * 1024;
const CACHED_CLIENTS_MAX = 8;

/**
 * Asks a client for its version and flags. The answer is kept for this user until the program changes, because asking
 * costs a fifth of a second.
 */
export async function probeClient(
  path: string,
  env: Environment,
  home: string,
): Promise<Result<ClientProbe>> {
  const cache = probeCachePath(env, home);
  const key = keyOf(path);
  if (!key.ok) return key;
  const known = readCache(cache);
  const hit = known.find((entry) => entry.key === key.value);
  if (hit !== undefined) return ok({ version: hit.version, missingFlags: hit.missingFlags });
  const asked = await askClient(path, env);
  if (!asked.ok) return asked;
  const others = known.filter((entry) => entry.key !== key.value).slice(1 - CACHED_CLIENTS_MAX);
  writeCache(cache, [...others, { key: key.value, ...asked.value }]);
  return asked;
}

/** Where the answers are kept: `client-probe.json` in the user's state folder. */
export function probeCachePath(env: Environment, home: string): string {
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'outloop', 'client-probe.json');
}

/** Reads version and missing flags out of what `--version` and `--help` print; null when they name no version. */
export function readProbe(versionText: string, helpText: string): ClientProbe | null {
  const version = /\b(\d+\.\d+\.\d+)\b/.exec(versionText)?.[1];
  if (version === undefined) return null;
  const named = new Set(helpText.match(/--[a-zA-Z][a-zA-Z-]*/g));
  return { version, missingFlags: NEEDED_FLAGS.filter((flag) => !named.has(flag)) };
}

interface CacheEntry extends ClientProbe {
  readonly key: string;
}

// The same program is the same file with the same size, written at the same time.
function keyOf(path: string): Result<string> {
  try {
    const real = realpathSync(path);
    const { mtimeMs, size } = statSync(real);
    return ok(`${real}|${mtimeMs}|${size}`);
  } catch (error) {
    return fail(failure('client_missing', `${path} cannot be read: ${(error as Error).message}`));
  }
}

async function askClient(path: string, env: Environment): Promise<Result<ClientProbe>> {
  const options = {
    env: { ...env, DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' },
    timeout: PROBE_TIMEOUT_MS,
    maxBuffer: 4 << 20,
  };
  const run = promisify(execFile);
  try {
    const version = await run(path, ['--version'], options);
    const help = await run(path, ['--help'], options);
    const probe = readProbe(version.stdout, help.stdout);
    if (probe !== null) return ok(probe);
    return fail(failure('client_unfit', `${path} names no version; it may not be Claude Code.`));
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    return fail(failure('client_unfit', `${path} does not answer --version and --help: ${reason}`));
  }
}

function readCache(path: string): readonly CacheEntry[] {
  const read = readTextFile(path, CACHE_BYTES_MAX);
  if (!read.ok || read.value === null) return [];
  try {
    const { flags, clients } = JSON.parse(read.value) as { flags?: unknown; clients?: unknown };
    // Another version of Outloop may have asked for other flags.
    if (String(flags) !== String(NEEDED_FLAGS)) return [];
    return Array.isArray(clients) ? clients.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is CacheEntry {
  const entry = value as Partial<CacheEntry> | null;
  return (
    typeof entry?.key === 'string' && typeof entry.version === 'string' && Array.isArray(entry.missingFlags)
  );
}

// A cache that cannot be written only means that the client is asked again.
function writeCache(path: string, clients: readonly CacheEntry[]): void {
  const folder = dirname(path);
  const text = `${JSON.stringify({ flags: NEEDED_FLAGS, clients }, null, 2)}\n`;
  if (ensureFolder(folder, folder).ok) replaceFile(path, text);
}
