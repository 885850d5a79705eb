import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bench } from './bench.ts';

/** A folder beside the copy of the plugin, gone at the end of its scope. */
export function makeScratch(bench: Bench): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(dirname(bench.plugin), 'scratch-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
