import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Failure } from '../domain/failure.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { displayPath } from '../workspace/paths.ts';
import { ensureFolder, lstat, readTextFile, replaceFile } from '../workspace/safe-file.ts';
import { backgroundFileText } from './background-file.ts';
import { findBareCommand } from './bare-command.ts';
import { OUR_COMMAND_MARK, userFolder } from './command-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';

/** Where a bare `/background` shall be ours: in this project, or in all projects of this user. */
export type InitScope = 'project' | 'user';

/** What `init` did; part of the `--json` output. */
export interface Initialized {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly scope: InitScope;
  readonly path: string;
  /** A file that the client takes before this one; null when there is none. */
  readonly hidden_by: string | null;
}

/** What `uninit` did; part of the `--json` output. */
export interface Uninitialized {
  readonly outcome: 'removed' | 'absent' | 'foreign';
  readonly scope: InitScope;
  readonly path: string;
}

const FILE_BYTES_MAX = 64 * 1024;

/**
 * `outloop init`: writes the command file that gives bare `/background` to Outloop. Doing it twice changes nothing; a
 * file of somebody else is never touched.
 */
export async function initCommand(context: VerbContext, scope: InitScope): Promise<Result<CommandOutput>> {
  const target = targetOf(context, scope);
  const held = holderOf(target.path);
  if (!held.ok) return held;
  const holder = held.value;
  if (holder.by === 'other') return fail(occupied(target.path));
  const text = backgroundFileText(context.pluginRoot);
  const outcome = holder.by === 'nobody' ? 'created' : holder.text === text ? 'unchanged' : 'updated';
  if (outcome !== 'unchanged') {
    const folder = ensureFolder(target.base, dirname(target.path));
    const written = folder.ok ? replaceFile(target.path, text, { sync: true }) : folder;
    if (!written.ok) return fail(unwritable(written.failure, target.path));
  }
  const first = findBareCommand(context)?.path ?? target.path;
  const payload: Initialized = {
    outcome,
    scope,
    path: target.path,
    hidden_by: first === target.path ? null : first,
  };
  return ok({ payload, text: initText(context, payload) });
}

/** `outloop uninit`: removes the file that `outloop init` wrote, and no other. */
export async function uninitCommand(context: VerbContext, scope: InitScope): Promise<Result<CommandOutput>> {
  const { path } = targetOf(context, scope);
  const held = holderOf(path);
  if (!held.ok) return held;
  if (held.value.by === 'us') {
    try {
      rmSync(path);
    } catch (error) {
      return fail(failure('reports_unwritable', `Cannot remove ${path}: ${(error as Error).message}`));
    }
  }
  const outcome = ({ us: 'removed', other: 'foreign', nobody: 'absent' } as const)[held.value.by];
  const payload: Uninitialized = { outcome, scope, path };
  return ok({ payload, text: uninitText(context, payload) });
}

/** `base` is the folder that must be there already, or may be a link of the person's own. */
function targetOf(context: VerbContext, scope: InitScope): { readonly base: string; readonly path: string } {
  const user = userFolder(context);
  const base = scope === 'user' ? user : context.paths.root;
  const folder = scope === 'user' ? user : join(base, '.claude');
  return { base, path: join(folder, 'commands', 'background.md') };
}

type Holder =
  | { readonly by: 'nobody' }
  | { readonly by: 'other' }
  | { readonly by: 'us'; readonly text: string };

// A link is somebody else's, wherever it leads.
function holderOf(path: string): Result<Holder> {
  const stats = lstat(path);
  if (stats === null) return ok({ by: 'nobody' });
  if (!stats.isFile() || stats.size > FILE_BYTES_MAX) return ok({ by: 'other' });
  const read = readTextFile(path, FILE_BYTES_MAX);
  if (!read.ok) return fail(unwritable(read.failure, path));
  if (read.value === null) return ok({ by: 'nobody' });
  return ok(read.value.includes(OUR_COMMAND_MARK) ? { by: 'us', text: read.value } : { by: 'other' });
}

function occupied(path: string): Failure {
  return failure(
    'file_exists',
    `${path}\nis there already and is not Outloop's, so it was not touched.`,
    'Use /outloop:background, which always works, or rename that file and\nrun outloop init again.',
    { path },
  );
}

function unwritable(cause: Failure, path: string): Failure {
  return failure(cause.code, cause.message, `Make ${dirname(path)} a folder that you can write to.`, {
    path,
  });
}

function initText(context: VerbContext, { outcome, scope, path, hidden_by }: Initialized): string {
  const shown = displayPath(context.paths, path);
  const did = { created: 'Wrote', updated: 'Renewed', unchanged: 'Nothing to do: it is there already,' }[
    outcome
  ];
  return [
    `${did} ${shown}`,
    `${scope === 'user' ? 'In all your projects' : 'In this project'} /background "task" now goes to Outloop.`,
    "It shadows Claude Code's own /background, which moves the whole session",
    'into the background; /bg still does that.',
    ...(hidden_by === null
      ? []
      : [`But the client takes this file first: ${displayPath(context.paths, hidden_by)}`]),
    `Take it back with: outloop uninit --${scope}`,
  ].join('\n');
}

function uninitText(context: VerbContext, { outcome, path }: Uninitialized): string {
  const shown = displayPath(context.paths, path);
  switch (outcome) {
    case 'removed':
      return `Removed ${shown}\nBare /background is Claude Code's own again. /outloop:background stays.`;
    case 'foreign':
      return `Nothing removed: ${shown}\nis not Outloop's.`;
    case 'absent':
      return `Nothing to remove: there is no ${shown}`;
  }
}
