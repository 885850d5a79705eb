import { rmSync } from 'node:fs';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { damagedFailure, readState } from '../journal/journal.ts';
import { transact } from '../journal/transact.ts';
import { cleanLine } from '../observe/clean.ts';
import { auditJournal } from '../verify/audit-journal.ts';
import { type Cleanable, type CleanRules, findCleanable } from '../verify/cleanable.ts';
import { removeTranscript, removeWorkspace } from '../verify/remove-workspace.ts';
import { displayPath } from '../workspace/paths.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { count } from './render-verified.ts';

/** The flags of `clean`, as typed. */
export interface CleanOptions {
  readonly olderThan?: string;
  readonly keep?: string;
  readonly maxSize?: string;
  readonly apply?: boolean;
}

/** What `clean` would remove or has removed; part of its `--json` output. */
export interface Cleaned {
  readonly applied: boolean;
  readonly workspaces: readonly {
    readonly id: string;
    readonly part: 'all' | 'transcript';
    readonly bytes: number;
  }[];
  readonly segments: readonly { readonly file: string; readonly bytes: number }[];
  readonly bytes: number;
  /** Folders that stay because of files that Outloop did not make. */
  readonly left: readonly string[];
}

const DAY_MS = 86_400_000;
const DEFAULT_OLDER_THAN = '30d';
const DEFAULT_KEEP = '10';
const IDS_PER_RECORD = 500;

/** `outloop clean`: removes old workspaces of ended tasks and old closed files of the journal; a dry run by default. */
export async function cleanCommand(
  context: VerbContext,
  options: CleanOptions,
): Promise<Result<CommandOutput>> {
  const rules = parseRules(options);
  if (!rules.ok) return rules;
  const audited = auditJournal(context.journal, context.paths);
  if (!audited.ok) return audited;
  const damage = audited.value.files.at(-1)?.damaged_at ?? null;
  if (damage !== null) return fail(damagedFailure(context.journal, damage));
  const found = findCleanable(context, audited.value, rules.value, context.now());
  const removed = options.apply === true ? await remove(context, found) : ok([]);
  if (!removed.ok) return removed;
  const payload: Cleaned = {
    applied: options.apply === true,
    workspaces: found.workspaces.map(({ id, part, bytes }) => ({ id, part, bytes })),
    segments: found.segments.map(({ file, bytes }) => ({ file: displayPath(context.paths, file), bytes })),
    bytes: [...found.workspaces, ...found.segments].reduce((sum, { bytes }) => sum + bytes, 0),
    left: removed.value,
  };
  return ok({ payload, text: render(payload) });
}

/** Says in the journal what goes before it goes: so a folder that is missing is no damage. */
async function remove(context: VerbContext, { workspaces, segments }: Cleanable): Promise<Result<string[]>> {
  const left: string[] = [];
  const wholes = workspaces.filter(({ part }) => part === 'all').map(({ id }) => id);
  for (let at = 0; at < wholes.length; at += IDS_PER_RECORD) {
    const said = await sayRemoved(context, wholes.slice(at, at + IDS_PER_RECORD));
    if (!said.ok) return said;
  }
  for (const { folder, part } of workspaces) {
    const removed = part === 'all' ? removeWorkspace(folder) : removeTranscript(folder);
    if (!removed.ok) return removed;
    if (removed.value !== undefined && removed.value.left.length > 0)
      left.push(displayPath(context.paths, folder));
  }
  for (const { file } of segments) rmSync(file, { force: true });
  return ok(left);
}

async function sayRemoved(context: VerbContext, ids: readonly string[]): Promise<Result<unknown>> {
  const read = readState(context.journal);
  if (!read.ok) return read;
  return transact(context.journal, context, () => {
    const event = {
      event: 'workspaces.removed' as const,
      session_id: context.asker.sessionId,
      task_ids: [...ids],
    };
    return ok({ events: [event], value: undefined });
  });
}

function parseRules(options: CleanOptions): Result<CleanRules> {
  const { olderThan = DEFAULT_OLDER_THAN, keep = DEFAULT_KEEP, maxSize } = options;
  const days = /^(\d{1,4})d$/.exec(olderThan)?.[1];
  if (days === undefined) return usage(olderThan, 'an age', 'Ages are whole days: --older-than 30d');
  if (!/^\d{1,6}$/.test(keep)) return usage(keep, 'a number', 'Example: --keep 20');
  const [, size, unit] = /^(\d{1,6})([MG])$/.exec(maxSize ?? '') ?? [];
  if (maxSize !== undefined && size === undefined)
    return usage(maxSize, 'a size', 'Example: --max-size 500M, or 2G');
  const bytesMax = size === undefined ? undefined : Number(size) * (unit === 'G' ? 2 ** 30 : 2 ** 20);
  return ok({ olderThanMs: Number(days) * DAY_MS, keep: Number(keep), bytesMax });
}

function usage(text: string, what: string, hint: string): Result<never> {
  return fail(failure('usage', `"${cleanLine(text, 30)}" is not ${what}.`, hint));
}

function render({ applied, workspaces, segments, bytes, left }: Cleaned): string {
  if (workspaces.length + segments.length === 0) return 'There is nothing to clean.';
  const lines = [
    ...workspaces.map(({ id, part }) => `- ${part === 'all' ? 'workspace of' : 'transcript of'} ${id}`),
    ...segments.map(({ file }) => `- ${file}`),
  ];
  const stays = left.map((folder) => `${folder} stays: files in it are not of Outloop.`);
  const size = `${(bytes / 2 ** 20).toFixed(1)} MB`;
  const what = `${count(workspaces.length, 'workspace')} and ${count(segments.length, 'closed file')}, ${size}`;
  return applied
    ? ['Removed:', ...lines, ...stays, `${what}.`].join('\n')
    : ['This would be removed:', ...lines, `${what}. Nothing was changed. To do it, add --apply.`].join('\n');
}
