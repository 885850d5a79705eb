import { normalize } from 'node:path';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Claim, Dependency } from '../domain/task-options.ts';
import { cleanLine } from '../observe/clean.ts';
import { pathFault } from './project-path.ts';

/** A task to wait for, named by a part of its id. */
export interface AfterPart {
  readonly part: string;
  readonly on: Dependency['on'];
}

/** What decides when a task starts; what was not given is left out. */
export interface SchedulingFlags {
  readonly after?: readonly AfterPart[];
  readonly claims?: readonly Claim[];
  readonly priority?: number;
  readonly slots?: number;
}

/** The flags by name, each with the reader of its value. */
export const SCHEDULING_READERS = {
  after: readAfter,
  claim: readClaims,
  priority: readPriority,
  slots: readSlots,
} as const;

const COUNT_MAX = 20;

/** `k3f9,ab12:end`: waits for the success of the first and for any end of the second. */
export function readAfter(value: string): Result<SchedulingFlags> {
  const parts = split(value);
  const after = parts.map((text): AfterPart => {
    const [part = '', on = 'success'] = text.split(':');
    return { part, on: on === 'end' ? 'end' : 'success' };
  });
  const wrongPart = parts.find((text) => !/^[\w-]{1,80}(:(success|end))?$/.test(text));
  if (wrongPart === undefined && parts.length > 0 && parts.length <= COUNT_MAX) return ok({ after });
  return wrong(
    'after',
    wrongPart ?? value,
    'names no task',
    'Examples: --after k3f9, --after k3f9,ab12:end (":end": however that one ends).',
  );
}

/** `path:src/auth,port:3000:shared`: a path inside the project, or anything else by its name. */
export function readClaims(value: string, root?: string): Result<SchedulingFlags> {
  const claims: Claim[] = [];
  for (const text of split(value)) {
    const claim = readClaim(text, root);
    if (!claim.ok) return claim;
    claims.push(claim.value);
  }
  if (claims.length > 0 && claims.length <= COUNT_MAX) return ok({ claims });
  return wrong('claim', value, 'claims nothing', CLAIM_EXAMPLE);
}

/** A whole number from -100 to 100; higher starts first. */
export function readPriority(value: string): Result<SchedulingFlags> {
  const priority = /^[+-]?\d{1,3}$/.test(value) ? Number(value) : Number.NaN;
  return priority >= -100 && priority <= 100
    ? ok({ priority })
    : wrong('priority', value, 'is not allowed', 'Allowed are whole numbers from -100 to 100; 0 is usual.');
}

/** How many slots a task takes, from 1 to 64. */
export function readSlots(value: string): Result<SchedulingFlags> {
  const slots = /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  return slots >= 1 && slots <= 64
    ? ok({ slots })
    : wrong('slots', value, 'is not allowed', 'Allowed are whole numbers from 1 to 64; 1 is usual.');
}

const CLAIM_EXAMPLE = 'Examples: --claim path:src/auth, --claim path:docs:shared,port:3000.';

function readClaim(text: string, root: string | undefined): Result<Claim> {
  const [, kind = '', name = '', mode = 'exclusive'] =
    /^([a-z]{2,20}):([^:]{1,400})(?::(shared|exclusive))?$/.exec(text) ?? [];
  if (kind === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) {
    return wrong('claim', text, 'is no claim', CLAIM_EXAMPLE);
  }
  const claimMode = mode === 'shared' ? 'shared' : 'exclusive';
  if (kind !== 'path') return ok({ resource: `${kind}:${name}`, mode: claimMode });
  const folder = name.replace(/\/+$/, '') || '.';
  // A claim may well be on a folder, or on all of the project.
  const fault = folder === '.' ? undefined : pathFault(folder, root);
  if (fault !== undefined && fault !== 'it is a folder') {
    return wrong('claim', text, `cannot be: ${fault}`, CLAIM_EXAMPLE);
  }
  if (folder.startsWith('/')) return wrong('claim', text, 'is not relative to the project', CLAIM_EXAMPLE);
  return ok({ resource: `path:${normalize(folder)}`, mode: claimMode });
}

function split(value: string): string[] {
  return value
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function wrong(flag: string, value: string, why: string, allowed: string): Result<never> {
  return fail(failure('usage', `--${flag}: "${cleanLine(value, 40)}" ${why}.`, allowed));
}
