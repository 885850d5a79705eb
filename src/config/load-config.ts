import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { VERSION } from '../version.ts';
import type { Config, ConfigLayer, LayerKind, Settings } from './config.ts';
import { isInBounds, NUMBER_FIELDS, type NumberFieldName } from './fields.ts';
import { mergePolicy, mergeSettings } from './merge-layers.ts';

/** The folders of a project that configuration lies in. */
export interface ConfigPlaces {
  readonly root: string;
  /** `reports/.outloop`: the checked form of the project's file is cached there. */
  readonly internal: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The name of the file in a project's root and in the user's configuration folder. */
export const CONFIG_FILE = 'outloop.yaml';

/**
 * The settings in force. Without files these are the defaults; a file that has not changed since it was last checked
 * is taken from its cache, so that neither YAML nor a schema is loaded. A broken file fails with `config_broken` or
 * `policy_broken` and names file, line and column.
 */
export async function loadConfig(places: ConfigPlaces, env: Environment): Promise<Result<Config>> {
  const layers = await loadLayers(places, env);
  if (!layers.ok) return layers;
  const { user, project } = layers.value;
  const policy = mergePolicy(user?.layer.policy, project?.layer.policy);
  return ok({ ...settingsOf(layers.value, env), policy });
}

/** The same without the policy, for hooks that would load its rules for nothing. */
export async function loadSettings(places: ConfigPlaces, env: Environment): Promise<Result<Settings>> {
  const layers = await loadLayers(places, env);
  return layers.ok ? ok(settingsOf(layers.value, env)) : layers;
}

interface Layers {
  readonly user: ReadLayer | undefined;
  readonly project: ReadLayer | undefined;
}

async function loadLayers(places: ConfigPlaces, env: Environment): Promise<Result<Layers>> {
  const user = await readLayer('user', userConfigPath(env), join(userStateFolder(env), CACHE_FILE), true);
  if (!user.ok) return user;
  const projectCache = join(places.internal, CACHE_FILE);
  const project = await readLayer('project', join(places.root, CONFIG_FILE), projectCache, false);
  return project.ok ? ok({ user: user.value, project: project.value }) : project;
}

function settingsOf({ user, project }: Layers, env: Environment): Settings {
  const read = [user, project].filter((layer) => layer !== undefined);
  return mergeSettings(
    user?.layer,
    project?.layer,
    env.HOME ?? homedir(),
    read.map((layer) => layer.file),
  );
}

/** Where the user's file lies: `$XDG_CONFIG_HOME/outloop/outloop.yaml`, by default below `~/.config`. */
export function userConfigPath(env: Environment): string {
  return join(xdgFolder(env, 'XDG_CONFIG_HOME', '.config'), 'outloop', CONFIG_FILE);
}

/** Where what is a person's and no project's lies: `$XDG_STATE_HOME/outloop`, by default below `~/.local/state`. */
export function userStateFolder(env: Environment): string {
  return join(xdgFolder(env, 'XDG_STATE_HOME', '.local/state'), 'outloop');
}

function xdgFolder(env: Environment, name: string, fallback: string): string {
  const chosen = env[name];
  return chosen?.startsWith('/') === true ? chosen : join(env.HOME ?? homedir(), fallback);
}

interface ReadLayer {
  readonly file: string;
  readonly layer: ConfigLayer;
}

/** Nobody writes so much by hand; a larger file is not what it seems. */
const FILE_BYTES_MAX = 256 * 1024;

/**
 * Each file's cache lies with whoever owns the file: a clone could bring a cache of its own, and must not thereby
 * speak for the user.
 */
async function readLayer(
  kind: LayerKind,
  file: string,
  cacheFile: string,
  makeFolder: boolean,
): Promise<Result<ReadLayer | undefined>> {
  const text = readConfigFile(file);
  if (!text.ok || text.value === undefined) return text as Result<undefined>;
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(`${VERSION}\n${kind}\n${text.value}`).digest('hex');
  const cached = readCache(cacheFile, hash);
  if (cached !== undefined) return ok({ file, layer: cached });
  const { parseLayer } = await import('./parse-layer.ts');
  const parsed = parseLayer(kind, file, text.value);
  if (!parsed.ok) return parsed;
  writeCache(cacheFile, makeFolder, { hash, layer: parsed.value });
  return ok({ file, layer: parsed.value });
}

function readConfigFile(file: string): Result<string | undefined> {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return ok(undefined);
    if (!stats.isFile()) return unreadable(file, 'it is not a file');
    if (stats.size > FILE_BYTES_MAX) return unreadable(file, `it has more than ${FILE_BYTES_MAX / 1024} KB`);
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return ok(undefined);
    return unreadable(file, code ?? 'unknown error');
  }
}

function unreadable(file: string, why: string): Result<never> {
  return fail(
    failure(
      'config_broken',
      `${file} cannot be read: ${why}.`,
      'Nothing is delegated until it can be read.',
      {
        file,
      },
    ),
  );
}

const CACHE_FILE = 'config-cache.json';

interface Cache {
  readonly hash: string;
  readonly layer: ConfigLayer;
}

function readCache(cacheFile: string, hash: string): ConfigLayer | undefined {
  try {
    const cache = JSON.parse(readFileSync(cacheFile, 'utf8')) as Cache;
    return cache.hash === hash && isSane(cache.layer) ? cache.layer : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that somebody edited must not carry a number past its bounds; patterns are checked when they compile. */
function isSane(layer: ConfigLayer): boolean {
  if (typeof layer !== 'object' || layer === null) return false;
  return Object.keys(NUMBER_FIELDS).every((name) => {
    const value = name.split('.').reduce<unknown>(valueAt, layer);
    return value === undefined || isInBounds(name as NumberFieldName, value);
  });
}

function valueAt(parent: unknown, key: string): unknown {
  return typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[key] : undefined;
}

/** The cache only saves time: when it cannot be written, the file is checked again next time. */
function writeCache(cacheFile: string, makeFolder: boolean, cache: Cache): void {
  const draft = `${cacheFile}.${process.pid}`;
  try {
    if (makeFolder) mkdirSync(dirname(cacheFile), { recursive: true, mode: 0o700 });
    writeFileSync(draft, JSON.stringify(cache), { mode: 0o600 });
    renameSync(draft, cacheFile);
  } catch {
    // Without its folder there is no cache yet.
  }
}
