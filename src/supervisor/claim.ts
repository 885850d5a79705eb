import type { ProcessIdentity } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { Journal } from '../journal/journal.ts';
import { transact } from '../journal/transact.ts';
import type { Processes } from '../process/processes.ts';

/**
 * Becomes the one supervisor of the project, by the journal: of two that claim at once the chain lets one win, and the
 * other reads that it is too late.
 * @returns the epoch; `already_running` when the present supervisor lives
 */
export function claimSupervision(
  journal: Journal,
  host: { readonly now: () => number; readonly processes: Pick<Processes, 'isAlive'> },
  process: ProcessIdentity,
  version: string,
): Promise<Result<number>> {
  return transact(journal, host, (state) => {
    const current = state.supervisor;
    if (
      current !== null &&
      !current.stopped &&
      current.process.pid !== process.pid &&
      host.processes.isAlive(current.process)
    ) {
      return fail(failure('already_running', `A supervisor runs already (pid ${current.process.pid}).`));
    }
    const epoch = (current?.epoch ?? 0) + 1;
    return ok({ events: [{ event: 'supervisor.started' as const, epoch, process, version }], value: epoch });
  });
}

/** Says that this supervisor has gone away by itself. Superseded in the meantime: nothing to say. */
export function yieldSupervision(
  journal: Journal,
  host: { readonly now: () => number },
  epoch: number,
): Promise<Result<boolean>> {
  return transact(journal, host, (state) => {
    if (state.supervisor?.epoch !== epoch || state.supervisor.stopped)
      return ok({ events: [], value: false });
    return ok({ events: [{ event: 'supervisor.stopped' as const, epoch }], value: true });
  });
}
