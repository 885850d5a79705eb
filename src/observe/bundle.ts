import { cleanLine } from './clean.ts';
import { type Loose, looseList, looseObject, looseText } from './loose.ts';
import { shownPath, targetOf } from './progress-line.ts';
import { type Redactor, redact } from './redact.ts';

/** What a session did that a later one would want to know. */
export const BUNDLE_KINDS = ['asked', 'read', 'changed', 'delegated'] as const;
export type BundleKind = (typeof BUNDLE_KINDS)[number];

/** One line of a context bundle. */
export interface BundleEntry {
  /** ISO 8601. */
  readonly timestamp: string;
  readonly kind: BundleKind;
  /** A prompt, a path of the project, or the text of a task; redacted, one line, at most `WHAT_CHARS_MAX`. */
  readonly what: string;
}

const WHAT_CHARS_MAX = 300;

const KIND_OF_TOOL: Readonly<Record<string, BundleKind>> = {
  Read: 'read',
  Edit: 'changed',
  Write: 'changed',
  NotebookEdit: 'changed',
  Agent: 'delegated',
  Task: 'delegated',
};

/** What one hook of a session adds to its bundle. */
export function bundleOfHook(input: Loose, timestamp: string, redactText: Redactor = redact): BundleEntry[] {
  const entry = (kind: BundleKind, what: string): BundleEntry[] => {
    const line = cleanLine(redactText(what), WHAT_CHARS_MAX);
    return line === '' ? [] : [{ timestamp, kind, what: line }];
  };
  if (input.hook_event_name === 'UserPromptSubmit') {
    const prompt = looseText(input.prompt).trim();
    if (prompt.startsWith('<task-notification>')) return [];
    const delegated = /^\/(?:outloop:)?background\s+(.+)$/s.exec(prompt)?.[1];
    return delegated === undefined ? entry('asked', prompt) : entry('delegated', delegated);
  }
  if (input.hook_event_name !== 'PostToolBatch') return [];
  return looseList(input.tool_calls).flatMap((call) => {
    const tool = looseText(call.tool_name);
    const kind = KIND_OF_TOOL[tool];
    if (kind === undefined) return [];
    const toolInput = looseObject(call.tool_input);
    return entry(kind, shownPath(targetOf(tool, toolInput), looseText(input.cwd)));
  });
}

/** Reads one line of a bundle; null where it is none. */
export function parseBundleLine(line: string): BundleEntry | null {
  let value: Loose;
  try {
    value = looseObject(JSON.parse(line));
  } catch {
    return null;
  }
  const kind = BUNDLE_KINDS.find((one) => one === value.kind);
  const what = cleanLine(looseText(value.what), WHAT_CHARS_MAX);
  return kind === undefined || what === '' ? null : { timestamp: looseText(value.timestamp), kind, what };
}

/** Each thing once, where it was last done: oldest first. */
export function foldBundle(entries: readonly BundleEntry[]): BundleEntry[] {
  const last = new Map<string, BundleEntry>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.what}`;
    last.delete(key);
    last.set(key, entry);
  }
  // What was changed was read as well: one line says it.
  return [...last.values()].filter(({ kind, what }) => kind !== 'read' || !last.has(`changed ${what}`));
}

/** The newest entries that fit into `bytesMax` when each is a line of JSON, oldest first. */
export function keepNewest(entries: readonly BundleEntry[], bytesMax: number): BundleEntry[] {
  const kept: BundleEntry[] = [];
  let bytes = 0;
  for (const entry of entries.toReversed()) {
    bytes += Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (bytes > bytesMax) break;
    kept.push(entry);
  }
  return kept.reverse();
}
