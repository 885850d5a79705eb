import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VerbContext } from './context.ts';

/** Stands in every command file that `outloop init` writes; files without it belong to somebody else. */
export const OUR_COMMAND_MARK = '<!-- outloop:command background -->';

/** Where a bare command's file can lie, by the source that the client names. */
export function commandFilePaths(name: string, source: string, context: VerbContext): string[] {
  const user = userFolder(context);
  const project = join(context.env.CLAUDE_PROJECT_DIR ?? context.paths.root, '.claude');
  const folders = source === 'userSettings' ? [user] : source === 'projectSettings' ? [project] : [];
  return folders.flatMap((folder) => [
    join(folder, 'skills', name, 'SKILL.md'),
    join(folder, 'commands', `${name}.md`),
  ]);
}

/** The folder of the user's own settings, commands and skills. */
export function userFolder(context: VerbContext): string {
  return context.env.CLAUDE_CONFIG_DIR || join(context.home, '.claude');
}

/** The text of the file that the client expanded; null when none is found. A skill wins over a command file. */
export function findCommandFile(name: string, source: string, context: VerbContext): string | null {
  for (const path of commandFilePaths(name, source, context)) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // Not there: the next place may have it.
    }
  }
  return null;
}
