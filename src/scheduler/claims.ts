import { agentWrites } from '../domain/agents.ts';
import type { TaskFacts } from '../domain/state.ts';
import type { Claim } from '../domain/task-options.ts';

/** The claim on everything below the project root. */
export const WHOLE_TREE: Claim = { resource: 'path:.', mode: 'exclusive' };

/**
 * What a task really claims: its own claims, and for an agent that writes and names no path, the whole tree for
 * itself, because all share one working tree.
 */
export function claimsOf(task: Pick<TaskFacts, 'agent' | 'options'>): readonly Claim[] {
  const own = task.options.claims ?? [];
  if (!agentWrites(task.agent) || own.some(({ resource }) => resource.startsWith('path:'))) return own;
  return own.length === 0 ? IMPLIED : [...own, WHOLE_TREE];
}

const IMPLIED: readonly Claim[] = [WHOLE_TREE];

/** A claim that keeps a task waiting: what it wants and who has it, or wanted it before. */
export interface ClaimConflict {
  readonly claim: Claim;
  readonly taskId: string;
}

/**
 * Who holds what. A path meets another one where one of them contains the other, by whole parts: `src/auth` contains
 * `src/auth/login.ts` and has nothing to do with `src/authors`. Asking costs the depth of the path, however many hold.
 */
export interface ClaimTable {
  readonly add: (taskId: string, claims: readonly Claim[]) => void;
  readonly conflict: (claims: readonly Claim[]) => ClaimConflict | null;
}

/** A table in which nothing is claimed. */
export function createClaimTable(): ClaimTable {
  const held = new Map<string, Node>();
  return {
    add: (taskId, claims) => {
      for (const claim of claims) addClaim(held, taskId, claim);
    },
    conflict: (claims) => {
      for (const claim of claims) {
        const taskId = findConflict(held, claim);
        if (taskId !== null) return { claim, taskId };
      }
      return null;
    },
  };
}

/** One resource, with the first task that holds it and the first that holds something inside it, by mode. */
interface Node {
  exclusive: string | null;
  shared: string | null;
  exclusiveInside: string | null;
  sharedInside: string | null;
}

function addClaim(held: Map<string, Node>, taskId: string, { resource, mode }: Claim): void {
  const keys = keysOf(resource);
  const last = keys.length - 1;
  for (const [at, key] of keys.entries()) {
    const node = held.get(key) ?? {
      exclusive: null,
      shared: null,
      exclusiveInside: null,
      sharedInside: null,
    };
    if (at === last) node[mode] ??= taskId;
    else node[`${mode}Inside`] ??= taskId;
    held.set(key, node);
  }
}

function findConflict(held: ReadonlyMap<string, Node>, { resource, mode }: Claim): string | null {
  const keys = keysOf(resource);
  const last = keys.length - 1;
  for (const [at, key] of keys.entries()) {
    const node = held.get(key);
    // Nothing at a folder means nothing inside it either: each holder marks the whole way down to it.
    if (node === undefined) return null;
    const found = node.exclusive ?? (mode === 'exclusive' ? node.shared : null);
    if (found !== null) return found;
    if (at < last) continue;
    return node.exclusiveInside ?? (mode === 'exclusive' ? node.sharedInside : null);
  }
  return null;
}

/** A resource and all that contain it, outermost first: `path:a/b` gives `path:`, `path:a`, `path:a/b`. */
function keysOf(resource: string): string[] {
  if (!resource.startsWith('path:')) return [resource];
  const keys = ['path:'];
  let key = 'path:';
  for (const part of resource.slice('path:'.length).split('/')) {
    if (part === '' || part === '.') continue;
    key = key === 'path:' ? `path:${part}` : `${key}/${part}`;
    keys.push(key);
  }
  return keys;
}
