import { expect } from 'vitest';
import type { JournalEvent, TaskEnded } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { segmentName } from '../../../src/journal/segments.ts';
import { transact } from '../../../src/journal/transact.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import { type Repaired, repairCommand } from '../../../src/verbs/repair.ts';
import { verifyCommand } from '../../../src/verbs/verify.ts';
import type { Verified } from '../../../src/verify/verify-project.ts';
import { createWorkspace } from '../../../src/workspace/create.ts';
import { finishWorkspace } from '../../../src/workspace/finish.ts';
import { ended, heard, submitted } from '../../unit/journal/events.ts';
import { aVerbContext } from '../../unit/verb-rig.ts';

/** A project in which tasks come and end as the supervisor would have it, without one. */
export function aProject(parts: Partial<VerbContext> = {}) {
  const context = aVerbContext(parts);
  const write = async (...events: JournalEvent[]) => {
    const written = await transact(openJournal(context.paths), context, (state) =>
      ok({ events, value: state.seq }),
    );
    if (!written.ok) throw new Error(written.failure.message);
  };
  const state = () => {
    const read = readState(openJournal(context.paths));
    if (!read.ok) throw new Error(read.failure.message);
    return read.value;
  };
  const begin = async (id: string) => {
    await write(submitted(id));
    const task = state().open.get(id);
    if (task === undefined) throw new Error(`${id} is not open`);
    expect(createWorkspace(context.paths, task, 'prime').ok).toBe(true);
    return task;
  };
  const finish = async (id: string, status: TaskEnded['status'] = 'completed', hears = true) => {
    const task = state().open.get(id);
    if (task === undefined) throw new Error(`${id} is not open`);
    const end = {
      ...{ status, summary: 'Done.', why: '', result: null, usage: null, attempt: null, startedAt: null },
      ...{ endedAt: context.now(), workerSessionId: null, containment: null, denied: [] },
    };
    expect(finishWorkspace(context.paths, task, end).ok).toBe(true);
    await write(ended(id, { status }), ...(hears ? [heard(id)] : []));
  };
  const close = async () => {
    await write({ event: 'journal.closed', segment: segmentName(state().seq + 1) });
    await write();
  };
  /** So many tasks come, end, are heard of and cleaned away, the first of them `task-1000`. */
  const passBy = async (count: number) => {
    const ids = Array.from({ length: count }, (_, index) => `task-${1000 + index}`);
    await write(...ids.flatMap((id) => [submitted(id), ended(id), heard(id)]), {
      event: 'workspaces.removed',
      session_id: '',
      task_ids: ids,
    });
  };
  return { context, paths: context.paths, passBy, write, state, begin, finish, close };
}

/** A new process that verifies. */
export async function verify(context: VerbContext): Promise<Verified & { exitCode: number | undefined }> {
  const done = await verifyCommand(anew(context), { write: () => {} });
  if (!done.ok) throw new Error(done.failure.message);
  return { ...(done.value.payload as Verified), exitCode: done.value.exitCode };
}

/** A new process that repairs, or says what it would do. */
export async function repair(
  context: VerbContext,
  apply: boolean,
): Promise<Repaired & { exitCode: number | undefined }> {
  const done = await repairCommand(anew(context), apply);
  if (!done.ok) throw new Error(done.failure.message);
  return { ...(done.value.payload as Repaired), exitCode: done.value.exitCode };
}

/** The same project for another process: nothing is known of it yet. */
export function anew(context: VerbContext): VerbContext {
  return { ...context, journal: openJournal(context.paths) };
}
