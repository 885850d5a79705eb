import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../domain/invariant.ts';
import { OUR_COMMAND_MARK } from './command-file.ts';

const NOTE = `# Written by \`outloop init\`; \`outloop uninit\` removes it. It shadows the client's own /background, which moves the
# whole session away; /bg is still that.`;

/**
 * The command file that makes bare `/background` ours: the plugin's own `commands/background.md`, with our mark in its
 * text and a note to people in its head, where the model does not see it.
 */
export function backgroundFileText(pluginRoot: string): string {
  const source = readFileSync(join(pluginRoot, 'commands', 'background.md'), 'utf8');
  const [before, head, ...body] = source.split(/^---\n/m);
  invariant(before === '' && head !== undefined && body.length === 1, 'commands/background.md has no head');
  return `---\n${NOTE}\n${head.trimStart()}---\n\n${OUR_COMMAND_MARK}\n${body[0]}`;
}
