import { ok, type Result } from '../domain/result.ts';
import { formatBytes, shortDuration } from '../domain/units.ts';
import { BUNDLE_KINDS, type BundleEntry, type BundleKind } from '../observe/bundle.ts';
import { cleanLine } from '../observe/clean.ts';
import { listBundles, readBundle } from '../workspace/bundle-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findBundle } from './find-bundle.ts';

/** A bundle in a list. */
export interface BundleRow {
  readonly session_id: string;
  readonly written_at: string;
  readonly bytes: number;
  /** The first thing that was asked, or else done. */
  readonly about: string;
}

/** What a session read, changed, asked and delegated. */
export interface Bundle {
  readonly session_id: string;
  readonly entries: readonly BundleEntry[];
}

/** All bundles of the project, the newest first. */
export function bundles(context: VerbContext): Result<BundleRow[]> {
  const rows: BundleRow[] = [];
  for (const { sessionId, writtenAt, bytes } of listBundles(context.paths)) {
    const entries = readBundle(context.paths, sessionId);
    if (!entries.ok) return entries;
    const first = entries.value.find(({ kind }) => kind === 'asked') ?? entries.value[0];
    const about = first === undefined ? '' : first.what;
    rows.push({ session_id: sessionId, written_at: new Date(writtenAt).toISOString(), bytes, about });
  }
  return ok(rows);
}

/** The bundle of the session whose id begins with `part`. */
export function bundle(context: VerbContext, part: string): Result<Bundle> {
  const found = findBundle(context, part);
  if (!found.ok) return found;
  const entries = readBundle(context.paths, found.value);
  return entries.ok ? ok({ session_id: found.value, entries: entries.value }) : entries;
}

/** The list for people. */
export function renderBundles(rows: readonly BundleRow[], now: number): string {
  if (rows.length === 0) return 'No session has left a context bundle here yet.';
  const lines = rows.map(({ session_id, written_at, bytes, about }) => {
    const age = shortDuration(now - Date.parse(written_at));
    return cleanLine(
      `${session_id.slice(0, 8)}  ${age.padStart(7)}  ${formatBytes(bytes).padStart(8)}  ${about}`,
      80,
    );
  });
  return [`Context bundles: ${rows.length}`, ...lines].join('\n');
}

const HEADINGS: Readonly<Record<BundleKind, string>> = {
  asked: 'Asked',
  read: 'Read',
  changed: 'Changed',
  delegated: 'Delegated',
};

/** One bundle for people and models: what is newest stands last, and the oldest is left out where there is no room. */
export function renderBundle(
  { session_id, entries }: Bundle,
  charactersMax = Number.POSITIVE_INFINITY,
): string {
  const kept: BundleEntry[] = [];
  let characters = 200;
  for (const entry of entries.toReversed()) {
    characters += entry.what.length + 3;
    if (characters > charactersMax) break;
    kept.unshift(entry);
  }
  const missing = entries.length - kept.length;
  const parts = BUNDLE_KINDS.flatMap((kind) => {
    const of = kept.filter((entry) => entry.kind === kind);
    return of.length === 0 ? [] : [`${HEADINGS[kind]}:`, ...of.map(({ what }) => `- ${what}`)];
  });
  const cut = missing > 0 ? [`(the ${missing} oldest entries are left out)`] : [];
  return [`Session ${session_id}`, ...parts, ...cut].join('\n');
}

/** `outloop bundle [SESSION]` */
export function bundleCommand(context: VerbContext, part: string): Result<CommandOutput> {
  if (part === '') {
    const all = bundles(context);
    return all.ok ? ok({ payload: all.value, text: renderBundles(all.value, context.now()) }) : all;
  }
  const one = bundle(context, part);
  return one.ok ? ok({ payload: one.value, text: renderBundle(one.value) }) : one;
}
