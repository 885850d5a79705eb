import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { looseObject } from '../observe/loose.ts';
import { readTextFile } from '../workspace/safe-file.ts';
import { userFolder } from './command-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';

/** What a person would put into their settings; part of the `--json` output. */
export interface StatusLineOffer {
  readonly settings: string;
  readonly status_line: { readonly type: 'command'; readonly command: string };
  /** The command that stands there now; null when there is none. */
  readonly present: string | null;
}

const SETTINGS_BYTES_MAX = 1024 * 1024;

/**
 * `outloop init --statusline`: says what to put where for a status line that shows background tasks. A plugin cannot set
 * one, and settings are a person's own: nothing is written.
 */
export function offerStatusLine(context: VerbContext): Result<CommandOutput> {
  const settings = join(userFolder(context), 'settings.json');
  const program = onPath(context) ? 'outloop' : quote(join(context.pluginRoot, 'bin', 'outloop'));
  const offer: StatusLineOffer = {
    settings,
    status_line: { type: 'command', command: `${program} statusline` },
    present: presentCommand(settings),
  };
  return ok({ payload: offer, text: offerText(offer, program === 'outloop') });
}

function onPath({ env }: VerbContext): boolean {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => existsSync(join(folder, 'outloop')));
}

// The client hands the command to a shell.
function quote(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

function presentCommand(settings: string): string | null {
  const text = readTextFile(settings, SETTINGS_BYTES_MAX);
  if (!text.ok || text.value === null) return null;
  try {
    const { command } = looseObject(looseObject(JSON.parse(text.value)).statusLine);
    return typeof command === 'string' ? command : null;
  } catch {
    return null;
  }
}

function offerText({ settings, status_line, present }: StatusLineOffer, isStable: boolean): string {
  if (present?.includes('outloop') === true) {
    return `Your status line shows background tasks already:\n  ${cleanLine(present)}`;
  }
  const snippet = JSON.stringify({ statusLine: status_line }, null, 2);
  const hint = isStable
    ? []
    : [
        'That path is of this version. To keep it over upgrades, link bin/outloop into',
        'a folder of your PATH and run this again.',
      ];
  const add =
    present === null
      ? [`For a status line such as "2 bg · coder 67% · $0.41", put this into`, `${settings}:`, snippet]
      : [
          'You have a status line of your own. To add "2 bg · coder 67% · $0.41",',
          'give its stdin to this command too, and print what it says:',
          `  ${status_line.command}`,
        ];
  return [...add, ...hint].join('\n');
}
