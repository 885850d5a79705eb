import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { listBundles } from '../workspace/bundle-file.ts';
import type { VerbContext } from './context.ts';

/** The id of the one session whose id begins with `part` and that has left a context bundle here. */
export function findBundle(context: Pick<VerbContext, 'paths'>, part: string): Result<string> {
  const ids = listBundles(context.paths).map(({ sessionId }) => sessionId);
  const [only, ...more] = ids.filter((id) => id.startsWith(part));
  const shown = cleanLine(part, 40);
  if (only === undefined) {
    return fail(
      failure('usage', `No session "${shown}" has left a context bundle here.`, 'List them: outloop bundle'),
    );
  }
  if (more.length === 0) return ok(only);
  const all = [only, ...more].slice(0, SHOWN_MAX).join('\n  ');
  return fail(
    failure('usage', `"${shown}" names ${more.length + 1} sessions:\n  ${all}`, 'Give more of the id.'),
  );
}

const SHOWN_MAX = 8;
