import type { TaskSubmitted } from '../../src/domain/events.ts';
import type { Claim } from '../../src/domain/task-options.ts';

/*
 * Claims, as the checks read them: by the words of their description, and without the product's table.
 */

const WRITERS = new Set(['coder', 'tester', 'documenter']);

/** What it claims; who writes and says nothing of paths has the whole tree. */
export function claimed(submitted: TaskSubmitted): readonly Claim[] {
  const own = submitted.options.claims ?? [];
  const namesPath = own.some(({ resource }) => resource.startsWith('path:'));
  if (namesPath || !WRITERS.has(submitted.delegated_agent)) return own;
  return [...own, { resource: 'path:.', mode: 'exclusive' }];
}

/** Two claims of which one at least wants it for itself, on the same thing or on a folder and what is in it. */
export function conflicts(mine: readonly Claim[], theirs: readonly Claim[]): boolean {
  return mine.some((a) =>
    theirs.some(
      (b) =>
        (a.mode === 'exclusive' || b.mode === 'exclusive') &&
        (within(a.resource, b.resource) || within(b.resource, a.resource)),
    ),
  );
}

function within(inner: string, outer: string): boolean {
  if (inner === outer) return true;
  const arePaths = outer.startsWith('path:') && inner.startsWith('path:');
  return arePaths && (outer === 'path:.' || inner.startsWith(`${outer}/`));
}
