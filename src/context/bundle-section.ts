import { readBundle } from '../workspace/bundle-file.ts';
import type { ReportsPaths } from '../workspace/paths.ts';
import { quoteList } from './quote.ts';

/** What a session did that a task was told to build on; null where the task takes no bundle. All of it is data. */
export function bundleSection(paths: ReportsPaths, sessionId: string | undefined): string | null {
  if (sessionId === undefined) return null;
  const read = readBundle(paths, sessionId);
  const entries = read.ok ? read.value : [];
  const heading = `WHAT AN EARLIER SESSION DID HERE (${sessionId.slice(0, 8)}), newest first:`;
  if (entries.length === 0) return `${heading}\n(its bundle is not there any more)`;
  const lines = entries.toReversed().map(({ kind, what }) => `${kind}: ${what}`);
  return `${heading}\n${quoteList(lines.slice(0, ENTRIES_MAX), ENTRIES_MAX, lines.length)}`;
}

const ENTRIES_MAX = 60;
