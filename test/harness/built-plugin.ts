import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that people install, with bundles of the sources as they are now: `inject('plugin')`. */
    plugin: string;
  }
}

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let root = '';

/** Before the tests of a project: puts the plugin together, once for all of them, where no other run interferes. */
export function setup({ provide }: TestProject): void {
  root = realpathSync(mkdtempSync('/tmp/ol-plugin-'));
  provide('plugin', buildPluginIn(root));
}

/** Puts the plugin together in a folder. @returns the folder in it that people install */
export function buildPluginIn(folder: string): string {
  runScript('scripts/build.ts', join(folder, 'dist'));
  runScript('scripts/assemble-plugin.ts', join(folder, 'plugin'));
  return join(folder, 'plugin');
}

/** After them. */
export function teardown(): void {
  rmSync(root, { recursive: true, force: true });
}

function runScript(script: string, target: string): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', join(checkout, script), target], {
    cwd: checkout,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${script} failed:\n${done.stdout}${done.stderr}`);
}
