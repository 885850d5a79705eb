import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import type { TestProject } from '../../harness/project.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The plugin as people get it: only what the package lists, with bundles made now, and no node_modules. */
export interface BuiltPlugin {
  readonly folder: string;
  readonly remove: () => void;
}

/** Puts the plugin together in a folder of its own. */
export function buildPlugin(): BuiltPlugin {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-plugin-')));
  const plugin = { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
  try {
    assemble(folder);
    return plugin;
  } catch (error) {
    plugin.remove();
    throw error;
  }
}

function assemble(folder: string): void {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  const isFolder = (path: string) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
  const shipped = files
    .filter((name) => name !== 'dist')
    .map((name) => (isFolder(name) ? `${name}/**` : name));
  for (const path of fastGlob.globSync(shipped, { cwd: root, dot: true })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  const build = spawnSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts', join(folder, 'dist')],
    { cwd: root, encoding: 'utf8' },
  );
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stderr}`);
}

/** How a command ended, and what it said. */
export interface CliOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `outloop` in a project, outside any session, as a terminal would. */
export function runCli(
  plugin: BuiltPlugin,
  project: TestProject,
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<CliOutcome> {
  const child = spawn(join(plugin.folder, 'bin/outloop'), args, {
    cwd: options.cwd ?? project.dir,
    env: project.env(options.env),
  });
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}
