import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { WATCH_CHARS_MAX } from '../domain/watch-for.ts';
import { cleanLine } from '../observe/clean.ts';
import { patternFault, trimOpenEnds } from '../policy/safe-pattern.ts';
import { parseDuration } from './duration.ts';
import { isInBounds, MODEL_NAME, NUMBER_FIELDS } from './fields.ts';
import { LIMIT_READERS, type LimitFlags } from './limit-flags.ts';
import { pathFault } from './project-path.ts';
import { RECOVERY_READERS, type RecoveryFlags } from './recovery-flags.ts';
import { SCHEDULING_READERS, type SchedulingFlags } from './scheduling-flags.ts';

/** What `/background` can be told beside agent and task; what was not given is left out. */
export interface TaskFlags extends SchedulingFlags, LimitFlags, RecoveryFlags {
  readonly model?: string;
  readonly report?: string;
  readonly brief?: string;
  /** The start of a session id. */
  readonly bundle?: string;
  readonly timeoutMs?: number;
  readonly maxTurns?: number;
  readonly budgetUsd?: number;
  readonly name?: string;
  /** A regular expression for lines of a command's output. */
  readonly watchFor?: string;
  /** It runs inside the session that asks, as a subagent. */
  readonly inSession?: true;
}

/** The flags by name, each with the reader of its value. */
export const FLAG_READERS: Readonly<
  Record<string, (value: string, root: string | undefined) => Result<TaskFlags>>
> = {
  model: readModel,
  report: (value, root) => readPath('report', value, root),
  brief: (value, root) => readPath('brief', value, root),
  bundle: readBundleName,
  timeout: readTimeout,
  'max-turns': readMaxTurns,
  budget: readBudget,
  name: readName,
  'watch-for': readWatchFor,
  ...SCHEDULING_READERS,
  ...LIMIT_READERS,
  ...RECOVERY_READERS,
};

/** The flags that have no value: what is meant is said by their name. */
export const SWITCHES: Readonly<Record<string, TaskFlags>> = { 'in-session': { inSession: true } };

/** Flags with one more over them. */
export function addFlag(flags: TaskFlags, added: TaskFlags): TaskFlags {
  const limits = added.limits === undefined ? {} : { limits: { ...flags.limits, ...added.limits } };
  return { ...flags, ...added, ...limits };
}

/** Flags as typed, by name; `undefined` is a flag that was not given. The first wrong one is the failure. */
export function readFlags(
  typed: Readonly<Record<string, string | undefined>>,
  root?: string,
): Result<TaskFlags> {
  let flags: TaskFlags = {};
  for (const [name, value] of Object.entries(typed)) {
    const read = value === undefined ? undefined : FLAG_READERS[name]?.(value, root);
    if (read === undefined) continue;
    if (!read.ok) return read;
    flags = addFlag(flags, read.value);
  }
  return ok(flags);
}

function readModel(value: string): Result<TaskFlags> {
  return MODEL_NAME.test(value)
    ? ok({ model: value })
    : wrong('model', value, 'is no name of a model', 'Examples: --model sonnet, --model opus.');
}

function readPath(flag: 'report' | 'brief', value: string, root: string | undefined): Result<TaskFlags> {
  const fault = pathFault(value, root);
  if (fault === undefined) return ok(flag === 'report' ? { report: value } : { brief: value });
  return fail(
    failure(
      'usage',
      `--${flag} ${cleanLine(value, 50)} cannot be used: ${fault}.`,
      `Give a path inside the project: --${flag} ${flag === 'report' ? 'reports/notes.md' : 'docs/task.md'}`,
    ),
  );
}

function readBundleName(value: string): Result<TaskFlags> {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{3,79}$/.test(value)
    ? ok({ bundle: value })
    : wrong(
        'bundle',
        value,
        'is no id of a session',
        '`outloop bundle` lists them; four characters will do.',
      );
}

function readTimeout(value: string): Result<TaskFlags> {
  const timeout = parseDuration(value);
  if (timeout.ok) return ok({ timeoutMs: timeout.value });
  return wrong('timeout', value, 'is no allowed duration', timeout.failure.hint ?? '');
}

function readMaxTurns(value: string): Result<TaskFlags> {
  const turns = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  const { min, max } = NUMBER_FIELDS['limits.max_turns'];
  return isInBounds('limits.max_turns', turns)
    ? ok({ maxTurns: turns })
    : wrong('max-turns', value, 'is not allowed', `Allowed are whole numbers from ${min} to ${max}.`);
}

function readBudget(value: string): Result<TaskFlags> {
  const usd = /^\$?\d{0,6}(?:\.\d{1,4})?$/.test(value)
    ? Number.parseFloat(value.replace('$', ''))
    : Number.NaN;
  const { min, max } = NUMBER_FIELDS['limits.budget_usd'];
  return isInBounds('limits.budget_usd', usd)
    ? ok({ budgetUsd: usd })
    : wrong('budget', value, 'is not allowed', `Allowed are US dollars from ${min} to ${max}, such as 2.50.`);
}

function readName(value: string): Result<TaskFlags> {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,39}$/u.test(value) && value.trimEnd() === value
    ? ok({ name: value })
    : wrong('name', value, 'is no name', 'Allowed are up to 40 letters, digits, spaces, ".", "_" and "-".');
}

// At most two open-ended repeats: three could take seconds on one line.
function readWatchFor(value: string): Result<TaskFlags> {
  const fault =
    value.length > WATCH_CHARS_MAX
      ? `is longer than ${WATCH_CHARS_MAX} characters`
      : patternFault(value, WATCH_REPEATS_MAX);
  return fault === undefined
    ? ok({ watchFor: trimOpenEnds(value) })
    : wrong(
        'watch-for',
        value,
        fault.replace(/;.*/, ''),
        'Give a regular expression for one line: --watch-for "ready on .*:\\d+".',
      );
}

const WATCH_REPEATS_MAX = 2;

function wrong(flag: string, value: string, why: string, allowed: string): Result<never> {
  return fail(failure('usage', `--${flag}: "${cleanLine(value, 40)}" ${why}.`, allowed));
}
