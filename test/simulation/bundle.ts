import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const SOURCES = resolve(HERE, '../../src');

/** What stands in for what: the machine that the product runs on, and the one step that straight-running code hides. */
const STANDS_IN: Readonly<Record<string, string>> = {
  'journal/transact.ts': 'simulated-transact.ts',
  'context/git-facts.ts': 'simulated-git.ts',
  'observe/secret-shapes.ts': 'simulated-secret-shapes.ts',
  'policy/policy-hash.ts': 'simulated-policy-hash.ts',
};

const putInPlace: Plugin = {
  name: 'put-in-place',
  setup({ onResolve }) {
    onResolve({ filter: /^node:fs$/ }, () => ({ path: join(HERE, 'simulated-fs.ts') }));
    onResolve({ filter: /^node:crypto$/ }, () => ({ path: join(HERE, 'simulated-crypto.ts') }));
    onResolve({ filter: /^\.{1,2}\// }, (args) => {
      const wanted = resolve(args.resolveDir, args.path);
      const stand = STANDS_IN[wanted.slice(SOURCES.length + 1)];
      return stand === undefined || !wanted.startsWith(SOURCES) ? undefined : { path: join(HERE, stand) };
    });
  },
};

/**
 * Bundles the histories with the product's sources into one file, in which the simulated disk and clock stand where those
 * of this machine do, and loads it. As one file it runs several times as fast as module by module.
 * @param outfile where the bundle goes
 */
export async function loadHistories(outfile: string): Promise<typeof import('./history.ts')> {
  await build({
    entryPoints: [join(HERE, 'history.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    define: { 'import.meta.url': '""' },
    logLevel: 'error',
    plugins: [putInPlace],
  });
  return createRequire(outfile)(outfile) as typeof import('./history.ts');
}
