import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimedCall } from './clock.ts';

interface HooksFile {
  readonly hooks: Readonly<
    Record<string, readonly { readonly hooks: readonly { command: string; args: string[] }[] }[]>
  >;
}

/** The command line of a hook event, from the plugin's own hooks.json. Throws where there is none. */
export function hookCommand(plugin: string, event: string): Pick<TimedCall, 'command' | 'args'> {
  const file = JSON.parse(readFileSync(join(plugin, 'hooks/hooks.json'), 'utf8')) as HooksFile;
  const handler = file.hooks[event]?.[0]?.hooks[0];
  if (handler === undefined) throw new Error(`hooks.json has no ${event}`);
  return {
    command: handler.command,
    args: handler.args.map((arg) => arg.replaceAll(PLUGIN_ROOT, plugin)),
  };
}

/** As the client writes it; it is no template of ours. */
const PLUGIN_ROOT = ['$', '{CLAUDE_PLUGIN_ROOT}'].join('');

/** `node -e 0`, called as a hook is: the floor of everything that needs node. */
export function bareNode(call: TimedCall): TimedCall {
  return { ...call, command: process.execPath, args: ['-e', '0'], input: '' };
}
