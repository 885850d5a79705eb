import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The id under which this repository's own marketplace installs the plugin, and under which `--plugin-dir` loads it.
const ALWAYS = ['outloop@outloop', 'outloop@inline'];

/**
 * The ids under which this plugin may be switched on for a worker: those that any settings file or the list of
 * installed plugins names. Files that are missing or make no sense name none.
 */
export function pluginIds(env: Readonly<Record<string, string | undefined>>, root: string): string[] {
  const userFolder = env.CLAUDE_CONFIG_DIR ?? join(env.HOME ?? '/', '.claude');
  const files: readonly [path: string, field: string][] = [
    [join(userFolder, 'settings.json'), 'enabledPlugins'],
    [join(root, '.claude', 'settings.json'), 'enabledPlugins'],
    [join(root, '.claude', 'settings.local.json'), 'enabledPlugins'],
    [join(userFolder, 'plugins', 'installed_plugins.json'), 'plugins'],
  ];
  const found = files.flatMap(([path, field]) => keysOf(path, field));
  return [...new Set([...ALWAYS, ...found.filter((id) => id.startsWith('outloop@'))])];
}

function keysOf(path: string, field: string): string[] {
  try {
    const value: unknown = (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)[field];
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}
