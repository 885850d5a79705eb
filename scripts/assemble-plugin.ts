import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Puts together plugin/, the folder that the marketplace names: copies of what a user needs and a link to dist/, which
 * the client follows. Without it users would get this whole repository, and the client would run `npm ci` for a
 * package.json beside the plugin: 195 MB of tools for building and testing.
 *
 *   npx tsx scripts/assemble-plugin.ts [folder]
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = resolve(root, process.argv[2] ?? 'plugin');

/** Folders, and which of their files a user needs. */
const PARTS: Readonly<Record<string, RegExp>> = {
  '.': /^(LICENSE|README\.md)$/,
  '.claude-plugin': /^(plugin\.json|icon\.png)$/,
  agents: /\.md$/,
  bin: /^outloop$/,
  commands: /\.md$/,
  hooks: /\.(sh|json)$/,
  monitors: /\.json$/,
};

rmSync(target, { recursive: true, force: true });
for (const [folder, wanted] of Object.entries(PARTS)) {
  mkdirSync(join(target, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder)).filter((one) => wanted.test(one))) {
    const source = join(root, folder, name);
    cpSync(source, join(target, folder, name));
    chmodSync(join(target, folder, name), statSync(source).mode);
  }
}
symlinkSync('../dist', join(target, 'dist'));
