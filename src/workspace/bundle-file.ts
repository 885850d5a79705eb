import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { type BundleEntry, foldBundle, keepNewest, parseBundleLine } from '../observe/bundle.ts';
import type { ReportsPaths } from './paths.ts';
import { appendLines, ensureFolder, lstat, readTextFile, replaceFile } from './safe-file.ts';

type BundlePlaces = Pick<ReportsPaths, 'bundles' | 'reports'>;

/** A bundle as a list shows it. */
export interface BundleFile {
  readonly sessionId: string;
  /** When it was last written, in milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly bytes: number;
}

/** A bundle stays small enough to be loaded whole; beyond this it is folded, and the oldest entries go. */
const BYTES_MAX = 64 * 1024;
const BYTES_KEPT = 32 * 1024;
const AGE_MS_MAX = 30 * 24 * 60 * 60 * 1000;
const BYTES_ALL_MAX = 8 * 1024 * 1024;

/**
 * Adds to the bundle of a session, under the lock of the activity log. A new bundle is the time to let old ones go: after
 * 30 days, or when all together have grown beyond 8 MiB.
 */
export function appendBundle(
  places: BundlePlaces,
  sessionId: string,
  entries: readonly BundleEntry[],
  now: number,
): Result<void> {
  if (entries.length === 0 || !isSessionId(sessionId)) return ok(undefined);
  const made = ensureFolder(places.reports, places.bundles);
  if (!made.ok) return made;
  const path = bundlePath(places, sessionId);
  const size = lstat(path)?.size ?? 0;
  if (size === 0) expireBundles(places, now);
  if (size < BYTES_MAX) return appendLines(path, toLines(entries));
  const before = readBundle(places, sessionId);
  if (!before.ok) return before;
  return replaceFile(path, toLines(keepNewest(foldBundle([...before.value, ...entries]), BYTES_KEPT)));
}

/** The entries of a bundle, each thing once, oldest first; empty where there is none. */
export function readBundle(places: BundlePlaces, sessionId: string): Result<BundleEntry[]> {
  const text = readTextFile(bundlePath(places, sessionId), BYTES_MAX * 2);
  if (!text.ok) return text;
  return ok(foldBundle((text.value ?? '').split('\n').flatMap((line) => parseBundleLine(line) ?? [])));
}

/** All bundles, the one that was written last first. */
export function listBundles(places: BundlePlaces): BundleFile[] {
  let names: string[];
  try {
    names = readdirSync(places.bundles);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const sessionId = name.replace(/\.jsonl$/, '');
      const stats = lstat(join(places.bundles, name));
      if (!name.endsWith('.jsonl') || !isSessionId(sessionId) || stats?.isFile() !== true) return [];
      return [{ sessionId, writtenAt: stats.mtimeMs, bytes: stats.size }];
    })
    .sort((a, b) => b.writtenAt - a.writtenAt);
}

/** Removes bundles that are too old, then the oldest while all together are too large. */
export function expireBundles(places: BundlePlaces, now: number): void {
  let bytes = 0;
  for (const bundle of listBundles(places)) {
    bytes += bundle.bytes;
    if (now - bundle.writtenAt <= AGE_MS_MAX && bytes <= BYTES_ALL_MAX) continue;
    rmSync(bundlePath(places, bundle.sessionId), { force: true });
  }
}

/** A session id becomes part of a path only where it is one. */
export function isSessionId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{3,79}$/.test(text);
}

function bundlePath(places: BundlePlaces, sessionId: string): string {
  return join(places.bundles, `${sessionId}.jsonl`);
}

function toLines(entries: readonly BundleEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
