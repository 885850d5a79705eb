import { readFileSync } from 'node:fs';
import type { Check } from './check.ts';
import { doubtful, good } from './check.ts';

/**
 * Whether the client's settings switch the plugin on, so that sessions run its hooks.
 * @param files settings files, the one that decides first
 */
export function checkPlugin(files: readonly string[]): Check {
  const decided = new Map<string, { readonly isOn: boolean; readonly file: string }>();
  for (const file of files) {
    for (const [id, isOn] of switchesIn(file)) if (!decided.has(id)) decided.set(id, { isOn, file });
  }
  const [on] = [...decided].filter(([, { isOn }]) => isOn);
  if (on !== undefined) return good('plugin', `${on[0]} is on, ${on[1].file}`);
  return doubtful(
    'plugin',
    'no settings file of yours or of this project switches Outloop on.',
    'In Claude Code: /plugin. (With --plugin-dir it is on without being named.)',
  );
}

function switchesIn(file: string): [id: string, isOn: boolean][] {
  try {
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { enabledPlugins?: Record<string, unknown> };
    return Object.entries(settings.enabledPlugins ?? {})
      .filter(([id]) => id.startsWith('outloop@'))
      .map(([id, value]) => [id, value !== false]);
  } catch {
    return [];
  }
}
