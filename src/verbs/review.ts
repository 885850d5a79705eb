import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArguments } from '../config/parse-arguments.ts';
import { runGit } from '../context/run-git.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import type { Submitted } from './submit.ts';
import { submit } from './submit.ts';
import { readTypedFlags, submittedOutput, type TypedFlags } from './submit-command.ts';
import type { SubmitRequest } from './submit-request.ts';

/** `/outloop:review [diff|path|branch] [flags]`: the raw argument text, as typed. */
export async function review(context: VerbContext, rawArguments: string): Promise<Result<Submitted>> {
  // With a word before it, an argument text of flags alone is read as well.
  const parsed = parseArguments(`${DIFF} ${rawArguments}`, context.paths.root);
  if (!parsed.ok) return parsed;
  const { task, agent, ...flags } = parsed.value;
  if (flags.inSession === true) {
    return fail(
      failure(
        'usage',
        'A review that is shown changes runs in the background.',
        'Inside the session: /background reviewer "…" --in-session',
      ),
    );
  }
  const target = agent === DIFF ? task : task.replace(/^diff\s*/, '');
  const request = requestFor(context, target.trim());
  return request.ok ? submit(context, { ...flags, ...request.value }) : request;
}

const DIFF = 'diff';

/** `outloop review [target] [flags]` */
export async function reviewCommand(
  context: VerbContext,
  target: string,
  flags: TypedFlags,
): Promise<Result<CommandOutput>> {
  const read = readTypedFlags(flags);
  if (!read.ok) return read;
  const request = requestFor(context, target.trim());
  if (!request.ok) return request;
  const submitted = await submit(context, { ...read.value, ...request.value });
  return submitted.ok ? ok(submittedOutput(submitted.value)) : submitted;
}

/** What is to be reviewed: the uncommitted changes, a file or folder of the project, or a branch. */
function requestFor(context: VerbContext, target: string): Result<SubmitRequest> {
  if (target === '' || target === DIFF) {
    if (!git(context, 'rev-parse', '--verify', '--quiet', 'HEAD').ok) {
      return fail(failure('usage', 'There is no commit here to compare with.', USAGE));
    }
    const task = 'review the changes of the working tree that are not committed';
    return ok({ agent: 'reviewer', task, changes: { base: 'HEAD' } });
  }
  const path = pathInside(context, target);
  if (path !== null) return ok({ agent: 'reviewer', task: `review the code in ${path}` });
  if (isBranch(context, target)) {
    const base = baseOf(context, target);
    const task = `review what the branch ${target} changes compared with ${base}`;
    return ok({ agent: 'reviewer', task, changes: { base, head: target } });
  }
  return fail(
    failure(
      'usage',
      `There is no file, folder or branch "${cleanLine(target, 60)}" in this project.`,
      `${USAGE}\nFor a review in your own words: /background reviewer "…"`,
    ),
  );
}

const USAGE = 'What can be reviewed: diff (what is not committed), a path, or the name of a branch.';

function pathInside({ paths, cwd }: VerbContext, target: string): string | null {
  for (const from of [cwd, paths.root]) {
    try {
      const inside = relative(paths.root, realpathSync(resolve(from, target)));
      if (inside !== '..' && !inside.startsWith(`..${sep}`)) return inside === '' ? 'this project' : inside;
    } catch {
      // There is none.
    }
  }
  return null;
}

function isBranch(context: VerbContext, name: string): boolean {
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_./#+-]{0,119}$/u.test(name) || name.includes('..')) return false;
  return git(context, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`).ok;
}

// What a branch is compared with: the one that the others begin at, or else what is checked out.
function baseOf(context: VerbContext, branch: string): string {
  const origin = git(context, 'rev-parse', '--abbrev-ref', '--quiet', 'origin/HEAD').text;
  const known = [origin.replace(/^origin\//, ''), 'main', 'master'].filter((name) => name !== 'HEAD');
  return known.find((name) => name !== branch && isBranch(context, name)) ?? 'HEAD';
}

function git(context: VerbContext, ...args: string[]): { readonly ok: boolean; readonly text: string } {
  const run = runGit(context.paths.root, context.env, args);
  return { ok: run.status === 0, text: run.status === 0 ? run.stdout.trim() : '' };
}
