import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version that is fetched where no usable client is at hand. */
export const pinnedVersion = '2.1.329';

/** Flags that the product and its tests pass to the client. */
const neededFlags = [
  '--agents',
  '--json-schema',
  '--output-format',
  '--permission-mode',
  '--plugin-dir',
  '--session-id',
  '--settings',
  '--tools',
];

/** A usable client: where it is, what it says its version is, and how it was found. */
export interface FoundClient {
  readonly path: string;
  readonly version: string;
  readonly source: 'env' | 'path' | 'cache' | 'fetched';
}

/**
 * Finds the Claude Code client, or fetches the pinned version into the cache after saying how big it is. Order:
 * `OUTLOOP_TEST_CLAUDE`, `claude` on PATH, cache, npm. Throws if `OUTLOOP_TEST_CLAUDE` is unusable or the fetch fails.
 */
export async function ensureClient(options: { log?: (line: string) => void } = {}): Promise<FoundClient> {
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const named = process.env.OUTLOOP_TEST_CLAUDE;
  if (named !== undefined && named !== '') {
    const probe = await probeClient(named);
    if ('problem' in probe) throw new Error(`OUTLOOP_TEST_CLAUDE=${named}: ${probe.problem}`);
    return { path: named, version: probe.version, source: 'env' };
  }
  const onPath = await findOnPath('claude');
  if (onPath !== undefined) {
    const probe = await probeClient(onPath);
    if (!('problem' in probe)) return { path: onPath, version: probe.version, source: 'path' };
    log(`${onPath} is not used: ${probe.problem}`);
  }
  const folder = join(cacheRoot(), pinnedVersion);
  const path = join(folder, 'claude');
  const cached = await probeClient(path);
  if (!('problem' in cached)) return { path, version: cached.version, source: 'cache' };
  await fetchClient(folder, log);
  const fetched = await probeClient(path);
  if ('problem' in fetched) throw new Error(`The fetched client ${path} does not work: ${fetched.problem}`);
  return { path, version: fetched.version, source: 'fetched' };
}

/** The npm package that holds the client of a platform, without its version. Throws where there is none. */
export function clientPackage(
  platform: string = process.platform,
  arch: string = process.arch,
  isMusl: boolean = detectMusl(),
): string {
  if (!['linux', 'darwin'].includes(platform) || !['x64', 'arm64'].includes(arch)) {
    throw new Error(`No client package for ${platform}-${arch}. Use Linux or macOS (on Windows: WSL).`);
  }
  return `@anthropic-ai/claude-code-${platform}-${arch}${platform === 'linux' && isMusl ? '-musl' : ''}`;
}

/** Asks a client for its version and flags, with an empty home of its own. */
async function probeClient(path: string): Promise<{ version: string } | { problem: string }> {
  const home = await mkdtemp(join(tmpdir(), 'ol-probe-'));
  const env = { PATH: process.env.PATH ?? '', HOME: home, DISABLE_AUTOUPDATER: '1' };
  const options = { env, timeout: 30_000, maxBuffer: 4_000_000 };
  try {
    await access(path);
    const version = /^(\d+\.\d+\.\d+)/.exec((await run(path, ['--version'], options)).stdout)?.[1];
    if (version === undefined) return { problem: '`--version` names no version' };
    const help = (await run(path, ['--help'], options)).stdout;
    const missing = neededFlags.filter((flag) => !help.includes(flag));
    if (missing.length > 0) return { problem: `version ${version} lacks ${missing.join(', ')}` };
    return { version };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function findOnPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    const exists =
      folder !== '' &&
      (await access(path).then(
        () => true,
        () => false,
      ));
    if (exists) return path;
  }
  return undefined;
}

function cacheRoot(): string {
  const base = process.env.XDG_CACHE_HOME;
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'outloop', 'client');
}

/** Unpacks beside the target and renames: whoever renames first wins, and nobody sees half a client. */
async function fetchClient(folder: string, log: (line: string) => void): Promise<void> {
  const spec = `${clientPackage()}@${pinnedVersion}`;
  log(`Fetching ${spec} with npm: about 170 MB to download, 370 MB unpacked, into ${folder}`);
  const parent = join(folder, '..');
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(join(parent, '.fetch-'));
  try {
    const packed = await run('npm', ['pack', spec, '--silent', '--pack-destination', work], {
      maxBuffer: 4_000_000,
    });
    const file = packed.stdout.trim().split('\n').at(-1) ?? '';
    await run('tar', ['-xzf', join(work, file), '-C', work]);
    await chmod(join(work, 'package', 'claude'), 0o755);
    await placeFolder(join(work, 'package'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function placeFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Another process may have been faster; what lies there is used only if it passes the probe.
    const isTaken = !('problem' in (await probeClient(join(to, 'claude'))));
    if (isTaken) return;
    await rm(to, { recursive: true, force: true });
    await rename(from, to).catch(() => {
      throw error;
    });
  }
}

function detectMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime === undefined;
}
