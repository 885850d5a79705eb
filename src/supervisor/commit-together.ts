import type { JournalEvent } from '../domain/events.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import type { Decide } from '../journal/attempt.ts';
import { transact } from '../journal/transact.ts';
import type { SupervisorContext } from './context.ts';

/*
 * What one look at everything changes goes into the journal together: the ends of attempts, then the starts that take
 * their slots. One lock, one write and one wait for the disk serve them all, and nobody is told of any of it before.
 */

/**
 * Puts a change with those that the present look commits. All are decided on the same state, so no two of them may
 * concern the same task.
 * @returns what became of it, once `flushCommits` has written it
 */
export function commitTogether<T>(context: SupervisorContext, decide: Decide<T>): Promise<Result<T>> {
  return new Promise((resolve) => {
    const waiting = WAITING.get(context) ?? [];
    waiting.push(decidedLater(decide, resolve));
    WAITING.set(context, waiting);
  });
}

/** Writes what waits, in one transaction. */
export async function flushCommits(context: SupervisorContext): Promise<void> {
  const changes = WAITING.get(context) ?? [];
  if (changes.length === 0) return;
  WAITING.delete(context);
  const written = await transact(context.journal, context, (state) =>
    ok({ events: changes.flatMap(({ decide }) => decide(state)), value: undefined }),
  );
  for (const { settle } of changes) settle(written);
}

interface Change {
  /** The events of the change; none where it is refused. */
  readonly decide: (state: JournalState) => readonly JournalEvent[];
  readonly settle: (written: Result<void>) => void;
}

const WAITING = new WeakMap<SupervisorContext, Change[]>();

function decidedLater<T>(decide: Decide<T>, resolve: (answer: Result<T>) => void): Change {
  let decision: ReturnType<Decide<T>> | undefined;
  return {
    // Called again where another process was faster: the last decision counts.
    decide: (state) => {
      decision = decide(state);
      return decision.ok ? decision.value.events : [];
    },
    settle: (written) => {
      if (decision?.ok === false) resolve(decision);
      else if (!written.ok) resolve(written);
      else if (decision !== undefined) resolve(ok(decision.value.value));
    },
  };
}
