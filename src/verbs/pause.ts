import type { JournalEvent, QueuePaused } from '../domain/events.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import { transact } from '../journal/transact.ts';
import { liftEmergency } from '../workspace/emergency-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { findTask } from './find-task.ts';

/** What `pause` and `resume` came to. `changed` names what is different now; empty when all was so already. */
export interface Paused {
  readonly changed: readonly string[];
  readonly text: string;
}

/** Keeps the queue or the schedules from starting anything, or stops the process tree of one task where it is. */
export async function pause(context: VerbContext, target: string): Promise<Result<Paused>> {
  if (target === '' || target === 'queue') {
    return pauseScope(context, 'queue', 'The queue is paused: what runs goes on, nothing new starts.');
  }
  if (target === 'schedules') {
    return pauseScope(context, 'schedules', 'The schedules are paused: nothing new falls due.');
  }
  return changeTask(context, target, 'task.paused');
}

/** Takes back what `pause` did; without a target also an emergency shutdown. */
export async function resume(context: VerbContext, target: string): Promise<Result<Paused>> {
  if (target === '') return resumeScopes(context, ['emergency', 'queue', 'schedules']);
  if (target === 'queue' || target === 'schedules') return resumeScopes(context, [target]);
  return changeTask(context, target, 'task.resumed');
}

/** `outloop pause [ID|queue|schedules]` */
export async function pauseCommand(context: VerbContext, target: string): Promise<Result<CommandOutput>> {
  return asOutput(await pause(context, target));
}

/** `outloop resume [ID|queue|schedules]` */
export async function resumeCommand(context: VerbContext, target: string): Promise<Result<CommandOutput>> {
  return asOutput(await resume(context, target));
}

function asOutput(done: Result<Paused>): Result<CommandOutput> {
  return done.ok ? ok({ payload: { changed: done.value.changed }, text: done.value.text }) : done;
}

type Scope = QueuePaused['scope'];

async function pauseScope(context: VerbContext, scope: Scope, text: string): Promise<Result<Paused>> {
  const done = await transact<readonly string[]>(context.journal, context, (state) => {
    if (state.pauses[scope] !== null) return ok({ events: [], value: [] });
    return ok({ events: [scopeEvent(context, 'queue.paused', scope)], value: [scope] });
  });
  if (!done.ok) return done;
  const rest = done.value.length === 0 ? 'It was paused already.' : text;
  return ok({ changed: done.value, text: `${rest} Go on with: outloop resume` });
}

async function resumeScopes(context: VerbContext, scopes: readonly Scope[]): Promise<Result<Paused>> {
  // The file first: a supervisor that sees it without a word in the journal would raise the emergency again.
  if (scopes.includes('emergency')) liftEmergency(context.paths);
  const done = await transact<readonly string[]>(context.journal, context, (state) => {
    const paused = scopes.filter((scope) => state.pauses[scope] !== null);
    return ok({ events: paused.map((scope) => scopeEvent(context, 'queue.resumed', scope)), value: paused });
  });
  if (!done.ok) return done;
  if (done.value.length === 0) return ok({ changed: [], text: 'Nothing was paused.' });
  await context.wake([]);
  return ok({ changed: done.value, text: `Resumed: ${done.value.join(', ')}. What waits can start.` });
}

function scopeEvent(
  context: VerbContext,
  event: QueuePaused['event'],
  scope: Scope,
): Extract<JournalEvent, { event: 'queue.paused' | 'queue.resumed' }> {
  const reason = event === 'queue.paused' ? 'by hand' : '';
  return { event, scope, reason, session_id: context.asker.sessionId };
}

async function changeTask(
  context: VerbContext,
  part: string,
  event: 'task.paused' | 'task.resumed',
): Promise<Result<Paused>> {
  const found = await findTask(context, part);
  if (!found.ok) return found;
  const { id } = found.value.task;
  const done = await transact<boolean>(context.journal, context, (state) => {
    const isPaused = pausedState(state, id);
    if (!isPaused.ok) return isPaused;
    if (isPaused.value === (event === 'task.paused')) return ok({ events: [], value: false });
    return ok({
      events: [{ event, task_id: id, session_id: context.asker.sessionId }],
      value: true,
    });
  });
  if (!done.ok) return done;
  await context.wake([]);
  const text =
    event === 'task.paused'
      ? `${id} stands still; its clocks do too. A request to the model that is under way may fail for it.`
      : `${id} goes on.`;
  return ok({ changed: done.value ? [id] : [], text });
}

function pausedState(state: JournalState, id: string): Result<boolean> {
  const task = state.open.get(id);
  if (task === undefined) return fail(failure('task_ended', `${id} has ended already.`));
  if (task.phase === 'running') return ok(task.pausedAt !== undefined);
  return fail(
    failure('usage', `${id} does not run yet.`, 'Pause the queue (outloop pause), or cancel the task.'),
  );
}
