import { readFileSync } from 'node:fs';
import { commandFilePaths, OUR_COMMAND_MARK } from './command-file.ts';
import type { VerbContext } from './context.ts';

/** The file that the client runs for a bare `/background`. */
export interface BareCommand {
  readonly path: string;
  readonly text: string;
  readonly ours: boolean;
}

/** Finds it as the client does: the user's files before the project's. Null: the client's own `/background` runs. */
export function findBareCommand(context: VerbContext): BareCommand | null {
  for (const source of ['userSettings', 'projectSettings']) {
    for (const path of commandFilePaths('background', source, context)) {
      try {
        const text = readFileSync(path, 'utf8');
        return { path, text, ours: text.includes(OUR_COMMAND_MARK) };
      } catch {
        // Not there: the next place may have it.
      }
    }
  }
  return null;
}
