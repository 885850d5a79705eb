import type { Result } from '../domain/result.ts';
import type { Manifest } from './manifest.ts';
import { replaceFile } from './safe-file.ts';

/** Writes a manifest, whole or not at all. Apart from reading one, so that hooks that submit load no schema. */
export function writeManifest(
  path: string,
  manifest: Manifest,
  options: { sync?: boolean } = {},
): Result<void> {
  return replaceFile(path, `${JSON.stringify(manifest, null, 2)}\n`, options);
}
