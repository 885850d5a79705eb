import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A copy of the plugin that nobody else touches, and the programs of the bench beside it. */
export interface Stage extends Disposable {
  readonly folder: string;
  readonly plugin: string;
  readonly program: (name: string) => string;
}

/**
 * Puts what people install into a folder of its own and builds this checkout into it. Measuring the copy keeps a build
 * that somebody starts meanwhile out of the numbers.
 */
export async function prepareStage(): Promise<Stage> {
  const folder = realpathSync(mkdtempSync('/tmp/ol-bench-'));
  const plugin = join(folder, 'plugin');
  mkdirSync(plugin);
  for (const part of ['.claude-plugin', 'agents', 'bin', 'commands', 'hooks', 'monitors']) {
    cpSync(join(root, part), join(plugin, part), { recursive: true });
  }
  execFileSync(process.execPath, [
    join(root, 'node_modules/tsx/dist/cli.mjs'),
    join(root, 'scripts/build.ts'),
    join(plugin, 'dist'),
  ]);
  await bundlePrograms(join(plugin, 'bench'));
  return {
    folder,
    plugin,
    program: (name) => join(plugin, 'bench', `${name}.cjs`),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function bundlePrograms(outdir: string): Promise<void> {
  const programs = join(root, 'bench/programs');
  const files = readdirSync(programs).filter((file) => file.endsWith('.ts'));
  await build({
    entryPoints: Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(programs, file)])),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    logLevel: 'warning',
  });
}
