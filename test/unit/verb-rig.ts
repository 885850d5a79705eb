import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import type { VerbContext } from '../../src/verbs/context.ts';
import { reportsPaths } from '../../src/workspace/paths.ts';

/** The folder of this plugin. */
export const PLUGIN_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An empty project with an empty home beside it, both removed when the test ends. */
export function aVerbContext(parts: Partial<VerbContext> = {}): VerbContext {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-verb-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [root, home] = [join(folder, 'project'), join(folder, 'home')];
  mkdirSync(root);
  mkdirSync(home);
  const paths = reportsPaths({ root, reports: join(root, 'reports') });
  return {
    now: () => Date.parse('2026-11-21T06:43:01Z'),
    random: (bytes) => new Uint8Array(bytes),
    env: { HOME: home, PATH: process.env.PATH },
    home,
    cwd: root,
    timeZone: 'UTC',
    pluginRoot: PLUGIN_ROOT,
    paths,
    journal: openJournal({ journal: paths.journal, internal: paths.internal }),
    asker: { owner: null, sessionId: '' },
    wake: async () => 'heard',
    ...parts,
  };
}

/** Writes a file with the folders that it needs, and gives back its path. */
export function putFile(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
